package io.github.mirrorball.discord.ballot;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.league.Seasons;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.Season;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/**
 * The polls and seasons that picks are about: thousands of picks come between two changes of them, so they are read again only after one.
 * They are for wording alone; what decides about a pick is read with it. Thread-safe.
 */
public final class PollCache {

    /** Some kilobytes each. */
    private static final int MOST = 1000;

    private final Polls polls;
    private final Seasons seasons;
    private final LongSupplier changes;
    private final Map<Long, AsOf<Poll>> knownPolls = new ConcurrentHashMap<>();
    private final Map<Long, AsOf<Season>> knownSeasons = new ConcurrentHashMap<>();

    /** @param changes grows with each change of a season or a poll */
    public PollCache(Polls polls, Seasons seasons, LongSupplier changes) {
        this.polls = polls;
        this.seasons = seasons;
        this.changes = changes;
    }

    private record AsOf<T>(long changes, T value) {}

    /** The poll that the id of a component or form names, if it is one of the server's. */
    Optional<Poll> poll(Request request) {
        return find(knownPolls, request.number(0), polls::find).filter(poll -> poll.server() == request.server());
    }

    /** The season of a poll that was found. */
    Season season(Poll poll) {
        return find(knownSeasons, poll.season(), seasons::find).orElseThrow(() -> new Rejection("reply.stale"));
    }

    /** Counts the changes before it reads: what changes while it reads is read again the next time. */
    private <T> Optional<T> find(Map<Long, AsOf<T>> known, long id, LongFunction<Optional<T>> read) {
        long now = changes.getAsLong();
        AsOf<T> last = known.get(id);
        if (last != null && last.changes == now) {
            return Optional.of(last.value);
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        Optional<T> found = read.apply(id);
        found.ifPresent(value -> known.put(id, new AsOf<>(now, value)));
        return found;
    }
}

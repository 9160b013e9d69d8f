package io.github.mirrorball.faults;

import io.github.mirrorball.faults.Kills.Moment;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.Faults;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How bad the network is: drawn from a seed. Now and then something goes wrong at once; every tenth request is asked to come again later;
 * and across some locks Discord is away. Apart from that, what stands before Discord may refuse requests that are in order.
 */
final class Weather {

    /** What goes wrong. */
    enum Mishap {
        DROPPED(5, "a connection cut"),
        LOST(4, "a connection cut, and what came meanwhile lost"),
        BROKEN(3, "requests answered with 500"),
        BUSY(3, "requests answered with 503"),
        SILENT(1, "a message never answered"),
        SILENT_DONE(1, "a message sent and never answered"),
        BROKEN_DONE(2, "a message sent and answered with 500"),
        AWAY(0, "a lock with Discord away");

        final String words;
        private final int share;

        Mishap(int share, String words) {
            this.share = share;
            this.words = words;
        }
    }

    private static final List<Moment> MOMENTS = List.of(
            Moment.VOTING,
            Moment.VOTING,
            Moment.VOTING,
            Moment.OPENING,
            Moment.REMINDING,
            Moment.LOCKING,
            Moment.ENTERING);

    private static final List<String> ROUTES = List.of(
            "",
            "POST /interactions",
            "GET ",
            "PATCH ",
            "PUT ",
            "POST /guilds/{guild_id}/scheduled-events",
            Kills.POSTS);
    private static final int TOO_MANY = 429;
    private static final int FORBIDDEN = 403;

    /** Every shape in which Discord and what stands before it refuse what the bot sends unasked and they take a moment later. */
    private static final List<Refusals> PASSING = List.of(
            new Refusals(7, "POST /channels", Fault.page(FORBIDDEN)),
            new Refusals(11, "POST /channels", Fault.refusal(FORBIDDEN, 40_333)),
            new Refusals(23, "PUT /channels", Fault.refusal(FORBIDDEN, 40_004)),
            new Refusals(29, "PUT /channels", Fault.page(FORBIDDEN)),
            new Refusals(5, "PATCH /channels", Fault.refusal(FORBIDDEN, 0)),
            new Refusals(7, "PATCH /channels", Fault.page(FORBIDDEN)),
            new Refusals(3, "POST /guilds", Fault.refusal(FORBIDDEN, 40_333)),
            new Refusals(5, "DELETE /channels", Fault.refusal(FORBIDDEN, 40_004)));

    private record Refusals(int every, String route, Fault fault) {}

    private static final int NTH = 10;
    private static final int BURST = 4;
    private static final int AWAY_EVERY = 4;

    private final Faults faults;
    private final Random random;
    private final int mishaps;
    private final boolean refusing;
    private final int votes;
    private final Map<Mishap, Integer> done = new EnumMap<>(Mishap.class);
    private final Deque<Mishap> ahead = new ArrayDeque<>();
    private final AtomicInteger putOff = new AtomicInteger();
    private final AtomicInteger putOffVotes = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile Moment now = Moment.RESTING;

    /**
     * @param mishaps about how many an episode
     * @param refusing whether requests are refused that are taken a moment later
     * @param votes about how many an episode
     */
    Weather(Faults faults, long seed, int mishaps, boolean refusing, int votes) {
        this.faults = faults;
        this.random = new Random(31 * seed);
        this.mishaps = mishaps;
        this.refusing = refusing;
        this.votes = votes;
    }

    boolean isFair() {
        return mishaps == 0 && !refusing;
    }

    /** From now on every tenth request comes too early, and some are refused for no reason. */
    void begin() {
        if (mishaps > 0) {
            faults.failEvery(NTH, Fault.tooMany(Duration.ofSeconds(1)));
        }
        if (refusing) {
            PASSING.forEach(each -> faults.failEvery(each.every(), each.route(), each.fault()));
        }
    }

    /** Something of this moment happens; now and then something goes wrong with it. */
    void happens(Moment moment) {
        now = moment;
        long share = MOMENTS.stream().filter(moment::equals).count();
        int often = moment == Moment.VOTING ? votes : 2;
        if (random.nextInt(MOMENTS.size() * often) < share * mishaps) {
            strike(drawn());
        }
    }

    /** Whether Discord is away across the lock of this episode. */
    boolean isAwayAtLock(int episode) {
        boolean away = mishaps > 0 && episode % AWAY_EVERY == 2;
        if (away) {
            done.merge(Mishap.AWAY, 1, Integer::sum);
        }
        return away;
    }

    /** Every mishap has its share of each round. */
    private Mishap drawn() {
        if (ahead.isEmpty()) {
            List<Mishap> round = new ArrayList<>();
            for (Mishap mishap : Mishap.values()) {
                round.addAll(Collections.nCopies(mishap.share, mishap));
            }
            Collections.shuffle(round, random);
            ahead.addAll(round);
        }
        return ahead.remove();
    }

    /** A request was answered with this status. */
    void answered(int status) {
        if (status == TOO_MANY) {
            putOff.incrementAndGet();
            putOffVotes.addAndGet(now == Moment.VOTING ? 1 : 0);
        }
        if (status == FORBIDDEN) {
            refused.incrementAndGet();
        }
    }

    private void strike(Mishap mishap) {
        String route = ROUTES.get(random.nextInt(ROUTES.size()));
        int burst = 1 + random.nextInt(BURST);
        done.merge(mishap, 1, Integer::sum);
        switch (mishap) {
            case LOST -> {
                faults.refuseResume();
                faults.dropSockets();
            }
            case BROKEN -> faults.failNext(burst, route, Fault.status(500));
            case BUSY -> faults.failNext(burst, route, Fault.status(503));
            case SILENT -> faults.failNext(1, Kills.POSTS, Fault.silence());
            case SILENT_DONE -> faults.failNext(1, Kills.POSTS, Fault.silence().takingEffect());
            case BROKEN_DONE ->
                faults.failNext(1, Kills.POSTS, Fault.status(500).takingEffect());
            default -> faults.dropSockets();
        }
    }

    String table() {
        StringBuilder table = new StringBuilder();
        done.forEach((mishap, count) -> table.append("  %4d × %s%n".formatted(count, mishap.words)));
        if (refusing) {
            table.append("  %4d × a request refused with a 403 that passes%n".formatted(refused.get()));
        }
        if (mishaps > 0) {
            table.append("  %4d × a request put off with 429, %d of them while fans voted%n"
                    .formatted(putOff.get(), putOffVotes.get()));
        }
        return table.toString();
    }
}

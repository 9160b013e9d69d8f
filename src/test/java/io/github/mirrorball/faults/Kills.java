package io.github.mirrorball.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** When the bot is killed: drawn from a seed for a whole season, an episode at a time. Thread-safe. */
final class Kills {

    /** What the bot is doing when it is killed. */
    enum Moment {
        VOTING(25, "during votes"),
        OPENING(8, "while polls open"),
        REMINDING(8, "while it reminds"),
        LOCKING(12, "at the lock"),
        ENTERING(15, "while a result is entered"),
        UNHEARD(9, "before a request has effect"),
        UNANSWERED(15, "after a request took effect"),
        STARTING(10, "while it starts"),
        RESTING(0, "at rest");

        final String words;
        private final int share;

        Moment(int share, String words) {
            this.share = share;
            this.words = words;
        }
    }

    /**
     * One kill.
     *
     * @param after how many more things of its moment happen before it
     * @param millis how long after that, in real time
     * @param route the requests that it waits for, if it waits for one
     */
    record Kill(Moment moment, int after, int millis, String route) {

        private Kill sooner() {
            return new Kill(moment, after - 1, millis, route);
        }

        Kill on(String other) {
            return new Kill(moment, 0, millis, other);
        }
    }

    static final String POSTS = "POST /channels/{channel_id}/messages";
    private static final List<String> ROUTES = List.of(
            POSTS,
            POSTS,
            POSTS,
            POSTS,
            "PATCH /channels/{channel_id}/messages",
            "PUT /channels/{channel_id}/messages",
            "DELETE /channels/{channel_id}/messages",
            "POST /guilds/{guild_id}/scheduled-events",
            "POST /interactions");

    private final List<Map<Moment, Deque<Kill>>> planned = new ArrayList<>();
    private final Map<Moment, Integer> done = new EnumMap<>(Moment.class);
    private int episode;

    private Kills(int episodes) {
        for (int i = 0; i < episodes; i++) {
            planned.add(new EnumMap<>(Moment.class));
        }
    }

    static Kills plan(long seed, int kills, int episodes) {
        Kills plan = new Kills(episodes);
        Random random = new Random(seed);
        for (int i = 0; i < kills; i++) {
            Moment moment = drawn(random);
            int after = moment == Moment.VOTING ? random.nextInt(40) : random.nextInt(3);
            int millis = moment == Moment.STARTING ? random.nextInt(2500) : random.nextInt(25);
            String route = moment == Moment.UNHEARD || moment == Moment.UNANSWERED
                    ? ROUTES.get(random.nextInt(ROUTES.size()))
                    : "";
            plan.add(i % episodes, new Kill(moment, after, millis, route));
        }
        return plan;
    }

    private static Moment drawn(Random random) {
        int all = 0;
        for (Moment moment : Moment.values()) {
            all += moment.share;
        }
        int left = random.nextInt(all);
        for (Moment moment : Moment.values()) {
            left -= moment.share;
            if (left < 0) {
                return moment;
            }
        }
        return Moment.RESTING;
    }

    private void add(int number, Kill kill) {
        planned.get(number)
                .computeIfAbsent(kill.moment(), first -> new ArrayDeque<>())
                .add(kill);
    }

    /** The next episode begins; what its predecessor has left over is its own now. */
    synchronized void nextEpisode() {
        if (episode + 1 < planned.size()) {
            Map<Moment, Deque<Kill>> left = planned.get(episode);
            episode++;
            left.values().forEach(kills -> kills.forEach(kill -> add(episode, kill)));
        }
    }

    /** Something of this moment happens now. What is returned is to be done now. */
    synchronized Optional<Kill> happens(Moment moment) {
        Deque<Kill> waiting = waiting(moment);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Kill next = waiting.remove();
        if (next.after() == 0) {
            return Optional.of(next);
        }
        waiting.addFirst(next.sooner());
        return Optional.empty();
    }

    /** The next kill of this moment, however much should happen before. */
    synchronized Optional<Kill> take(Moment moment) {
        return Optional.ofNullable(waiting(moment).poll());
    }

    private Deque<Kill> waiting(Moment moment) {
        return planned.get(episode).computeIfAbsent(moment, first -> new ArrayDeque<>());
    }

    /** Any kill that is left. */
    synchronized Optional<Kill> takeAny() {
        return planned.get(episode).values().stream()
                .filter(waiting -> !waiting.isEmpty())
                .findFirst()
                .map(Deque::remove);
    }

    /** A kill that came upon the dead is to be done another time. */
    synchronized void again(Kill kill) {
        add(episode, kill);
    }

    synchronized void done(Moment moment) {
        done.merge(moment, 1, Integer::sum);
    }

    synchronized int all() {
        return done.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized String table() {
        StringBuilder table = new StringBuilder();
        done.forEach((moment, count) -> table.append("  %4d %s%n".formatted(count, moment.words)));
        return table.toString();
    }
}

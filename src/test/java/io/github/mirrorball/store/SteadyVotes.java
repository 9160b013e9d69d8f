package io.github.mirrorball.store;

import io.github.mirrorball.league.CastPick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.Receipt;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Picks without a pause, so many a second, in an embedded store that holds every fan's pick in every poll, and says each number with the
 * microseconds that it took once it is saved. Which pick has which number is always the same, so that anybody can tell what has to be there.
 */
public final class SteadyVotes {

    static final int POLLS = 20;

    private static final long SECOND = 1_000_000_000;

    private static final String FANS = "INSERT INTO fan (server, user_id, name)"
            + " SELECT %d, x, 'Fan ' || x FROM SYSTEM_RANGE(0, %d) ORDER BY x";
    private static final String PICKS = "INSERT INTO pick (poll, fan, outcome, picked_at, by_reaction)"
            + " SELECT poll.id, fan.id, 'cleo', TIMESTAMP WITH TIME ZONE '2024-09-20 12:00:00Z', FALSE FROM fan, poll";
    private static final String HELD =
            "SELECT pick.poll, fan.user_id, pick.outcome FROM pick JOIN fan ON fan.id = pick.fan";

    private SteadyVotes() {}

    /** @param args the database's file; how many fans; the number of the first pick; how many a second at the most */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (League league = new League(StoreSettings.embedded(Path.of(args[0])))) {
            CastPick cast = league.cast();
            int fans = Integer.parseInt(args[1]);
            long pause = SECOND / Integer.parseInt(args[3]);
            long due = System.nanoTime();
            for (int number = Integer.parseInt(args[2]); true; number++) {
                due = waitUntil(due) + pause;
                long began = System.nanoTime();
                Receipt receipt = cast.pick(poll(number), League.voter(user(number, fans)), outcome(number));
                if (!(receipt instanceof Receipt.Taken)) {
                    throw new IllegalStateException("Not taken: " + receipt);
                }
                out.println(number + " " + (System.nanoTime() - began) / 1000);
            }
        }
    }

    /** Returns that instant, or now if it has passed: what was late is not made up for. */
    private static long waitUntil(long due) {
        long now = System.nanoTime();
        while (now < due) {
            LockSupport.parkNanos(due - now);
            now = System.nanoTime();
        }
        return now;
    }

    /** Makes the store, with a pick of every fan in every poll, and leaves the file as small as it can be. */
    static void fill(Path file, int fans) {
        try (League league = new League(StoreSettings.embedded(file))) {
            long season = league.season();
            List<Poll> polls =
                    IntStream.range(0, POLLS).mapToObj(i -> league.open(season)).toList();
            if (polls.get(POLLS - 1).id() != POLLS) {
                throw new IllegalStateException("The polls' numbers are taken for granted");
            }
            Connections connections = league.store.database().connections();
            connections.run(handle -> handle.execute(FANS.formatted(League.SERVER, fans - 1)));
            connections.run(handle -> handle.execute(PICKS));
            league.store.database().compact();
        }
    }

    /** How many fans' picks are not what they have to be after the picks up to that number; what the next one changes may be either. */
    static long countWrong(Path file, int fans, int last) {
        int[][] newest = new int[POLLS][fans];
        for (int number = 1; number <= last; number++) {
            newest[(int) poll(number) - 1][(int) user(number, fans)] = number;
        }
        try (League league = new League(StoreSettings.embedded(file))) {
            return league.store
                    .database()
                    .connections()
                    .read(handle -> handle
                            .createQuery(HELD)
                            .map((row, context) -> {
                                int number = newest[row.getInt(1) - 1][row.getInt(2)];
                                boolean isNext =
                                        poll(last + 1) == row.getLong(1) && user(last + 1, fans) == row.getLong(2);
                                String held = row.getString(3);
                                return !held.equals(number == 0 ? "cleo" : outcome(number))
                                        && !(isNext && held.equals(outcome(last + 1)));
                            })
                            .stream()
                            .filter(isWrong -> isWrong)
                            .count());
        }
    }

    private static long poll(int number) {
        return 1L + Math.floorMod(number * 7919L, POLLS);
    }

    private static long user(int number, int fans) {
        return Math.floorMod((number * 2_654_435_761L) >>> 7, fans);
    }

    private static String outcome(int number) {
        return number % 2 == 0 ? "ada" : "ben";
    }
}

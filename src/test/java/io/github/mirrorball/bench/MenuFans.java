package io.github.mirrorball.bench;

import io.github.mirrorball.stage.world.StageAnswer;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageReply;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

/** Fans who each have a private menu of their own before them, and pick from it. For one thread at a time. */
final class MenuFans {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A fan, what they see, and what they can choose from. */
    private static final class Seat {
        private final StageUser fan;
        private final StageMessage menu;
        private final String id;
        private final List<String> outcomes;
        private final AtomicInteger acknowledged = new AtomicInteger();
        private int turn;

        Seat(StageUser fan, StageMessage menu) {
            this.fan = fan;
            this.menu = menu;
            this.id = menu.select("pick:");
            this.outcomes = outcomes(menu, id);
        }

        private static List<String> outcomes(StageMessage menu, String id) {
            List<String> outcomes = new ArrayList<>();
            menu.components().stream()
                    .filter(component -> component.path("custom_id").asText().equals(id))
                    .forEach(component -> component
                            .path("options")
                            .forEach(option -> outcomes.add(option.path("value").asText())));
            return outcomes;
        }

        /** Picks the next outcome; {@code told} is run once Discord has the answer. */
        void pick(Consumer<StageAnswer> told) {
            int now = ++turn;
            fan.choose(menu, id, List.of(outcome(now))).onAnswer(answer -> {
                if (answer instanceof StageMessage) {
                    acknowledged.accumulateAndGet(now, Math::max);
                }
                told.accept(answer);
            });
        }

        private String outcome(int number) {
            return outcomes.get(number % outcomes.size());
        }

        /** Of what was answered, what was chosen last. */
        String picked() {
            return outcome(acknowledged.get());
        }
    }

    private final List<Seat> seats = new ArrayList<>();

    /** @param opening what a fan does to see the menu */
    static MenuFans seated(StageServer server, int fans, Function<StageUser, StageReply> opening) {
        MenuFans all = new MenuFans();
        for (int i = 0; i < fans; i++) {
            StageUser fan = server.member("fan-%05d".formatted(i));
            all.seats.add(new Seat(fan, opening.apply(fan).message()));
        }
        return all;
    }

    /** Opens the menu by a command. */
    static Function<StageUser, StageReply> byCommand(StageChannel channel) {
        return fan -> fan.slash(channel, "pick");
    }

    /** Opens the menu by the button on a card. */
    static Function<StageUser, StageReply> byButton(StageMessage card) {
        return fan -> fan.press(card, card.button("ballot:"));
    }

    /** Picks at a steady pace, whatever becomes of it: from the dispatch to the callback. */
    Latencies openLoop(int perSecond, Duration time) {
        int count = (int) (perSecond * time.toSeconds());
        long[] took = new long[count];
        AtomicInteger over = new AtomicInteger();
        Pace.keep(perSecond, count, i -> {
            long begun = System.nanoTime();
            seats.get(i % seats.size()).pick(answer -> {
                took[i] = answer instanceof StageMessage ? System.nanoTime() - begun : Latencies.NEVER;
                over.incrementAndGet();
            });
        });
        awaitAll(over, count);
        return Latencies.of(took);
    }

    /** Everybody picks again as soon as they are answered; so many picks a second were answered. */
    double closedLoop(int fans, Duration time) {
        BlockingQueue<Seat> free = new LinkedBlockingQueue<>(seats.subList(0, fans));
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger over = new AtomicInteger();
        int begun = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < time.toNanos()) {
            Seat seat = next(free);
            begun++;
            seat.pick(answer -> {
                if (answer instanceof StageMessage) {
                    answered.incrementAndGet();
                }
                over.incrementAndGet();
                free.add(seat);
            });
        }
        double perSecond = answered.get() / ((System.nanoTime() - start) / 1e9);
        awaitAll(over, begun);
        return perSecond;
    }

    /** What each of them chose last, by outcome. */
    Map<String, Integer> chosen() {
        Map<String, Integer> chosen = new TreeMap<>();
        seats.forEach(seat -> chosen.merge(seat.picked(), 1, Integer::sum));
        return chosen;
    }

    private static Seat next(BlockingQueue<Seat> free) {
        try {
            Seat seat = free.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (seat == null) {
                throw new AssertionError("Nobody is answered any more");
            }
            return seat;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static void awaitAll(AtomicInteger answered, int count) {
        long begun = System.nanoTime();
        while (answered.get() < count) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new AssertionError("%d of %d picks were answered".formatted(answered.get(), count));
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}

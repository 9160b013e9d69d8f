package io.github.mirrorball.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.store.FreshDatabase;
import io.github.mirrorball.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes with half the shards each on one PostgreSQL, one or the other of which is killed: run by {@code mvn -Pfaults verify}. */
@Tag("faults")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class KilledHalvesTest {

    private static final int NIGHTS = 4;
    private static final long SEED = Long.getLong("faults.seed", 33);

    /** A lease, a start, and as much again for a machine that is busy with other things. */
    private static final Duration BACK = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final StoreSettings.Place.Server database = FreshDatabase.postgres();
    private final Random chance = new Random(SEED);
    private final List<Half> halves = new ArrayList<>();
    private Launcher launcher;
    private Tour tour;

    @BeforeEach
    void begin() {
        launcher = Launcher.packing(directory);
        tour = new Tour(directory);
    }

    @AfterEach
    void end() {
        tour.close();
        halves.stream().map(half -> half.process).filter(BotProcess::isAlive).forEach(BotProcess::kill);
    }

    @Test
    void whicheverHalfIsKilledEverythingIsDoneOnceAndTheOtherHalfGoesOn() {
        List.of(Tour.LEFT, Tour.RIGHT).forEach(shards -> halves.add(new Half(shards)));
        halves.forEach(Half::join);
        tour.places().forEach(place -> place.begin(NIGHTS));
        for (int night = 1; night <= NIGHTS; night++) {
            play(night, halves.get(night % 2), halves.get((night + 1) % 2));
        }

        tour.places()
                .forEach(place -> assertThat(place.posts("Picks are locked")).isEqualTo(NIGHTS));
        tour.expectOnceEach();
        assertThat(Set.copyOf(tour.reports())).hasSize(1);
        assertThat(tour.stage().violations()).isEmpty();
    }

    /** Twice in a night one half is killed, the second time while it posts a result; the other plays on meanwhile and waits for nothing. */
    private void play(int night, Half killed, Half other) {
        tour.windTo(Tour.night(night).minusSeconds(36_000));
        tour.of(killed.shards).forEach(place -> place.vote(night));
        tour.settle();
        killed.kill();
        tour.of(other.shards).forEach(place -> place.vote(night));
        long wound = System.nanoTime();
        tour.windTo(Tour.night(night));
        long took = System.nanoTime() - wound;
        tour.of(other.shards).forEach(place -> assertThat(place.state(night)).isEqualTo("locked"));
        tour.of(killed.shards).forEach(place -> assertThat(place.state(night)).isEqualTo("open"));
        Duration away = killed.join();
        tour.windTo(Tour.night(night).plusSeconds(7_200));
        System.out.printf(
                "seed %d, night %d: shard %s had locked and said so %d ms after the clock was wound 10 hours, with %s dead,"
                        + " which was back %d ms later%n",
                SEED, night, other.shards, took / 1_000_000, killed.shards, away.toMillis());
        tour.places().forEach(place -> place.enterResult(night));
        pause(chance.nextInt(200));
        killed.kill();
        tour.settle();
        killed.join();
        tour.settle();
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process that looks after one half. */
    private final class Half {

        private final Shards shards;
        private BotProcess process;
        private Part part;

        Half(Shards shards) {
            this.shards = shards;
            process = launch();
            part = Part.of(process);
        }

        private BotProcess launch() {
            return launcher.launch(
                    List.of(
                            directory.toString(),
                            tour.stage().restUrl(),
                            tour.stage().gatewayUrl(),
                            tour.stage().token(),
                            directory.resolve("clock").toString(),
                            "0",
                            shards.toString(),
                            database.jdbcUrl(),
                            database.user(),
                            database.password()),
                    directory.resolve("bot-" + shards.first() + ".log"));
        }

        /** Kills it as {@code kill -9} does, and starts its successor. */
        void kill() {
            tour.leaves(part);
            process.kill();
            process = launch();
            part = Part.of(process);
        }

        /** Waits until it is there, and tells how long that took. */
        Duration join() {
            long begun = System.nanoTime();
            assertThat(process.awaitReady()).isTrue();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            assertThat(took).isLessThan(BACK);
            tour.joins(part);
            return took;
        }
    }
}

package io.github.mirrorball.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.faults.Tour.Place;
import io.github.mirrorball.store.FreshDatabase;
import io.github.mirrorball.store.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that goes on after another has taken over from it, with votes in its hands that are older than what its successor has
 * confirmed since: run by {@code mvn -Pfaults verify}.
 */
@Tag("faults")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class OvertakenTest {

    private static final int FANS = Integer.getInteger("faults.fans", 300);

    @TempDir
    private Path directory;

    private final StoreSettings.Place.Server database = FreshDatabase.postgres();
    private final URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
    private final List<BotProcess> processes = new ArrayList<>();
    private Launcher launcher;
    private Link link;
    private Tour tour;
    private Place place;
    private Part overtaken;

    @BeforeEach
    void begin() {
        launcher = Launcher.packing(directory);
        tour = new Tour(directory);
        link = Link.to(address.getPort());
        overtaken = join(launch(link.port()));
        place = tour.of(Tour.LEFT).get(0);
        tour.windTo(Tour.night(1).minusSeconds(36_000));
        place.begin(1);
        tour.settle();
    }

    @AfterEach
    void end() throws IOException {
        processes.stream().filter(BotProcess::isAlive).forEach(BotProcess::kill);
        link.close();
        tour.stage().close();
    }

    @RepeatedTest(5)
    void whoeverWasFrozenOverwritesNothingWhenItGoesOn() {
        signal("STOP");
        react();
        takeOver();
        pick();
        signal("CONT");

        expectWhatWasPickedLast();
    }

    @RepeatedTest(5)
    void whoeverHadNoWayToTheDatabaseOverwritesNothingWhenItIsBack() {
        link.hold(true);
        react();
        takeOver();
        pick();
        link.hold(false);

        expectWhatWasPickedLast();
    }

    private void react() {
        fans().forEach(fan -> place.react("fan " + fan, 1));
    }

    private void pick() {
        fans().forEach(fan -> place.pick("fan " + fan, "h"));
    }

    private static IntStream fans() {
        return IntStream.range(0, FANS);
    }

    private void takeOver() {
        tour.leaves(overtaken);
        join(launch(address.getPort()));
    }

    /** The one that was overtaken ends by itself; by then it has done with everything that it had in its hands. */
    private void expectWhatWasPickedLast() {
        processes.get(0).awaitEnd();
        tour.settle();
        assertThat(place.picks(1)).containsExactlyEntriesOf(Map.of("h", FANS));
        tour.windTo(Tour.night(1).plusSeconds(7_200));
        place.enterResult(1);
        tour.settle();
        assertThat(place.posts("Picks are locked")).isEqualTo(1);
        tour.expectOnceEach();
    }

    private void signal(String name) {
        try {
            new ProcessBuilder(
                            "kill", "-" + name, Long.toString(processes.get(0).pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Part join(BotProcess process) {
        assertThat(process.awaitReady()).isTrue();
        return tour.joins(Part.of(process));
    }

    private BotProcess launch(int port) {
        Path log = directory.resolve("bot-" + processes.size() + ".log");
        BotProcess process = launcher.launch(
                List.of(
                        directory.toString(),
                        tour.stage().restUrl(),
                        tour.stage().gatewayUrl(),
                        tour.stage().token(),
                        directory.resolve("clock").toString(),
                        "0",
                        Tour.LEFT.toString(),
                        database.jdbcUrl().replace(":" + address.getPort() + "/", ":" + port + "/"),
                        database.user(),
                        database.password()),
                log);
        processes.add(process);
        return process;
    }
}

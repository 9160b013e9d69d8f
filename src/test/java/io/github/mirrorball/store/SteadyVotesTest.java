package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An embedded store's file does not grow without bound while votes never pause, and none is lost by a kill meanwhile. */
class SteadyVotesTest {

    private static final Logger LOG = LoggerFactory.getLogger(SteadyVotesTest.class);
    private static final long MB = 1L << 20;

    /** A cold process is slow for other reasons. */
    private static final int WARM_UP = 500;

    @TempDir
    private Path directory;

    @Test
    void theFileOfASmallLeagueStaysSmallThroughAKill() throws IOException, InterruptedException {
        check(50, 1_500, 1, 10_000);
    }

    @Test
    @Tag("long")
    void theFileOfASmallLeagueStaysSmallThroughKills() throws IOException, InterruptedException {
        check(50, 6_000, 2, 10_000);
    }

    /** As many picks as half an hour of 50 a second has, four times as fast. */
    @Test
    @Tag("faults")
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void theFileOfALargeLeagueStaysBoundedThroughKills() throws IOException, InterruptedException {
        check(20_000, 90_000, 20, 200);
    }

    private void check(int fans, int picks, int kills, int rate) throws IOException, InterruptedException {
        Path file = directory.resolve("league");
        SteadyVotes.fill(file, fans);
        long live = Files.size(Backend.ending(file));
        List<String> table = new ArrayList<>(List.of("live data: %.1f MB".formatted(live / (double) MB)));
        long largest = 0;
        int last = 0;
        for (int kill = 1; kill <= kills; kill++) {
            Votes votes = votes(file, fans, last, picks * kill / kills, rate);
            last = votes.last;
            largest = Math.max(largest, votes.largest);
            table.add("%6d picks: %.1f MB, slowest pick %d ms"
                    .formatted(last, votes.largest / (double) MB, votes.slowest / 1000));
            LOG.info("{}", table.get(kill));
            assertThat(SteadyVotes.countWrong(file, fans, last)).isZero();
        }
        assertThat(largest).as(String.join("\n", table)).isLessThan(Math.max(64 * MB, 4 * live));
    }

    /** Lets a process pick, and kills it somewhere near the last number. */
    private Votes votes(Path file, int fans, int from, int to, int rate) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SteadyVotes.class.getName(),
                        file.toString(),
                        Integer.toString(fans),
                        Integer.toString(from + 1),
                        Integer.toString(rate))
                .redirectError(directory.resolve("log").toFile())
                .start();
        Votes votes = new Votes();
        int end = to - new Random(to).nextInt(100);
        try (BufferedReader said = process.inputReader()) {
            while (votes.last < end) {
                votes.add(said.readLine(), file);
            }
            process.toHandle().destroyForcibly();
            for (String line = said.readLine(); line != null && line.matches("\\d+ \\d+"); line = said.readLine()) {
                votes.add(line, file);
            }
            process.waitFor();
        }
        return votes;
    }

    private static final class Votes {
        private int picks;
        private int last;
        private long slowest;
        private long largest;

        void add(String said, Path file) throws IOException {
            String[] parts = said.split(" ");
            last = Integer.parseInt(parts[0]);
            slowest = ++picks > WARM_UP ? Math.max(slowest, Long.parseLong(parts[1])) : slowest;
            largest = last % 100 == 0 ? Math.max(largest, Files.size(Backend.ending(file))) : largest;
        }
    }
}

package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.league.CastPick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.Voter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was deleted is wiped from the database's file while others go on picking, and nothing else is. */
class WipeTest {

    private static final int FANS = 3000;
    private static final int PICKERS = 500;
    private static final Pattern NAME = Pattern.compile("Quillon-\\d+-of-the-ballroom");

    /** Steps hold others up for some hundredths of a second, on a busy computer for longer. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    @TempDir
    private Path directory;

    @Test
    void deletedNamesAreGoneFromTheFileWhileItIsUsedAndEverythingElseIsThere() throws Exception {
        StoreSettings settings = StoreSettings.embedded(directory.resolve("league"));
        Poll poll;
        try (League league = new League(settings)) {
            poll = league.open(league.season());
            CastPick cast = league.cast();
            IntStream.range(0, FANS)
                    .forEach(user -> cast.pick(poll.id(), new Voter(League.SERVER, user, name(user)), "ada"));
            for (int user = 0; user < FANS; user += 10) {
                erase(league, user);
            }
            assertThat(namesInFile()).contains(name(10));

            List<List<Duration>> waits = Together.run(2, thread -> thread == 0 ? wiped(league) : picks(cast, poll));

            Set<String> names = namesInFile();
            assertThat(names).hasSize(FANS * 9 / 10 + PICKERS);
            assertThat(names).doesNotContainAnyElementsOf(erased());
            assertThat(waits.get(1)).allSatisfy(wait -> assertThat(wait).isLessThan(LONGEST_WAIT));
        }
        try (League league = new League(settings)) {
            assertThat(league.store.picks().tally(poll.id())).isEqualTo(Map.of("ada", FANS * 9 / 10, "ben", PICKERS));
        }
    }

    private static void erase(League league, long user) {
        league.store.transactions().inOne(() -> {
            league.store.erasures().forget(League.SERVER, user);
            league.store
                    .fans()
                    .remove(league.store
                            .fans()
                            .find(League.SERVER, user)
                            .orElseThrow()
                            .id());
            return user;
        });
    }

    private List<Duration> wiped(League league) {
        Instant due = league.clock.instant().plus(Duration.ofMinutes(31));
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    league.store.due().wipe(due);
                    return league.store
                            .due()
                            .nextAfter(Instant.EPOCH)
                            .filter(at -> at.isBefore(due))
                            .isEmpty();
                });
        return List.of();
    }

    private static List<Duration> picks(CastPick cast, Poll poll) {
        List<Duration> waits = new ArrayList<>();
        for (int user = FANS; user < FANS + PICKERS; user++) {
            long begun = System.nanoTime();
            cast.pick(poll.id(), new Voter(League.SERVER, user, name(user)), "ben");
            waits.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        return waits;
    }

    private static String name(long user) {
        return "Quillon-" + user + "-of-the-ballroom";
    }

    private static List<String> erased() {
        return IntStream.range(0, FANS)
                .filter(user -> user % 10 == 0)
                .mapToObj(WipeTest::name)
                .toList();
    }

    private Set<String> namesInFile() throws IOException {
        String bytes = Files.readString(directory.resolve("league.mv.db"), StandardCharsets.ISO_8859_1);
        return NAME.matcher(bytes).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}

package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mirrorball.bot.CardReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EpisodeCommandTest {

    @AutoClose
    private final Evening evening = new Evening(Instant.parse("2026-01-01T12:00:00Z"));

    private final Hosting host = new Hosting(evening);

    @BeforeEach
    void aSeasonOfThree() {
        host.season("Ann", "Bob", "Cyd");
    }

    @Test
    void anEpisodeIsAddedAndItsPollsOpenByThemselves() {
        assertThat(host.told("episode add", Map.of("airs", "2026-01-10 20:00", "title", "Oscars *Night*")))
                .contains("Episode 1 · Oscars \\*Night\\*", "<t:1768075200:F>");
        evening.windTo("2026-01-09T12:00:00Z");

        assertThat(evening.card(1, "elimination").emoji()).containsOnlyKeys("ann", "bob", "cyd", "none");
        assertThat(evening.card(1, "top_score").emoji()).containsOnlyKeys("ann", "bob", "cyd");
    }

    @Test
    void aSeriesKeepsItsLocalTimeAcrossTheChangeOfClocks() {
        assertThat(host.told("episode add", Map.of("airs", "2026-03-21 20:00", "count", 3L, "every", 7L)))
                .contains("3 episodes are added");

        assertThat(host.told("episode list", Map.of()))
                .contains("Episode 1 · Night 1", seconds("2026-03-21T20:00:00Z"))
                .contains("Episode 2", seconds("2026-03-28T20:00:00Z"))
                .contains("Episode 3 · Night 3", seconds("2026-04-04T19:00:00Z"));
        assertThat(host.told("episode add", Map.of("airs", "2026-04-11 20:00"))).contains("Episode 4");
    }

    @Test
    void aTimeThatClocksSkipIsRefusedAndOneThatHappensTwiceMeansTheFirst() {
        assertThat(host.told("episode add", Map.of("airs", "2026-03-29 01:30")))
                .contains("Clocks in Europe/London skip 2026\\-03\\-29 01\\:30");
        assertThat(host.told("episode add", Map.of("airs", "2026-03-22 01:30", "count", 3L)))
                .contains("skip 2026\\-03\\-29 01\\:30");
        assertThat(host.told("episode list", Map.of())).contains("no episodes yet");
        assertThat(host.told("episode add", Map.of("airs", "2026-10-25 01:30")))
                .contains(seconds("2026-10-25T00:30:00Z"));
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThat(host.told("episode add", Map.of("airs", "next **Tuesday**")))
                .contains("I cannot read \"next \\*\\*Tuesday\\*\\*\"");
        assertThat(host.told("episode add", Map.of("airs", "2026-02-30 20:00"))).contains("I cannot read");
        assertThat(host.told("episode add", Map.of("airs", "2026-01-10 20:00", "asks", "elimination, dance")))
                .contains("I cannot ask for \"dance\"");
        assertThat(host.told("episode add", Map.of("airs", "2026-01-10 20:00", "asks", "low_score")))
                .contains("only asked when the season says so");
        assertThat(host.told("episode add", Map.of("airs", "2026-01-10 20:00", "asks", "winner winner")))
                .contains("a second time");
        assertThat(host.told("episode add", Map.of("airs", "2026-01-10 20:00", "asks", "score:nobody")))
                .contains("no contestant with the id");
        assertThat(host.told("episode add", Map.of("airs", "2199-01-10 20:00"))).contains("The year must lie");
        assertThatThrownBy(() -> host.told("episode add", Map.of("airs", "2026-01-10 20:00", "title", "x".repeat(101))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(host.told("episode list", Map.of())).contains("no episodes yet");
    }

    @Test
    void aTitleMayHaveAHundredCharactersAndANumberIsTakenOnce() {
        assertThat(host.told("episode add", Map.of("airs", "2026-01-10 20:00", "title", "x".repeat(100))))
                .contains("is added");
        assertThat(host.told("episode add", Map.of("airs", "2026-01-17 20:00", "number", 1L)))
                .contains("There is an earlier episode 1");
    }

    @Test
    void movingAnEpisodeMovesItsOpenPollsAndTheirLock() {
        host.episode("2026-01-10 20:00");
        evening.windTo("2026-01-09T12:00:00Z");
        CardReport card = evening.card(1, "elimination");
        assertThat(host.told("episode edit", Map.of("episode", 1L, "airs", "2026-01-11 21:00", "title", "Late")))
                .contains("Episode 1 · Late", seconds("2026-01-11T21:00:00Z"));

        assertThat(evening.message(card).text()).contains(seconds("2026-01-11T21:00:00Z"), "Late");
        evening.windTo("2026-01-11T20:59:59Z");
        assertThat(evening.poll(1, "elimination").state()).isEqualTo("open");
        evening.windTo("2026-01-11T21:00:00Z");
        assertThat(evening.poll(1, "elimination").state()).isEqualTo("locked");
    }

    @Test
    void whatBecomesOfItsPollsIsSaidAsItIs() {
        host.episode("2026-01-10 20:00");
        evening.windTo("2026-01-09T12:00:00Z");
        assertThat(host.told("episode edit", Map.of("episode", 1L, "airs", "2026-01-10 20:30")))
                .contains("Its polls move with it.");

        String poll = Long.toString(evening.card(1, "elimination").poll());
        host.told("poll lock", Map.of("poll", poll));
        assertThat(host.told("episode edit", Map.of("episode", 1L, "airs", "2026-01-10 20:45")))
                .contains("Its open polls move with it.", "stay as they are");

        evening.windTo("2026-01-10T20:45:00Z");
        assertThat(host.told("episode edit", Map.of("episode", 1L, "airs", "2026-01-11 21:00")))
                .contains("Its polls stay as they are")
                .doesNotContain("move with it");
    }

    @Test
    void whatIsAskedCanChangeUntilFansHaveSeenIt() {
        host.episode("2026-01-10 20:00");
        assertThat(host.told("episode edit", Map.of("episode", 1L, "asks", "elimination")))
                .contains("is changed");
        evening.windTo("2026-01-09T12:00:00Z");
        evening.react(evening.fan("fan"), evening.card(1, "elimination"), "ann");
        evening.settle();

        assertThat(host.told("episode edit", Map.of("episode", 1L, "asks", "top_score")))
                .contains("take away a poll", "with one pick");
        assertThat(host.told("episode remove", Map.of("episode", 1L))).contains("take away a poll");
        assertThat(host.told("episode edit", Map.of("episode", 1L, "asks", "elimination, top_score")))
                .contains("is changed");
        assertThat(evening.card(1, "top_score").emoji()).containsOnlyKeys("ann", "bob", "cyd");
    }

    @Test
    void anEpisodeThatNobodySawIsRemovedWithItsPolls() {
        host.episode("2026-01-10 20:00");
        host.episode("2026-01-17 20:00");
        assertThat(host.told("episode remove", Map.of("episode", 1L))).contains("Episode 1 · Night 1 is removed");
        evening.windTo("2026-01-10T20:00:00Z");

        assertThat(evening.posts()).isEmpty();
        assertThat(host.told("episode remove", Map.of("episode", 1L))).contains("There is no episode 1");
        assertThat(host.told("episode edit", Map.of("episode", 7L, "title", "x")))
                .contains("There is no episode 7");
    }

    @Test
    void anEpisodeWithAResultStays() {
        host.told("episode add", Map.of("airs", "2026-01-10 20:00", "asks", "nothing"));
        evening.windTo("2026-01-10T23:00:00Z");
        evening.enterResult(1, Map.of("eliminated", List.of("bob")));

        assertThat(host.told("episode remove", Map.of("episode", 1L))).contains("has a result");
    }

    @Test
    void whatIsAskedAndWhichEpisodeIsSuggested() {
        host.told("episode add", Map.of("airs", "2026-01-10 20:00", "title", "Oscars Night"));

        assertThat(host.choices("episode add", Map.of("asks", "wins"), "asks").values())
                .containsExactly("winner", "winner, top_score");
        assertThat(host.choices("episode edit", Map.of("episode", "osc"), "episode")
                        .values())
                .containsExactly("1");
    }

    private static String seconds(String instant) {
        return "<t:" + Instant.parse(instant).getEpochSecond() + ":F>";
    }
}

package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nights a week apart, on 10 and 17 January; results wait six hours. */
class RevealTest {

    private static final String ENTERED = "2026-01-10T22:30:00Z";
    private static final String JUST_BEFORE = "2026-01-11T04:29:59.999Z";
    private static final String REVEAL = "2026-01-11T04:30:00Z";
    private static final String MARKS = "Ann: 8 8\nBob: 7 7\nCyd: 6 6\nDee: 9 9";

    @AutoClose
    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));

    private final Hosting host = new Hosting(evening);
    private final StageUser fan = evening.fan("fan");

    @BeforeEach
    void aNightIsOver() {
        evening.importSeason(SmallSeasons.season(
                SmallSeasons.episode(1, "2026-01-10T20:00") + "," + SmallSeasons.episode(2, "2026-01-17T20:00")));
        assertThat(host.told("season settings", Map.of("reveal-delay", 6L))).contains("told 6 hours after");
        evening.windTo("2026-01-09T12:00:00Z");
        evening.react(fan, evening.card(1, "elimination"), "ann");
        evening.settle();
        evening.windTo(ENTERED);
    }

    @Test
    void nothingOfADelayedResultIsSeenBeforeItsRevealAndAllOfItAtOnceThen() {
        List<String> posts = evening.posts();
        String me = told("me");
        String standings = told("standings");
        String schedule = told("schedule");
        assertThat(enter(Map.of("eliminated", List.of("ann"), "marks", MARKS))).contains("is kept", seconds(REVEAL));

        evening.windTo(JUST_BEFORE);
        evening.restart();
        assertThat(evening.posts()).isEqualTo(posts);
        assertThat(evening.channel().messages())
                .noneMatch(message -> message.text().contains("Right:"));
        assertThat(told("me")).isEqualTo(me);
        assertThat(told("standings")).isEqualTo(standings);
        assertThat(told("schedule")).isEqualTo(schedule);
        assertThat(evening.poll(1, "elimination").state()).isEqualTo("locked");
        assertThat(evening.report().standings()).isEmpty();

        evening.windTo(REVEAL);
        assertThat(evening.poll(1, "elimination").state()).isEqualTo("resolved");
        assertThat(evening.report().standings()).hasSize(1);
        assertThat(evening.posts())
                .filteredOn(post -> post.contains("The result of Episode 1") && post.contains("Ann"))
                .hasSize(1);
        assertThat(told("me")).contains("right", "10 points");
        assertThat(told("schedule")).contains("result in");
        evening.windTo("2026-01-11T20:00:00Z");
        assertThat(evening.card(2, "elimination").emoji()).doesNotContainKey("ann");
    }

    @Test
    void aCorrectionOfWhatWaitsKeepsTheInstantAndIsToldAsTheResult() {
        enter(Map.of("eliminated", List.of("ann"), "marks", MARKS));
        evening.windTo("2026-01-11T02:00:00Z");
        StageForm form = form();
        assertThat(form.json().toString()).contains("Ann: 8 8");
        assertThat(enter(Map.of("eliminated", List.of("bob")))).contains(seconds(REVEAL));
        assertThat(host.told("result history", Map.of("episode", 1L)))
                .contains("Version 1", "Version 2", "Fans see this " + seconds(REVEAL));

        evening.windTo(JUST_BEFORE);
        assertThat(evening.posts()).noneMatch(post -> post.contains("esult of Episode 1"));
        evening.windTo(REVEAL);
        assertThat(evening.posts())
                .filteredOn(post -> post.contains("esult of Episode 1"))
                .singleElement()
                .asString()
                .contains("The result of", "Bob")
                .doesNotContain("Corrected", "Ann**");

        assertThat(enter(Map.of("eliminated", List.of("ann")))).contains("is in");
        evening.settle();
        assertThat(evening.posts())
                .filteredOn(post -> post.contains("Corrected"))
                .hasSize(1);
        assertThat(evening.report().standings()).extracting(row -> row.points()).isNotEmpty();
    }

    @Test
    void aBotThatWasAwayOverTheRevealRevealsLateAndOnce() {
        enter(Map.of("eliminated", List.of("ann"), "marks", MARKS));
        evening.windQuietlyTo("2026-01-11T09:00:00Z");
        evening.restart();
        evening.restart();
        assertThat(evening.posts())
                .filteredOn(post -> post.contains("The result of Episode 1"))
                .hasSize(1);
    }

    @Test
    void ofTwoHostsWhoEnterWhileItWaitsTheSecondIsTold() {
        StageMessage second =
                evening.previewResult(evening.host(), 1, Map.of("eliminated", List.of("bob"), "marks", MARKS));
        enter(Map.of("eliminated", List.of("ann"), "marks", MARKS));
        assertThat(host.press(second, "result-confirm:")).contains("while you were typing", "Ann");
        evening.windTo(REVEAL);
        assertThat(evening.posts()).anyMatch(post -> post.contains("The result of Episode 1") && post.contains("Ann"));
    }

    @Test
    void aWithdrawalByCommandIsToldAtOnceAndBelongsToTheNextNight() {
        enter(Map.of("eliminated", List.of("ann"), "marks", MARKS));
        StageMessage sure = host.message("contestant withdraw", Map.of("contestant", "bob"));
        assertThat(host.press(sure, "contestant-withdraw:")).contains("has withdrawn");
        evening.windTo(REVEAL);
        evening.windTo("2026-01-12T20:00:00Z");
        assertThat(evening.card(2, "elimination").emoji()).containsOnlyKeys("cyd", "dee", "none");
    }

    private StageForm form() {
        return evening.host()
                .slash(evening.channel(), "result enter", Map.of("episode", 1L))
                .form();
    }

    private String enter(Map<String, Object> fields) {
        StageMessage preview = evening.previewResult(evening.host(), 1, fields);
        return host.press(preview, "result-confirm:");
    }

    private String told(String command) {
        return fan.slash(evening.channel(), command).message().text();
    }

    private static String seconds(String instant) {
        return "<t:" + Instant.parse(instant).getEpochSecond() + ":F>";
    }
}

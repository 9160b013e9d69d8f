package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What fans and hosts see of the standings, over two nights. */
class StandingsTest {

    private static final String MARKS = "Ann: 8 8\nBob: 7 7\nCyd: 6 6\nDee: 9 9";
    private static final String AFTER_ONE = "2026-01-10T22:30:00Z";
    private static final String AFTER_TWO = "2026-01-11T22:30:00Z";

    @Test
    void fansSeeWhoLeadsInTheSeasonInOneEpisodeAndByAccuracyWithTheirMovement() {
        try (Evening evening = twoNights(", \"settings\": {\"crowd\": true}")) {
            StageUser amy = evening.fan("amy");

            String season = standings(evening, amy, Map.of()).text();
            assertThat(season).contains("**ben** · 20 points · 2 of 2 right · ▲1");
            assertThat(season).contains("**amy** · 15 points · 2 of 3 right · ▼1");
            assertThat(season).contains("👥 **The Crowd**");
            assertThat(standings(evening, amy, Map.of("episode", 1L)).text())
                    .contains("Night 1", "🥇 **amy** · 15 points · 2 of 2 right\n🥈 **ben** · 10 points");
            assertThat(standings(evening, amy, Map.of("by", "accuracy")).text())
                    .contains("with at least 2 counted picks")
                    .contains("🥇 **ben** · 100% · 2 of 2 right\n🥈 **amy** · 67% · 2 of 3 right");
        }
    }

    @Test
    void accuracyOfOneEpisodeAndUnknownEpisodesAreRefused() {
        try (Evening evening = twoNights("")) {
            StageUser amy = evening.fan("amy");

            assertThat(standings(evening, amy, Map.of("episode", 1L, "by", "accuracy"))
                            .text())
                    .contains("Leave out either");
            assertThat(standings(evening, amy, Map.of("episode", 7L)).text()).contains("no episode 7");
            assertThat(standings(evening, amy, Map.of("club", "Nowhere")).text())
                    .contains("no such club");
        }
    }

    @Test
    void aHostSavesThemAsAFileInWhichNoNameIsAFormula() {
        try (Evening evening = opened("")) {
            StageUser trickster = evening.fan("=1+1;=2+2");
            evening.react(trickster, evening.card(1, "elimination"), "ann");
            evening.settle();
            evening.windTo(AFTER_ONE);
            evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", MARKS));

            StageMessage shown = standings(evening, evening.host(), Map.of());
            StageMessage file =
                    evening.host().press(shown, shown.button("standings-csv:")).message();
            assertThat(file.isEphemeral()).isTrue();
            assertThat(new String(file.file("standings.csv").orElseThrow(), StandardCharsets.UTF_8))
                    .isEqualTo("\uFEFFrank,fan,points,correct,picked\r\n1,\"'=1+1,=2+2\",10,1,1\r\n");
            assertThat(standings(evening, trickster, Map.of()).components())
                    .noneMatch(part -> part.path("custom_id").asText().startsWith("standings-csv"));
        }
    }

    @Test
    void aClubIsFoundedJoinedByItsButtonSeenAloneAndLeft() {
        try (Evening evening = twoNights("")) {
            StageUser amy = evening.fan("amy");
            StageUser cleo = evening.fan("cleo");
            StageMessage invitation = amy.slash(evening.channel(), "club create", Map.of("name", "*The* Judges"))
                    .message();
            assertThat(invitation.isEphemeral()).isFalse();
            assertThat(invitation.text()).contains("\\*The\\* Judges");
            String join = invitation.button("club-join:");

            assertThat(cleo.press(invitation, join).message().text()).contains("You are a member");
            assertThat(cleo.press(invitation, join).message().text()).contains("already");
            assertThat(amy.slash(evening.channel(), "club list").message().text())
                    .contains("2 members");
            assertThat(standings(evening, amy, Map.of("club", "*the* judges")).text())
                    .contains("🥇 **amy** · 15 points", "🥈 **cleo** · 0 points")
                    .doesNotContain("ben");
            assertThat(cleo.slash(evening.channel(), "club leave").message().text())
                    .contains("You left");
            assertThat(cleo.slash(evening.channel(), "club leave").message().text())
                    .contains("You are in no club");
            assertThat(cleo.slash(evening.channel(), "club join", Map.of("club", "*The* Judges"))
                            .message()
                            .text())
                    .contains("You are a member");
            assertThat(cleo.slash(evening.channel(), "club create", Map.of("name", "Others"))
                            .message()
                            .text())
                    .contains("already");
        }
    }

    @Test
    void hostsReadWhoEnteredWhatAndEveryoneWhomACorrectionTouched() {
        try (Evening evening = twoNights("")) {
            assertThat(history(evening, 2)).contains("**Version 1**").doesNotContain("Version 2");
            evening.enterResult(2, Map.of("eliminated", List.of("cyd"), "marks", "none"));

            String post = evening.posts().stream()
                    .filter(text -> text.contains("Corrected"))
                    .findFirst()
                    .orElseThrow();
            assertThat(post)
                    .contains("Points changed for 2 fans")
                    .contains("**ben** 20 → 10 (−10)\n**cleo** 0 → 10 (+10)")
                    .doesNotContain("**amy** 15 →");
            assertThat(history(evening, 2))
                    .contains("**Version 2**", "Cyd", "Points changed for 2 fans", "**Version 1**", "Bob")
                    .contains("<@" + evening.host().id() + ">");
            assertThat(history(evening, 7)).contains("no episode 7");
        }
    }

    @Test
    void aLongListOfChangesIsCutAndReadOnByItsButton() {
        try (Evening evening = opened("")) {
            for (int i = 0; i < 45; i++) {
                evening.react(evening.fan("fan-" + i), evening.card(1, "elimination"), "ann");
            }
            evening.settle();
            evening.windTo(AFTER_ONE);
            evening.enterResult(1, Map.of("eliminated", List.of("bob"), "marks", MARKS));
            evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", MARKS));

            StageMessage post = evening.channel().messages().stream()
                    .filter(message -> message.text().contains("Corrected"))
                    .findFirst()
                    .orElseThrow();
            assertThat(post.text()).contains("Points changed for 45 fans");
            assertThat(post.text().split("0 → 10", -1)).hasSize(21);
            StageUser fan = evening.fan("reader");
            StageMessage first = fan.press(post, post.button("correction:")).message();
            assertThat(first.isEphemeral()).isTrue();
            assertThat(first.text().split("0 → 10", -1)).hasSize(26);
            String next = first.components().stream()
                    .map(part -> part.path("custom_id").asText())
                    .filter(id -> id.endsWith(":1"))
                    .findFirst()
                    .orElseThrow();
            assertThat(fan.press(first, next).message().text().split("0 → 10", -1))
                    .hasSize(21);
        }
    }

    private static StageMessage standings(Evening evening, StageUser who, Map<String, Object> options) {
        return who.slash(evening.channel(), "standings", options).message();
    }

    private static String history(Evening evening, long episode) {
        return evening.host()
                .slash(evening.channel(), "result history", Map.of("episode", episode))
                .message()
                .text();
    }

    static Evening opened(String settings) {
        Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
        String season = SmallSeasons.twoNights().strip();
        evening.importSeason(season.substring(0, season.length() - 1) + settings + "}");
        evening.windTo("2026-01-10T09:00:00Z");
        return evening;
    }

    /**
     * Amy is right twice on the first night and Ben once; on the second Ben alone is right; Cleo never is. There are no marks on the
     * second night.
     */
    static Evening twoNights(String settings) {
        Evening evening = opened(settings);
        pick(evening, 1, "elimination", Map.of("amy", "ann", "ben", "ann", "cleo", "dee"));
        pick(evening, 1, "top_score", Map.of("amy", "dee"));
        evening.windTo(AFTER_ONE);
        evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", MARKS));
        evening.windTo("2026-01-11T09:00:00Z");
        pick(evening, 2, "elimination", Map.of("amy", "dee", "ben", "bob", "cleo", "cyd"));
        evening.windTo(AFTER_TWO);
        evening.enterResult(2, Map.of("eliminated", List.of("bob"), "marks", "none"));
        return evening;
    }

    private static void pick(Evening evening, int episode, String asks, Map<String, String> picks) {
        picks.forEach((fan, outcome) -> evening.react(evening.fan(fan), evening.card(episode, asks), outcome));
        evening.settle();
    }
}

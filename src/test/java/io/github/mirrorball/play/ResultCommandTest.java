package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.stage.world.Forgery;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ResultCommandTest {

    private static final int FANS = 45;

    @Test
    void aPreviewWithFaultsCanOnlyBeEditedAndKeepsWhatWasTyped() {
        try (Evening evening = aired()) {
            String typed = "Ann: 8 8\nBob seven";
            StageMessage preview =
                    evening.previewResult(evening.host(), 1, Map.of("eliminated", List.of("bob"), "marks", typed));
            assertThat(preview.text()).contains("I cannot read this line: \"Bob seven\"");
            assertThat(preview.components())
                    .noneMatch(part -> part.path("custom_id").asText().startsWith("result-confirm:"));

            StageForm form = evening.host()
                    .press(preview, preview.button("result-edit:"))
                    .form();
            assertThat(form.field("marks").values()).containsExactly(typed);
            assertThat(form.field("eliminated").values()).containsExactly("bob");
            StageMessage mended = evening.host()
                    .submit(form, Map.of("marks", "Ann: 8 8\nBob 7 7"))
                    .message();
            assertThat(evening.host()
                            .press(mended, mended.button("result-confirm:"))
                            .message()
                            .text())
                    .contains("is in", "Bob");
        }
    }

    @Test
    void whatCanBeReadInTwoWaysIsAskedInThePreviewAndNeverAddedUp() {
        try (Evening evening = aired()) {
            StageMessage preview = evening.previewResult(
                    evening.host(), 1, Map.of("eliminated", List.of("bob"), "marks", "• ANN — 8, 8, 8\nBob: 24/30"));
            assertThat(preview.text()).contains("in two ways", "24+30").doesNotContain("**54");
            StageForm form = evening.host()
                    .press(preview, preview.button("result-edit:"))
                    .form();
            StageMessage mended = evening.host()
                    .submit(form, Map.of("marks", "• ANN — 8, 8, 8\nBob: = 23"))
                    .message();
            assertThat(mended.text()).contains("**24**", "**23**");
        }
    }

    @Test
    void aPreviewThatWasConfirmedCannotBeConfirmedOrEditedAgain() {
        try (Evening evening = aired()) {
            StageMessage preview = evening.previewResult(evening.host(), 1, Map.of("eliminated", List.of("none")));
            String confirm = preview.button("result-confirm:");
            String edit = preview.button("result-edit:");
            evening.host().press(preview, confirm).await();
            evening.settle();

            assertThat(Forgery.press(evening.host(), preview, confirm).message().text())
                    .contains("no longer kept");
            assertThat(Forgery.press(evening.host(), preview, edit).message().text())
                    .contains("no longer kept");
            assertThat(evening.host()
                            .slash(evening.channel(), "result history", Map.of("episode", 1L))
                            .message()
                            .text())
                    .contains("Version 1", "Nobody was eliminated")
                    .doesNotContain("Version 2");
        }
    }

    @Test
    void aResultBeforeAirTimeOrOfAnUnknownEpisodeIsRefused() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            evening.importSeason(SmallSeasons.oneNight());
            assertThat(evening.previewResult(evening.host(), 1, Map.of("eliminated", List.of("ann")))
                            .text())
                    .contains("has not aired");
            for (String command : List.of("result enter", "result history")) {
                assertThat(evening.host()
                                .slash(evening.channel(), command, Map.of("episode", 9L))
                                .message()
                                .text())
                        .contains("9");
            }
            assertThat(evening.report().polls()).isEmpty();
        }
    }

    @Test
    void historyAndTheFansOfACorrectionAreReadPageByPage() {
        try (Evening evening = aired()) {
            List<String> leavers = List.of("bob", "ann", "bob", "ann", "bob", "ann", "bob", "ann");
            leavers.forEach(who -> evening.enterResult(1, Map.of("eliminated", List.of(who), "marks", "none")));

            StageMessage history = evening.host()
                    .slash(evening.channel(), "result history", Map.of("episode", 1L))
                    .message();
            Set<String> versions = numbers("Version (\\d+)", history.text());
            StageMessage older = evening.host().press(history, "history:1:1:1").message();
            versions.addAll(numbers("Version (\\d+)", older.text()));
            assertThat(versions).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8");

            StageMessage post = evening.channel().messages().stream()
                    .filter(message -> message.text().contains("Points changed for " + FANS))
                    .findFirst()
                    .orElseThrow();
            StageUser anyone = evening.fan("anyone");
            StageMessage page = anyone.press(post, post.button("correction:")).message();
            assertThat(page.isEphemeral()).isTrue();
            Set<String> fans = new HashSet<>();
            for (int number = 1; number <= 3; number++) {
                fans.addAll(numbers("fan\\\\-(\\d+)", page.text()));
                String next = "correction-page:1:1:2:" + number;
                boolean more = page.components().stream()
                        .anyMatch(part -> part.path("custom_id").asText().equals(next)
                                && !part.path("disabled").asBoolean());
                page = more ? anyone.press(page, next).message() : page;
            }
            assertThat(fans).hasSize(FANS);
        }
    }

    private static Set<String> numbers(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** Everybody picked Ann, and the night is over. */
    private static Evening aired() {
        Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
        evening.importSeason(SmallSeasons.oneNight());
        evening.windTo("2026-01-10T12:00:00Z");
        CardReport card = evening.card(1, "elimination");
        for (int i = 0; i < FANS; i++) {
            evening.react(evening.fan("fan-" + i), card, "ann");
        }
        evening.settle();
        evening.windTo("2026-01-10T22:00:00Z");
        return evening;
    }
}

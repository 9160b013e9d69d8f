package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.reference.RealSeason;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.file.Reading;
import io.github.mirrorball.show.file.SeasonFile;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Out as a file, in again, and out again. */
class SeasonExportTest {

    private static final Instant AFTER_ALL_OF_THEM = Instant.parse("2026-06-01T12:00:00Z");
    private static final Map<String, Object> SETTINGS = Map.ofEntries(
            Map.entry("open-lead", 72L),
            Map.entry("lock-offset", -15L),
            Map.entry("reminders", "720 30"),
            Map.entry("secret", true),
            Map.entry("low-score", true),
            Map.entry("underdog", true),
            Map.entry("best-episodes", 8L),
            Map.entry("spoilers", true),
            Map.entry("worth-elimination", 12.5),
            Map.entry("worth-winner", 40.0));

    @ParameterizedTest
    @ValueSource(strings = {"05", "08", "33", "34"})
    void whatIsExportedIsTheSameAfterAnImportSettingsIncluded(String season) {
        String original = new String(RealSeason.bytes(season), StandardCharsets.UTF_8);
        String first;
        try (Evening evening = new Evening(AFTER_ALL_OF_THEM)) {
            assertThat(evening.importSeason(original)).contains("is set up");
            Hosting host = new Hosting(evening);
            assertThat(plan(file(host.message("season export", Map.of())))).isEqualTo(plan(original));
            assertThat(host.told("season settings", SETTINGS)).contains("is run now");
            first = file(host.message("season export", Map.of()));
        }
        try (Evening evening = new Evening(AFTER_ALL_OF_THEM)) {
            evening.importSeason(first);
            assertThat(file(new Hosting(evening).message("season export", Map.of())))
                    .isEqualTo(first);
        }
        assertThat(first).contains("\"openLeadHours\": 72", "\"elimination\": 12.5", "\"lockOffsetMinutes\": -15");
    }

    @Test
    void theFileComesInAPrivateReply() {
        try (Evening evening = new Evening(AFTER_ALL_OF_THEM)) {
            evening.importSeason(SmallSeasons.oneNight());
            assertThat(new Hosting(evening).message("season export", Map.of()).isEphemeral())
                    .isTrue();
        }
    }

    @Test
    void whatCouldNotBeImportedAgainIsNotExported() {
        try (Evening evening = new Evening(AFTER_ALL_OF_THEM)) {
            Hosting host = new Hosting(evening);
            host.season("Ann");
            assertThat(host.told("season export", Map.of()))
                    .contains("contestants: There must be 2 to", "episodes: There must be 1 to");
        }
    }

    @Test
    void picksAreATableOnceTheyAreLockedAndOfSecretPollsWithoutAccounts() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            Hosting host = new Hosting(evening);
            evening.importSeason(SmallSeasons.twoNights());
            evening.windTo("2026-01-09T12:00:00Z");
            StageUser eve = evening.fan("=Eve");
            evening.react(eve, evening.card(1, "elimination"), "ann");
            evening.settle();
            assertThat(table(host, "picks")).isEqualTo("\"episode\",\"asks\",\"pick\",\"account\",\"fan\"");
            evening.windTo("2026-01-10T20:00:00Z");
            assertThat(table(host, "picks")).endsWith("\"1\",\"elimination\",\"Ann\",\"" + eve.id() + "\",\"'=Eve\"");
            host.told("season settings", Map.of("secret", true));
            evening.windTo("2026-01-10T22:00:00Z");
            evening.enterResult(1, Map.of("eliminated", List.of("bob"), "marks", "Ann: 8 8\nCyd: 7 7.5"));
            StageMessage menu = eve.slash(evening.channel(), "pick").message();
            eve.choose(menu, "pick:" + evening.card(2, "elimination").poll() + ":all", List.of("cyd"))
                    .await();
            evening.settle();
            evening.windTo("2026-01-11T20:00:00Z");
            assertThat(table(host, "picks")).contains("\"2\",\"elimination\",\"Cyd\",\"\",\"\"");
            assertThat(table(host, "results"))
                    .contains("\"Cyd\",\"\",\"1\",\"Night 1\",\"2026-01-10\",\"20:00\",\"14.5 (7, 7.5)\",\"Safe\"");
            assertThat(table(host, "standings")).contains("'=Eve");
            assertThat(host.told("privacy about", Map.of())).contains("hosts can get its picks");
        }
    }

    private static String table(Hosting host, String what) {
        return file(host.message("season export", Map.of("what", what))).strip().replace("\uFEFF", "");
    }

    /** The one file that a message carries. */
    static String file(StageMessage message) {
        String name = message.components().stream()
                .map(component -> component.path("file").path("url").asText())
                .filter(url -> !url.isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No file in " + message));
        String plain = name.substring(name.lastIndexOf('/') + 1).replaceAll("\\?.*|attachment://", "");
        return new String(message.file(plain).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static SeasonPlan plan(String file) {
        return ((Reading.Read) SeasonFile.read(file.getBytes(StandardCharsets.UTF_8))).plan();
    }
}

package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.reference.RealSeason;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.file.Reading;
import io.github.mirrorball.show.file.SeasonFile;
import io.github.mirrorball.show.sheet.Layouts;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageMessage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seasons and results from the files that people have. */
class FileImportTest {

    private static final String ROWS = """
            Name;Episode;Judge 1;Judge 2;Total;Result
            Ann;1;8;8;16;Safe
            Bob;1;7;7;14;Eliminated
            Cyd;1;6;6;12;Safe
            Dee;1;9;9;18;Safe
            """;

    @AutoClose
    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));

    private final Hosting host = new Hosting(evening);

    @Test
    void resultsComeFromATableAfterTheyWereShown() {
        aired();
        StageMessage preview = resultImport(ROWS);
        assertThat(preview.text()).contains("One result", "Eliminated: **Bob**", "Dee **18**");
        assertThat(host.told("result history", Map.of("episode", 1L))).doesNotContain("Version 1");
        assertThat(host.press(preview, "import-enter:")).contains("is in");
        assertThat(evening.poll(1, "elimination").result()).containsExactly("bob");
        assertThat(evening.poll(1, "top_score").result()).containsExactly("dee");
        assertThat(resultImport(ROWS).text()).contains("Nothing new");
    }

    @Test
    void whatWasEnteredIsKeptUnlessTheHostChoosesTheFiles() {
        aired();
        evening.enterResult(1, Map.of("eliminated", List.of("cyd"), "marks", "Ann: 10 10\nBob: 7 7"));
        StageMessage preview = resultImport(ROWS);
        assertThat(preview.text()).contains("2 things", "Eliminated: **Cyd**");
        assertThat(host.press(preview, "import-enter:")).contains("is in");
        assertThat(evening.poll(1, "elimination").result()).containsExactly("cyd");
        assertThat(evening.poll(1, "top_score").result()).containsExactly("ann");

        StageMessage again = resultImport(ROWS);
        String menu = again.components().stream()
                .map(part -> part.path("custom_id").asText())
                .filter(id -> id.startsWith("import-choose:"))
                .findFirst()
                .orElseThrow();
        StageMessage chosen =
                evening.host().choose(again, menu, List.of("1:left")).message();
        assertThat(chosen.text()).contains("Eliminated: **Bob**");
        host.press(chosen, "import-enter:");
        assertThat(evening.poll(1, "elimination").result()).containsExactly("bob");
        assertThat(evening.poll(1, "top_score").result()).containsExactly("ann");
    }

    @Test
    void aNightOfAFileCanBeEditedInTheForm() {
        aired();
        StageMessage preview = resultImport(ROWS);
        assertThat(evening.host()
                        .press(preview, preview.button("import-edit:"))
                        .form()
                        .field("marks")
                        .values()
                        .get(0))
                .contains("Dee: 9 9");
    }

    @Test
    void whoIsUnknownIsToldAndNothingIsGuessed() {
        aired();
        StageMessage preview = resultImport(ROWS.replace("Dee", "Zed"));
        assertThat(preview.text()).contains("I did not take", "\"Zed\"");
    }

    @Test
    void theSameFileTwiceChangesNothingAndAnotherRunIsAsked() {
        assertThat(evening.importSeason(SmallSeasons.oneNight())).contains("is set up");
        assertThat(evening.importSeason(SmallSeasons.oneNight())).contains("is here already", "changes nothing");
        assertThat(host.told("season show", Map.of())).contains("Small Season");

        StageMessage which = seasonImport(SmallSeasons.twoNights().getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(which.text()).contains("one episode", "Update that season");
        assertThat(host.press(which, "import-update:")).contains("Nothing new");
        assertThat(host.told("episode list", Map.of())).contains("Night 2");

        StageMessage again = seasonImport(SmallSeasons.twoNights().getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(host.press(again, "import-another:")).contains("is set up");
        assertThat(host.told("episode list", Map.of())).contains("several seasons");
    }

    @Test
    void aCastAloneMakesWeeklyEpisodes() {
        byte[] cast = "Celebrity,Professional partner\nZoë Ball,Ian\nBob,Amy\nCyd,Eve\nDee,Joe\n"
                .getBytes(Charset.forName("windows-1252"));
        assertThat(seasonImport(cast, Map.of()).text()).contains("time zone");
        assertThat(seasonImport(cast, Map.of("zone", "ET")).text()).contains("first night airs");
        assertThat(seasonImport(cast, Map.of("zone", "ET", "airs", "Tue 8pm", "title", "Ours"))
                        .text())
                .contains("**Ours** is set up", "4 contestants", "one episode a week");
        assertThat(host.told("contestant list", Map.of())).contains("Zoë Ball & Ian");
        assertThat(host.told("episode list", Map.of())).contains("<t:1767747600");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            PK\u0003\u0004x     ~ spreadsheet
            <!DOCTYPE html><p>  ~ web page
            a,b,c               ~ columns
            {"format": 1        ~ not JSON
            """)
    void whatCannotBeReadIsSaidInASentenceAndChangesNothing(String file, String said) {
        for (String command : List.of("season import", "result import")) {
            evening.importSeason(SmallSeasons.oneNight());
            String told =
                    host.told(command, Map.of("file", new StageFile("x.bin", file.getBytes(StandardCharsets.UTF_8))));
            assertThat(told).contains(said);
            assertThat(told.lines()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"long", "wide", "wiki"})
    void aWholeSeasonIsSetUpFromOneFile(String layout) {
        SeasonPlan plan = ((Reading.Read) SeasonFile.read(RealSeason.bytes("34"))).plan();
        Layouts layouts = new Layouts(plan);
        String text =
                layout.equals("long") ? layouts.longRows(';') : layout.equals("wide") ? layouts.wide() : layouts.wiki();
        long first = plan.episodes().get(0).airs(plan.zone()).getEpochSecond();
        StageMessage told = seasonImport(
                text.getBytes(StandardCharsets.UTF_16),
                Map.of("zone", "ET", "title", "Ours", "airs", "<t:" + first + ":F>"));
        assertThat(told.text())
                .contains("**Ours** is set up with 14 contestants and 11 episodes")
                .doesNotContain("I did not take");
        assertThat(host.told("season show", Map.of())).contains("11 results");
    }

    private void aired() {
        evening.importSeason(SmallSeasons.oneNight());
        evening.windTo("2026-01-10T22:00:00Z");
    }

    private StageMessage resultImport(String file) {
        return host.message(
                "result import", Map.of("file", new StageFile("x.csv", file.getBytes(StandardCharsets.UTF_8))));
    }

    private StageMessage seasonImport(byte[] file, Map<String, Object> terms) {
        Map<String, Object> options = new HashMap<>(terms);
        options.put("file", new StageFile("x.csv", file));
        return host.message("season import", options);
    }
}

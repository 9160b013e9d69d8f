package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.bot.Report;
import io.github.mirrorball.reference.RealSeason;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.file.Reading;
import io.github.mirrorball.show.file.SeasonFile;
import io.github.mirrorball.show.sheet.Layouts;
import io.github.mirrorball.show.typed.ScoreLines;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A season whose results come from files week by week is the one whose results are typed. */
class PlayedFromFilesTest {

    private static final int FANS = 4;
    private static final Duration AFTER = Duration.ofHours(3);

    @Test
    void aSeasonFromTablesIsTheOneThatIsTyped() {
        isTheSameFromEveryLayout("34");
    }

    @Tag("faults")
    @ParameterizedTest
    @ValueSource(strings = {"05", "08", "33"})
    void everySeasonIs(String number) {
        isTheSameFromEveryLayout(number);
    }

    private static void isTheSameFromEveryLayout(String number) {
        SeasonPlan plan = ((Reading.Read) SeasonFile.read(RealSeason.bytes(number))).plan();
        Layouts layouts = new Layouts(plan);
        List<Report.Row> typed = played(plan, PlayedFromFilesTest::pasted);
        assertThat(typed).hasSize(FANS).anyMatch(standing -> standing.points().signum() > 0);
        List<String> files = number.equals("05")
                ? List.of(layouts.longRows(';'), layouts.wide())
                : List.of(layouts.longRows(';'), layouts.wide(), layouts.wiki());
        for (String file : files) {
            assertThat(played(plan, (evening, episode) -> imported(evening, file)))
                    .isEqualTo(typed);
        }
    }

    private static List<Report.Row> played(SeasonPlan plan, BiConsumer<Evening, Night> enter) {
        Episode first = plan.episodes().get(0);
        try (Evening evening = new Evening(first.airs(plan.zone()).minus(Duration.ofDays(2)))) {
            byte[] announced = SeasonFile.write(plan.at(Posting.to(0)));
            assertThat(evening.importSeason(new String(announced, StandardCharsets.UTF_8)))
                    .contains("is set up");
            for (Episode episode : plan.episodes()) {
                evening.windTo(
                        episode.airs(plan.zone()).minus(Duration.ofHours(2)).toString());
                vote(evening, episode);
                evening.windTo(episode.airs(plan.zone()).plus(AFTER).toString());
                enter.accept(evening, new Night(plan, episode));
            }
            return evening.report().standings();
        }
    }

    private record Night(SeasonPlan plan, Episode episode) {}

    private static void vote(Evening evening, Episode episode) {
        for (CardReport card : evening.bot().cards(evening.server().id())) {
            List<String> outcomes = card.emoji().keySet().stream().sorted().toList();
            for (int fan = 0; fan < FANS; fan++) {
                evening.react(
                        evening.fan("fan-" + fan), card, outcomes.get((fan * 5 + episode.number()) % outcomes.size()));
            }
        }
        evening.settle();
    }

    /** Rows as they are copied from a page. */
    private static void pasted(Evening evening, Night night) {
        Result result = night.plan().results().get(night.episode().number());
        Map<String, String> names =
                night.plan().cast().stream().collect(Collectors.toMap(Contestant::id, Contestant::label));
        String rows = result.marks().orElse(Map.of()).entrySet().stream()
                .map(each -> names.get(each.getKey()).replace(" & ", "\t") + "\t" + ScoreLines.written(each.getValue())
                        + "\tJive")
                .collect(Collectors.joining("\n"));
        Map<String, Object> fields = new HashMap<>();
        fields.put("marks", rows.isEmpty() ? "none" : rows);
        List<String> left = result.eliminated().orElse(List.of());
        fields.put("eliminated", left.isEmpty() ? List.of("none") : left);
        fields.put(
                "placements",
                result.placements().entrySet().stream()
                        .map(place -> place.getValue() + ". " + names.get(place.getKey()))
                        .collect(Collectors.joining("\n")));
        evening.enterResult(night.episode().number(), fields);
    }

    /** The whole file each time: what has not aired is not taken of it. */
    private static void imported(Evening evening, String file) {
        StageMessage preview = evening.host()
                .slash(
                        evening.channel(),
                        "result import",
                        Map.of("file", new StageFile("season.txt", file.getBytes(StandardCharsets.UTF_8))))
                .message();
        StageMessage told =
                evening.host().press(preview, preview.button("import-enter:")).message();
        assertThat(told.text()).contains("is in");
        evening.settle();
    }
}

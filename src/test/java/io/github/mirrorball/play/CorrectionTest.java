package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.Report;
import io.github.mirrorball.play.Replay.Mended;
import io.github.mirrorball.play.Replay.Slip;
import io.github.mirrorball.reference.RealSeason;
import io.github.mirrorball.rehearsal.play.SeasonScript;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A season in which a host slipped and corrected it ends like one in which they did not. */
class CorrectionTest {

    private static final int FANS = 10;
    private static final Pattern CHANGE = Pattern.compile("\\*\\*(fan\\\\?-\\d+)\\*\\* (\\S+) → (\\S+)");

    @Test
    void oneOfTwoWhoLeftIsAddedThreeEpisodesLater() {
        checkAddition("33");
    }

    @Tag("long")
    @Test
    void oneOfTwoWhoLeftIsAddedInAnotherSeasonToo() {
        checkAddition("34");
    }

    private static void checkAddition(String season) {
        SeasonScript script = script(season);
        Result right = script.plan().results().get(2);
        List<String> left = right.eliminated().orElseThrow();
        assertThat(left).hasSize(2);

        compare(
                script,
                new Slip(
                        2,
                        naming(right, left.get(0)),
                        next -> false,
                        last -> last.episode().number() == 5));
    }

    @Test
    void theWrongPersonIsBroughtBackBeforeTheNextMarks() {
        checkReturn("34");
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"05", "08"})
    void theWrongPersonIsBroughtBackInOtherSeasonsToo(String season) {
        checkReturn(season);
    }

    private static void checkReturn(String season) {
        SeasonScript script = script(season);
        Episode first = script.plan().episodes().stream()
                .filter(episode -> !left(script, episode).isEmpty())
                .findFirst()
                .orElseThrow();
        Result right = script.plan().results().get(first.number());
        String other = script.plan().cast().stream()
                .map(Contestant::id)
                .filter(id -> !right.gone().contains(id))
                .findFirst()
                .orElseThrow();

        compare(
                script,
                new Slip(
                        first.number(),
                        naming(right, other),
                        next -> next.result()
                                .marks()
                                .filter(marks -> !marks.isEmpty())
                                .isPresent(),
                        last -> false));
    }

    private static void compare(SeasonScript script, Slip slip) {
        Report right = play(script, Slip.none(), slip);
        Report mended = play(script, slip, slip);

        assertThat(mended.standings()).isEqualTo(right.standings());
        assertThat(mended.polls()).isEqualTo(right.polls());
        Mended mending = slip.mended.orElseThrow();
        assertThat(posted(mending.post())).isNotEmpty().isEqualTo(changed(mending));
    }

    private static Report play(SeasonScript script, Slip slip, Slip unnamed) {
        try (Evening evening = new Evening(script.begins())) {
            return new Replay(evening, script, FANS, slip, unnamed).play();
        }
    }

    private static SeasonScript script(String season) {
        return SeasonScript.read(RealSeason.bytes(season));
    }

    private static List<String> left(SeasonScript script, Episode episode) {
        return Optional.ofNullable(script.plan().results().get(episode.number()))
                .flatMap(Result::eliminated)
                .orElse(List.of());
    }

    private static Result naming(Result result, String eliminated) {
        return new Result(
                Optional.of(List.of(eliminated)),
                result.withdrew(),
                result.marks(),
                result.placements(),
                result.answers());
    }

    /** "fan-01 10 20" for each line of the post. */
    private static Set<String> posted(String post) {
        Matcher lines = CHANGE.matcher(post);
        return lines.results()
                .map(line -> line.group(1).replace("\\", "") + " " + line.group(2) + " " + line.group(3))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> changed(Mended mended) {
        Map<String, BigDecimal> before = points(mended.before());
        Map<String, BigDecimal> after = points(mended.after());
        Set<String> fans = new TreeSet<>(before.keySet());
        fans.addAll(after.keySet());
        return fans.stream()
                .filter(fan -> points(before, fan).compareTo(points(after, fan)) != 0)
                .map(fan -> fan + " " + points(before, fan).toPlainString() + " "
                        + points(after, fan).toPlainString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static BigDecimal points(Map<String, BigDecimal> points, String fan) {
        return points.getOrDefault(fan, BigDecimal.ZERO);
    }

    private static Map<String, BigDecimal> points(Report report) {
        Map<String, BigDecimal> points = new HashMap<>();
        report.standings().forEach(row -> points.put(row.fan(), row.points()));
        return points;
    }
}

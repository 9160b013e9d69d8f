package io.github.mirrorball.show;

import static io.github.mirrorball.show.SampleSeason.answered;
import static io.github.mirrorball.show.SampleSeason.left;
import static io.github.mirrorball.show.SampleSeason.marked;
import static io.github.mirrorball.show.SampleSeason.placed;
import static io.github.mirrorball.show.SampleSeason.withdrew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ResultRulesTest {

    private final SampleSeason sample = SampleSeason.of("ann", "bob", "cat")
            .episode(AskKind.ELIMINATION)
            .episode(
                    "2024-10-01T20:00",
                    new Ask(
                            AskKind.CUSTOM,
                            Optional.empty(),
                            Optional.of("Rain?"),
                            List.of("Yes", "No"),
                            Optional.empty()))
            .result(1, left("cat"));

    @Test
    void aSoundResultHasNoFaults() {
        Result result = placed(marked(withdrew(left("ann"), "bob"), "ann 9.6666", "bob 0"), Map.of("bob", 1, "cat", 3));

        assertFaults(result).isEmpty();
        assertFaults(Result.NOTHING).isEmpty();
        assertFaults(answered(left(), "Rain?", "Yes", "No")).isEmpty();
    }

    @Test
    void peopleMustBeKnownInAndNamedOnce() {
        assertFaults(left("zoe", "cat", "ann", "ann"))
                .containsExactly(
                        tuple("eliminated[0]", "fault.contestant.unknown"),
                        tuple("eliminated[1]", "fault.result.alreadyOut"),
                        tuple("eliminated[3]", "fault.result.twice"));
    }

    @Test
    void nobodyIsEliminatedAndWithdrawsInOneNight() {
        assertFaults(withdrew(left("ann"), "ann")).containsExactly(tuple("withdrew", "fault.result.both"));
    }

    @Test
    void marksBelongToThoseWhoDanceAndAreFineEnough() {
        assertFaults(marked(left(), "cat 7", "zoe 7", "ann -0.1", "bob 9.66667 9.50000"))
                .containsExactly(
                        tuple("scores.cat", "fault.result.markedButOut"),
                        tuple("scores.zoe", "fault.contestant.unknown"),
                        tuple("scores.ann", "fault.result.negativeMark"),
                        tuple("scores.bob", "fault.result.finerMark"));
    }

    @Test
    void placesStartAtOne() {
        assertFaults(placed(left(), Map.of("ann", 0)))
                .containsExactly(
                        tuple("placements.ann", "fault.result.place"), tuple("placements", "fault.result.noWinner"));
    }

    @Test
    void answersMustBeAmongThoseAsked() {
        assertFaults(answered(left(), "Rain?", "Maybe"))
                .containsExactly(tuple("answers.Rain?", "fault.result.noSuchAnswer"));
        assertFaults(answered(left(), "Snow?", "Yes")).containsExactly(tuple("answers.Snow?", "fault.result.notAsked"));
    }

    private AbstractListAssert<?, List<? extends Tuple>, Tuple, ?> assertFaults(Result result) {
        Season season = sample.season();
        return assertThat(ResultRules.faults(season, season.episode(2).orElseThrow(), result))
                .extracting(Fault::place, Fault::key);
    }
}

package io.github.mirrorball.poll;

import static io.github.mirrorball.show.SampleSeason.answered;
import static io.github.mirrorball.show.SampleSeason.left;
import static io.github.mirrorball.show.SampleSeason.marked;
import static io.github.mirrorball.show.SampleSeason.placed;
import static io.github.mirrorball.show.SampleSeason.withdrew;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.poll.Ruling.Verdict;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.SampleSeason;
import io.github.mirrorball.show.Season;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulingTest {

    private static Season season(Result... results) {
        SampleSeason sample = SampleSeason.of("ann", "bob", "cat", "dan");
        for (int i = 1; i <= 3; i++) {
            sample.episode(AskKind.ELIMINATION, AskKind.TOP_SCORE);
        }
        for (int i = 0; i < results.length; i++) {
            sample.result(i + 1, results[i]);
        }
        return sample.season();
    }

    private static Ruling ruling(Season season, int episode, AskKind kind) {
        return Ruling.of(season, SamplePoll.of(season, episode, kind));
    }

    private static Ruling resolved(String... right) {
        return new Ruling(Verdict.RESOLVED, Set.of(right), Set.of());
    }

    @ParameterizedTest
    @EnumSource(AskKind.class)
    void nothingIsDecidedBeforeAnythingIsKnown(AskKind kind) {
        Season season = season();
        Ask ask = kind == AskKind.SCORE ? SamplePoll.score("ann") : Ask.of(kind);

        assertThat(Ruling.of(season, SamplePoll.of(season, 1, ask)))
                .isEqualTo(new Ruling(Verdict.PENDING, Set.of(), Set.of()));
    }

    @Test
    void everyoneEliminatedIsRight() {
        assertThat(ruling(season(left("ann", "bob", "cat")), 1, AskKind.ELIMINATION))
                .isEqualTo(resolved("ann", "bob", "cat"));
    }

    @Test
    void noOneIsRightWhenNobodyWasEliminated() {
        assertThat(ruling(season(left()), 1, AskKind.ELIMINATION)).isEqualTo(resolved("none"));
    }

    @Test
    void aWithdrawalIsNoEliminationAndVoidsItsPicks() {
        assertThat(ruling(season(withdrew(left(), "ann")), 1, AskKind.ELIMINATION))
                .isEqualTo(new Ruling(Verdict.RESOLVED, Set.of("none"), Set.of("ann")));
    }

    @Test
    void eliminationWaitsWhileItIsNotSaidWhoLeft() {
        Result withdrawalOnly = withdrew(Result.NOTHING, "ann");

        assertThat(ruling(season(withdrawalOnly), 1, AskKind.ELIMINATION))
                .isEqualTo(new Ruling(Verdict.PENDING, Set.of(), Set.of("ann")));
    }

    @Test
    void everyoneSharingTheHighestTotalIsRight() {
        Season season = season(marked(left(), "ann 9.6666 9.6666 9.6666", "bob 10 9 10", "cat 9.5 9.5 9.99", "dan"));

        assertThat(ruling(season, 1, AskKind.TOP_SCORE)).isEqualTo(resolved("ann", "bob"));
    }

    @Test
    void everyoneSharingTheLowestTotalIsRightAndUnmarkedOnesAreNot() {
        Season season = season(marked(left(), "ann 9", "bob 5.001", "cat 5.0049", "dan"));

        assertThat(ruling(season, 1, AskKind.LOW_SCORE)).isEqualTo(resolved("bob", "cat"));
    }

    @Test
    void totalsThatRoundApartAreNoTie() {
        assertThat(ruling(season(marked(left(), "ann 5.005", "bob 5.0049")), 1, AskKind.TOP_SCORE))
                .isEqualTo(resolved("ann"));
    }

    @Test
    void questionsAboutMarksWaitForThemAndAreCanceledWithoutAny() {
        for (AskKind kind : Set.of(AskKind.TOP_SCORE, AskKind.LOW_SCORE)) {
            assertThat(ruling(season(left("ann")), 1, kind).verdict()).isEqualTo(Verdict.PENDING);
            assertThat(ruling(season(marked(left("ann"))), 1, kind).verdict()).isEqualTo(Verdict.CANCELED);
            assertThat(ruling(season(marked(left("ann"), "bob")), 1, kind).verdict())
                    .isEqualTo(Verdict.CANCELED);
        }
    }

    @Test
    void whoWithdrewCountsAmongTheMarkedIfTheyWereMarked() {
        Season season = season(withdrew(marked(left(), "ann 10", "bob 9"), "ann", "cat"));

        assertThat(ruling(season, 1, AskKind.TOP_SCORE))
                .isEqualTo(new Ruling(Verdict.RESOLVED, Set.of("ann"), Set.of("cat")));
        assertThat(ruling(season, 1, AskKind.ELIMINATION).voided()).containsExactlyInAnyOrder("ann", "cat");
    }

    @Test
    void aWithdrawalVoidsLaterPollsAndNoEarlierOnes() {
        Season season = season(left(), withdrew(left(), "ann"), left());

        assertThat(ruling(season, 1, AskKind.ELIMINATION).voided()).isEmpty();
        assertThat(ruling(season, 2, AskKind.ELIMINATION).voided()).containsExactly("ann");
        assertThat(ruling(season, 3, AskKind.ELIMINATION).voided()).containsExactly("ann");
    }

    @Test
    void aCorrectionThatShowsSomeoneGoneVoidsPicksOnThemAndTheirMarks() {
        Season season = season(left("ann"), marked(left("bob"), "ann 10", "bob 9"));

        assertThat(ruling(season, 2, AskKind.TOP_SCORE))
                .isEqualTo(new Ruling(Verdict.RESOLVED, Set.of("bob"), Set.of("ann")));
    }

    @Test
    void aGuessedTotalIsRightToTwoPlaces() {
        Season season = season(marked(left(), "ann 9.6666 9.6666 9.6666", "bob"));

        assertThat(Ruling.of(season, SamplePoll.of(season, 1, SamplePoll.score("ann"))))
                .isEqualTo(resolved("29.00"));
        assertThat(Ruling.of(season, SamplePoll.of(season, 1, SamplePoll.score("bob")))
                        .verdict())
                .isEqualTo(Verdict.PENDING);
    }

    @Test
    void everyonePlacedFirstIsAWinner() {
        Season season = season(left(), left(), placed(left(), Map.of("ann", 1, "bob", 1, "cat", 3)));

        assertThat(ruling(season, 3, AskKind.WINNER)).isEqualTo(resolved("ann", "bob"));
    }

    @Test
    void theWinnerIsOpenUntilThereIsAFirstPlace() {
        assertThat(ruling(season(left(), left(), placed(left(), Map.of("cat", 3))), 3, AskKind.WINNER)
                        .verdict())
                .isEqualTo(Verdict.PENDING);
    }

    @Test
    void aSeasonLongWinnerIsDecidedByThePlacementsAndVoidsOnlyWithdrawals() {
        Season season = season(left("bob"), withdrew(left(), "cat"), placed(left(), Map.of("ann", 1)));

        assertThat(Ruling.of(season, SamplePoll.seasonLong(season, Ask.of(AskKind.WINNER))))
                .isEqualTo(new Ruling(Verdict.RESOLVED, Set.of("ann"), Set.of("cat")));
    }

    @Test
    void aQuestionOfTheHostsIsDecidedByItsAnswers() {
        Ask rain = SamplePoll.question("Rain?", "Yes", "No");
        Season season = season(withdrew(answered(left(), "Rain?", "Yes"), "ann"));

        assertThat(Ruling.of(season, SamplePoll.of(season, 1, rain))).isEqualTo(resolved("Yes"));
        assertThat(Ruling.of(season, SamplePoll.of(season, 2, rain)).verdict()).isEqualTo(Verdict.PENDING);
    }

    @Test
    void aSeasonLongQuestionIsDecidedByWhicheverResultAnswersItLast() {
        Ask rain = SamplePoll.question("Rain?", "Yes", "No");
        Season season = season(answered(left(), "Rain?", "No"), answered(left(), "Rain?", "Yes"), left());

        assertThat(Ruling.of(season, SamplePoll.seasonLong(season, rain))).isEqualTo(resolved("Yes"));
    }
}

package io.github.mirrorball.reference;

import static io.github.mirrorball.reference.SmallSeason.Night.night;
import static io.github.mirrorball.reference.SmallSeason.picks;
import static io.github.mirrorball.reference.SmallSeason.rows;
import static io.github.mirrorball.reference.SmallSeason.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mirrorball.reference.Outcome.Poll;
import io.github.mirrorball.reference.Outcome.State;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which outcomes are right, and which polls never find out. A row reads: rank, fan, points, correct/picked. */
class RightOutcomesTest {

    private static final String GUESS_ANA = "{'ask':'score','contestant':'ana'}";

    @Test
    void everyoneEliminatedThatNightIsRightInTheOrderOfTheCast() {
        SmallSeason season =
                SmallSeason.of("ana ben cem dee", night(1).asks("elimination").eliminated("cem ana"));

        Outcome outcome = score(season, picks("f1 1 elimination ana", "f2 1 elimination cem", "f3 1 elimination ben"));

        assertThat(outcome.poll(1, "elimination").right()).containsExactly("ana", "cem");
        assertThat(outcome.poll(1, "elimination").counted()).isEqualTo(Map.of("ana", 1, "cem", 1, "ben", 1));
        assertThat(rows(outcome)).containsExactly("1 f1 10 1/1", "1 f2 10 1/1", "3 f3 0 0/1");
    }

    @Test
    void noOneIsRightWhenNobodyWasEliminatedEvenIfSomebodyWithdrew() {
        SmallSeason season =
                SmallSeason.of("ana ben cem", night(1).asks("elimination").withdrew("ana"));

        Outcome outcome = score(season, picks("f1 1 elimination none", "f2 1 elimination ben"));

        assertThat(outcome.poll(1, "elimination").right()).containsExactly("none");
        assertThat(rows(outcome)).containsExactly("1 f1 10 1/1", "2 f2 0 0/1");
    }

    @Test
    void everyoneWhoSharesTheHighestOrTheLowestTotalIsRight() {
        SmallSeason season = SmallSeason.of(
                "ana ben cem dee",
                night(1).asks("top_score", "low_score").marks("ana 8 9", "ben 9 8", "cem 6 6", "dee 7 5"));

        Outcome outcome = score(
                season, picks("f1 1 top_score ben", "f2 1 top_score cem", "f1 1 low_score dee", "f2 1 low_score ana"));

        assertThat(outcome.poll(1, "top_score").right()).containsExactly("ana", "ben");
        assertThat(outcome.poll(1, "low_score").right()).containsExactly("cem", "dee");
        assertThat(rows(outcome)).containsExactly("1 f1 10 2/2", "2 f2 0 0/2");
    }

    @Test
    void lowScoreCountsOnlyWhereItWasAsked() {
        SmallSeason season =
                SmallSeason.of("ana ben", night(1).asks("top_score").marks("ana 8", "ben 9"));

        Outcome outcome = score(season, picks("f1 1 low_score ana", "f2 1 top_score ben"));

        assertThat(outcome.polls()).extracting(Poll::asks).containsExactly("top_score");
        assertThat(rows(outcome)).containsExactly("1 f2 5 1/1");
    }

    @Test
    void totalsAreExactAndOnlyThenRoundedHalfUpToTwoPlaces() {
        SmallSeason season = SmallSeason.of(
                "ana ben cem dee",
                night(1).asks("top_score")
                        .marks("ana 9.6666 9.6666 9.6666", "ben 10 9 10", "cem 9.9975 9.9975 9", "dee 9.9949 10 9"));

        Outcome outcome = score(season, picks());

        assertThat(outcome.poll(1, "top_score").right()).containsExactly("ana", "ben", "cem");
    }

    @Test
    void somebodyWithoutMarksHasNeitherTheHighestNorTheLowestTotal() {
        SmallSeason season = SmallSeason.of(
                "ana ben cem dee", night(1).asks("top_score", "low_score").marks("ben 0", "cem 30 30", "dee"));

        Outcome outcome = score(season, picks("f1 1 low_score ana"));

        assertThat(outcome.poll(1, "low_score").right()).containsExactly("ben");
        assertThat(outcome.poll(1, "top_score").right()).containsExactly("cem");
        assertThat(rows(outcome)).containsExactly("1 f1 0 0/1");
    }

    @Test
    void aResultWithoutMarksCancelsTheQuestionsAboutMarksAndTheyCountNowhere() {
        SmallSeason season = SmallSeason.of(
                "ana ben",
                night(1).asks("elimination", "top_score", "low_score", GUESS_ANA)
                        .nobodyLeft());

        Outcome outcome = score(
                season, picks("f1 1 top_score ana", "f1 1 low_score ben", "f1 1 score 20", "f2 1 elimination none"));

        assertThat(outcome.polls())
                .extracting(Poll::state)
                .containsExactly(State.RESOLVED, State.CANCELED, State.CANCELED, State.CANCELED);
        assertThat(outcome.poll(1, "top_score").right()).isEmpty();
        assertThat(outcome.poll(1, "top_score").counted()).isEmpty();
        assertThat(rows(outcome)).containsExactly("1 f2 10 1/1");
    }

    @Test
    void anEpisodeWithoutAResultLeavesItsPollsLockedAndTheyCountNowhere() {
        SmallSeason season = SmallSeason.of(
                "ana ben",
                night(1).asks("elimination", "top_score", GUESS_ANA),
                night(2).asks("elimination").nobodyLeft());

        Outcome outcome = score(
                season, picks("f1 1 elimination ana", "f1 1 top_score ana", "f1 1 score 9", "f2 2 elimination ana"));

        assertThat(outcome.polls())
                .extracting(Poll::state)
                .containsExactly(State.LOCKED, State.LOCKED, State.LOCKED, State.RESOLVED);
        assertThat(rows(outcome)).containsExactly("1 f2 0 0/1");
    }

    @Test
    void everyonePlacedFirstIsTheWinner() {
        SmallSeason season = SmallSeason.of(
                        "ana ben cem", night(1).asks("winner").nobodyLeft())
                .with("placements", "{'cem':1,'ana':1,'ben':3}");

        Outcome outcome = score(season, picks("f1 1 winner ana", "f2 1 winner ben"));

        assertThat(outcome.poll(1, "winner").right()).containsExactly("ana", "cem");
        assertThat(rows(outcome)).containsExactly("1 f1 25 1/1", "2 f2 0 0/1");
    }

    @Test
    void withoutPlacementsTheWinnerStaysLocked() {
        SmallSeason season = SmallSeason.of(
                        "ana ben", night(1).asks("winner", "elimination").nobodyLeft())
                .with("asks", "['winner']");

        Outcome outcome = score(season, picks("f1 1 winner ana", "f1 - winner ana"));

        assertThat(outcome.poll(1, "winner").state()).isEqualTo(State.LOCKED);
        assertThat(outcome.seasonLong("winner").state()).isEqualTo(State.LOCKED);
        assertThat(outcome.poll(1, "winner").resolved()).isFalse();
        assertThat(outcome.standings()).isEmpty();
    }

    @Test
    void placementsAreOnlyInOnceTheLastEpisodeHasItsResult() {
        SmallSeason season = SmallSeason.of("ana ben", night(1).asks("winner").nobodyLeft(), night(2))
                .with("placements", "{'ana':1,'ben':2}");

        assertThat(score(season, picks()).poll(1, "winner").state()).isEqualTo(State.LOCKED);
    }

    @Test
    void theSeasonLongWinnerPaysBesidesTheFinales() {
        SmallSeason season = SmallSeason.of(
                        "ana ben cem",
                        night(1).nobodyLeft(),
                        night(2).asks("winner").nobodyLeft())
                .with("asks", "['winner']")
                .with("placements", "{'ana':1,'ben':2,'cem':3}");

        Outcome outcome =
                score(season, picks("f1 - winner ana", "f1 2 winner ana", "f2 - winner ben", "f2 2 winner ana"));

        assertThat(outcome.seasonLong("winner").counted()).isEqualTo(Map.of("ana", 1, "ben", 1));
        assertThat(rows(outcome)).containsExactly("1 f1 50 2/2", "2 f2 25 1/2");
    }

    @Test
    void somebodyEliminatedIsAWrongPickForTheSeasonAndNoVoidOne() {
        SmallSeason season = SmallSeason.of("ana ben cem", night(1).eliminated("cem"), night(2).nobodyLeft())
                .with("asks", "['winner']")
                .with("placements", "{'ana':1,'ben':2,'cem':3}");

        assertThat(rows(score(season, picks("f1 - winner cem")))).containsExactly("1 f1 0 0/1");
    }

    @Test
    void aGuessedNumberLosesTwiceTheDistanceAndNeverGoesBelowNothing() {
        SmallSeason season = SmallSeason.of("ana ben", night(1).asks(GUESS_ANA).marks("ana 9 9.5 9", "ben 5"));

        Outcome outcome = score(
                season,
                picks("f1 1 score 27.5", "f2 1 score 26", "f3 1 score 32.45", "f4 1 score 40", "f5 1 score 29"));

        assertThat(outcome.poll(1, "score").right()).containsExactly("27.5");
        assertThat(rows(outcome))
                .containsExactly("1 f1 10 1/1", "2 f2 7 0/1", "2 f5 7 0/1", "4 f3 0.1 0/1", "5 f4 0 0/1");
    }

    @Test
    void aGuessIsComparedWithTheRoundedTotal() {
        SmallSeason season = SmallSeason.of("ana ben", night(1).asks(GUESS_ANA).marks("ana 9.6666 10 10", "ben 5"));

        Outcome outcome = score(season, picks("f1 1 score 29.67", "f2 1 score 29.6666", "f3 1 score 29.670"));

        assertThat(outcome.poll(1, "score").right()).containsExactly("29.67");
        assertThat(outcome.poll(1, "score").counted()).isEqualTo(Map.of("29.67", 2, "29.6666", 1));
        assertThat(rows(outcome)).containsExactly("1 f1 10 1/1", "1 f3 10 1/1", "3 f2 9.99 0/1");
    }

    @Test
    void aNumberForSomebodyLeftUnmarkedStaysLockedWhileOthersHaveMarks() {
        SmallSeason season = SmallSeason.of("ana ben", night(1).asks(GUESS_ANA).marks("ben 5"));

        Outcome outcome = score(season, picks("f1 1 score 5"));

        assertThat(outcome.poll(1, "score").state()).isEqualTo(State.LOCKED);
        assertThat(outcome.standings()).isEmpty();
    }

    @Test
    void anEpisodeThatAsksTheSameTwiceIsRefused() {
        SmallSeason season = SmallSeason.of("ana ben", night(1).asks(GUESS_ANA, GUESS_ANA));

        assertThatThrownBy(() -> score(season, picks()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void anAskThatTheReferenceDoesNotKnowIsRefused() {
        SmallSeason season = SmallSeason.of("ana ben", night(1).asks("custom").nobodyLeft());

        assertThatThrownBy(() -> score(season, picks()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("custom");
    }
}

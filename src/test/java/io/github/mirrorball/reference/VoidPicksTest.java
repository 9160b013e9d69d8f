package io.github.mirrorball.reference;

import static io.github.mirrorball.reference.SmallSeason.Night.night;
import static io.github.mirrorball.reference.SmallSeason.picks;
import static io.github.mirrorball.reference.SmallSeason.rows;
import static io.github.mirrorball.reference.SmallSeason.score;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which picks are void, and which replaces which. A row reads: rank, fan, points, correct/picked. */
class VoidPicksTest {

    private static final String GUESS_ANA = "{'ask':'score','contestant':'ana'}";

    @Test
    void picksOnSomebodyWhoWithdrawsAreVoidThatNightLaterAndSeasonLongButStandBefore() {
        SmallSeason season = SmallSeason.of(
                        "ana ben cem",
                        night(1).asks("elimination").nobodyLeft(),
                        night(2).asks("elimination").withdrew("cem"),
                        night(3).asks("elimination").nobodyLeft())
                .with("asks", "['winner']")
                .with("placements", "{'ana':1,'ben':2,'cem':3}");

        Outcome outcome = score(
                season,
                picks("f1 - winner cem", "f1 1 elimination cem", "f1 2 elimination cem", "f1 3 elimination cem"));

        assertThat(outcome.poll(1, "elimination").counted()).isEqualTo(Map.of("cem", 1));
        assertThat(outcome.poll(2, "elimination").counted()).isEmpty();
        assertThat(outcome.poll(3, "elimination").counted()).isEmpty();
        assertThat(outcome.seasonLong("winner").counted()).isEmpty();
        assertThat(rows(outcome)).containsExactly("1 f1 0 0/1");
    }

    @Test
    void questionsAboutMarksStillCountSomebodyWhoWasMarkedOnTheNightOfTheirWithdrawal() {
        SmallSeason season = SmallSeason.of(
                "ana ben cem",
                night(1).asks("elimination", "top_score", "low_score", GUESS_ANA)
                        .withdrew("ana cem")
                        .marks("ana 9", "ben 8"));

        Outcome outcome = score(
                season,
                picks(
                        "f1 1 top_score ana",
                        "f1 1 low_score ana",
                        "f1 1 score 9",
                        "f1 1 elimination ana",
                        "f2 1 top_score cem",
                        "f2 1 low_score cem"));

        assertThat(outcome.poll(1, "top_score").right()).containsExactly("ana");
        assertThat(outcome.poll(1, "top_score").counted()).isEqualTo(Map.of("ana", 1));
        assertThat(rows(outcome)).containsExactly("1 f1 15 2/3");
    }

    @Test
    void aPickOnSomebodyAlreadyGoneIsVoidAndAFanWithNothingElseDoesNotAppear() {
        SmallSeason season = SmallSeason.of(
                        "ana ben cem dee",
                        night(1).eliminated("ana"),
                        night(2).asks("elimination", "top_score", "winner")
                                .eliminated("ben")
                                .marks("cem 8", "dee 9"))
                .with("placements", "{'dee':1,'cem':2,'ben':3,'ana':4}");

        Outcome outcome = score(
                season, picks("f1 2 elimination ana", "f1 2 top_score ana", "f1 2 winner ana", "f2 2 elimination ben"));

        assertThat(rows(outcome)).containsExactly("1 f2 10 1/1");
    }

    @Test
    void whoeverLeavesThatVeryNightCanStillBePickedForIt() {
        SmallSeason season = SmallSeason.of(
                "ana ben cem", night(1).asks("top_score").eliminated("ana").marks("ana 9", "ben 8"));

        assertThat(rows(score(season, picks("f1 1 top_score ana")))).containsExactly("1 f1 5 1/1");
    }

    @Test
    void earlierMeansTheAirTimeAndNotTheNumber() {
        SmallSeason season = SmallSeason.of(
                "ana ben cem",
                night(1).asks("elimination").airs("2024-02-02T20:00").eliminated("ben"),
                night(2).asks("elimination").airs("2024-02-01T20:00").eliminated("ana"));

        Outcome outcome = score(season, picks("f1 1 elimination ana", "f1 2 elimination ben"));

        assertThat(outcome.polls())
                .extracting(poll -> poll.episode().orElseThrow())
                .containsExactly(2, 1);
        assertThat(outcome.poll(1, "elimination").counted()).isEmpty();
        assertThat(outcome.poll(2, "elimination").counted()).isEqualTo(Map.of("ben", 1));
    }

    @Test
    void ofTwoEpisodesAtTheSameTimeTheLowerNumberIsTheEarlier() {
        SmallSeason season = SmallSeason.of(
                "ana ben cem",
                night(2).asks("elimination").airs("2024-02-01T20:00").nobodyLeft(),
                night(1).asks("elimination").airs("2024-02-01T20:00").eliminated("ana"));

        Outcome outcome = score(season, picks("f1 1 elimination ana", "f1 2 elimination ana"));

        assertThat(rows(outcome)).containsExactly("1 f1 10 1/1");
    }

    @Test
    void aLaterLineReplacesTheEarlierEvenIfTheLaterIsVoid() {
        SmallSeason season = SmallSeason.of(
                "ana ben cem dee",
                night(1).eliminated("dee"),
                night(2).asks("elimination").eliminated("ana"));

        Outcome outcome = score(
                season,
                picks(
                        "f1 2 elimination ana",
                        "f2 2 elimination ben",
                        "f3 2 elimination ana",
                        "f1 2 elimination ben",
                        "f2 2 elimination ana",
                        "f3 2 elimination dee"));

        assertThat(rows(outcome)).containsExactly("1 f2 10 1/1", "2 f1 0 0/1");
    }
}

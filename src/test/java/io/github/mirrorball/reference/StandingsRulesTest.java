package io.github.mirrorball.reference;

import static io.github.mirrorball.reference.SmallSeason.Night.night;
import static io.github.mirrorball.reference.SmallSeason.json;
import static io.github.mirrorball.reference.SmallSeason.picks;
import static io.github.mirrorball.reference.SmallSeason.rows;
import static io.github.mirrorball.reference.SmallSeason.score;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** What counted picks are worth, and where that puts a fan. A row reads: rank, fan, points, correct/picked. */
class StandingsRulesTest {

    private static final String GUESS_ANA = "{'ask':'score','contestant':'ana'}";

    @Test
    void fansRankByPointsThenByCorrectPicksThenTheyShareTheRank() {
        SmallSeason season = SmallSeason.of(
                "ana ben cem",
                night(1).asks("elimination", "top_score")
                        .marks("ana 9", "ben 8")
                        .eliminated("cem"),
                night(2).asks("top_score", GUESS_ANA).marks("ana 9", "ben 8"));

        Outcome outcome = score(
                season,
                picks(
                        "zoe 1 elimination cem",
                        "amy 1 top_score ana",
                        "amy 2 top_score ana",
                        "bob 1 top_score ana",
                        "bob 2 top_score ana",
                        "cyd 2 score 9.5",
                        "dan 2 score 9"));

        assertThat(rows(outcome))
                .containsExactly("1 amy 10 2/2", "1 bob 10 2/2", "3 dan 10 1/1", "3 zoe 10 1/1", "5 cyd 9 0/1");
    }

    @Test
    void anUnderdogEarnsUpToTheWorthAgainByTheShareThatPickedElsewhere() {
        SmallSeason season = SmallSeason.of(
                        "ana ben cem",
                        night(1).asks("elimination", "top_score")
                                .marks("ana 9", "ben 8")
                                .eliminated("cem"))
                .with("settings", "{'underdog':true}");

        Outcome outcome = score(
                season,
                picks(
                        "f1 1 elimination cem",
                        "f2 1 elimination ana",
                        "f3 1 elimination none",
                        "f1 1 top_score ana",
                        "f2 1 top_score cem"));

        assertThat(rows(outcome))
                .as("10 × 2/3 is 7, 5 × 1/2 is 3")
                .containsExactly("1 f1 25 2/2", "2 f2 0 0/2", "2 f3 0 0/1");
    }

    @Test
    void voidPicksAreNoShareOfTheUnderdogs() {
        SmallSeason season = SmallSeason.of(
                        "ana ben cem",
                        night(1).eliminated("ana"),
                        night(2).asks("elimination").nobodyLeft())
                .with("settings", "{'underdog':true}");

        Outcome outcome = score(season, picks("f1 2 elimination none", "f2 2 elimination ana"));

        assertThat(rows(outcome)).containsExactly("1 f1 10 1/1");
    }

    @Test
    void aJokerDoublesAllPointsOfOneEpisodeAndNoCorrectPicks() {
        SmallSeason season = twoNightsAndASeasonLongWinner().with("settings", "{'joker':true}");
        ObjectNode picks = picks("f1 1 elimination none", "f1 1 top_score ana", "f1 2 winner ana", "f1 - winner ana");
        picks.set("jokers", json("[{'fan':'f1','episode':2},{'fan':'f1','episode':1},{'fan':'f2','episode':2}]"));

        assertThat(rows(score(season, picks))).as("2 × (10 + 5) + 25 + 25").containsExactly("1 f1 80 4/4");
    }

    @Test
    void aJokerDoublesWhatTheUnderdogEarnedToo() {
        SmallSeason season = twoNightsAndASeasonLongWinner().with("settings", "{'joker':true,'underdog':true}");
        ObjectNode picks = picks("f1 1 elimination none", "f2 1 elimination ana");
        picks.set("jokers", json("[{'fan':'f1','episode':1}]"));

        assertThat(rows(score(season, picks))).containsExactly("1 f1 30 1/1", "2 f2 0 0/1");
    }

    @Test
    void withoutTheSettingThereIsNoJokerAndNoUnderdog() {
        ObjectNode picks = picks("f1 1 elimination none", "f2 1 elimination ana");
        picks.set("jokers", json("[{'fan':'f1','episode':1}]"));

        assertThat(rows(score(twoNightsAndASeasonLongWinner(), picks))).containsExactly("1 f1 10 1/1", "2 f2 0 0/1");
    }

    @Test
    void onlyTheBestEpisodesCountWithPointsCorrectAndPickedCutAlike() {
        SmallSeason season = SmallSeason.of(
                        "ana ben cem",
                        night(1).asks("elimination", "top_score").marks("ana 9", "ben 8"),
                        night(2).asks("top_score").marks("ana 9", "ben 8"),
                        night(3).asks("elimination").nobodyLeft())
                .with("settings", "{'bestEpisodes':2}");

        Outcome outcome = score(
                season,
                picks("f1 1 elimination ana", "f1 1 top_score ben", "f1 2 top_score ana", "f1 3 elimination none"));

        assertThat(rows(outcome)).containsExactly("1 f1 15 2/2");
    }

    @Test
    void theSeasonLongPollStaysOutsideTheBestEpisodes() {
        SmallSeason season = twoNightsAndASeasonLongWinner().with("settings", "{'bestEpisodes':1}");

        Outcome outcome = score(
                season, picks("f1 1 elimination none", "f1 1 top_score ana", "f1 2 winner ana", "f1 - winner ana"));

        assertThat(rows(outcome)).containsExactly("1 f1 50 2/2");
    }

    @Test
    void ofEquallyPaidEpisodesTheOneWithMoreCorrectPicksIsKeptAndThenTheEarlier() {
        SmallSeason season = SmallSeason.of(
                        "ana ben cem",
                        night(1).asks("elimination").nobodyLeft(),
                        night(2).asks("top_score", "low_score").marks("ana 9", "ben 8"),
                        night(3).asks("elimination", "top_score", "low_score").marks("ana 9", "ben 8"))
                .with("settings", "{'bestEpisodes':1}");

        Outcome outcome = score(
                season,
                picks(
                        "f1 1 elimination none",
                        "f1 2 top_score ana",
                        "f1 2 low_score ben",
                        "f1 3 elimination ana",
                        "f1 3 top_score ana",
                        "f1 3 low_score ben"));

        assertThat(rows(outcome)).containsExactly("1 f1 10 2/2");
    }

    @Test
    void aSeasonCanSayWhatEachAskIsWorth() {
        SmallSeason season =
                twoNightsAndASeasonLongWinner().with("settings", "{'worth':{'elimination':7,'winner':40}}");

        Outcome outcome = score(
                season, picks("f1 1 elimination none", "f1 1 top_score ana", "f1 2 winner ana", "f1 - winner ana"));

        assertThat(rows(outcome)).as("7 + 5 + 40 + 40").containsExactly("1 f1 92 4/4");
    }

    /** Nobody leaves and Ana is best on night 1; she wins on night 2. */
    private static SmallSeason twoNightsAndASeasonLongWinner() {
        return SmallSeason.of(
                        "ana ben",
                        night(1).asks("elimination", "top_score").marks("ana 9", "ben 8"),
                        night(2).asks("winner").nobodyLeft())
                .with("asks", "['winner']")
                .with("placements", "{'ana':1,'ben':2}");
    }
}

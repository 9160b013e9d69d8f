package io.github.mirrorball.standings;

import static io.github.mirrorball.show.SampleSeason.answered;
import static io.github.mirrorball.show.SampleSeason.left;
import static io.github.mirrorball.show.SampleSeason.marked;
import static io.github.mirrorball.show.SampleSeason.options;
import static io.github.mirrorball.show.SampleSeason.placed;
import static io.github.mirrorball.show.SampleSeason.withdrew;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.SamplePoll;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.SampleSeason;
import io.github.mirrorball.show.Season;
import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {

    private static final Verdict WRONG = new Verdict(true, false, new BigDecimal("0.00"));

    private static SampleSeason sample(Result result) {
        return SampleSeason.of("ann", "bob", "cat", "dan")
                .episode(AskKind.ELIMINATION, AskKind.TOP_SCORE)
                .result(1, result);
    }

    private static Map<String, Verdict> verdicts(Season season, Ask ask, Map<String, Integer> tally) {
        return verdictsOf(season, SamplePoll.of(season, 1, ask), tally);
    }

    private static Map<String, Verdict> verdicts(Result result, AskKind kind, Map<String, Integer> tally) {
        return verdicts(sample(result).season(), Ask.of(kind), tally);
    }

    /** Without how many are on each outcome, of which there is a test of its own. */
    private static Map<String, Verdict> verdictsOf(Season season, Poll poll, Map<String, Integer> tally) {
        return Scoring.verdicts(season, poll, tally).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> new Verdict(
                                each.getValue().counted(),
                                each.getValue().correct(),
                                each.getValue().points())));
    }

    private static Verdict right(String points) {
        return new Verdict(true, true, new BigDecimal(points));
    }

    @Test
    void bothOfTwoEliminatedAreWorthTen() {
        assertThat(verdicts(left("ann", "bob"), AskKind.ELIMINATION, Map.of("ann", 3, "bob", 1, "cat", 5, "none", 2)))
                .isEqualTo(Map.of("ann", right("10.00"), "bob", right("10.00"), "cat", WRONG, "none", WRONG));
    }

    @Test
    void aVerdictSaysHowManyCountedPicksAreOnTheOutcome() {
        Season season = sample(withdrew(left("ann"), "bob")).season();

        assertThat(Scoring.verdicts(
                        season, SamplePoll.of(season, 1, AskKind.ELIMINATION), Map.of("ann", 3, "cat", 2, "bob", 9)))
                .extractingByKeys("ann", "cat", "bob")
                .extracting(Verdict::fans)
                .containsExactly(3, 2, 0);
    }

    @Test
    void noOneIsWorthTenWhenNobodyLeft() {
        assertThat(verdicts(left(), AskKind.ELIMINATION, Map.of("ann", 1, "none", 1)))
                .isEqualTo(Map.of("ann", WRONG, "none", right("10.00")));
    }

    @Test
    void everyoneSharingTheTopIsWorthFive() {
        Result tied = marked(left(), "ann 9.6666 9.6666 9.6666", "bob 29", "cat 28.99");

        assertThat(verdicts(tied, AskKind.TOP_SCORE, Map.of("ann", 1, "bob", 1, "cat", 1)))
                .isEqualTo(Map.of("ann", right("5.00"), "bob", right("5.00"), "cat", WRONG));
        assertThat(verdicts(tied, AskKind.LOW_SCORE, Map.of("cat", 1, "dan", 1)))
                .isEqualTo(Map.of("cat", right("5.00"), "dan", WRONG));
    }

    @Test
    void picksOnSomeoneWhoWithdrewCountNowhere() {
        assertThat(verdicts(withdrew(left(), "ann"), AskKind.ELIMINATION, Map.of("ann", 4, "none", 1)))
                .isEqualTo(Map.of("ann", Verdict.VOID, "none", right("10.00")));
    }

    @Test
    void picksOnSomeoneWhoWithdrewAfterTheirMarksCountForTheMarks() {
        Result result = withdrew(marked(left(), "ann 10", "bob 9"), "ann", "cat");

        assertThat(verdicts(result, AskKind.TOP_SCORE, Map.of("ann", 1, "bob", 1, "cat", 1)))
                .isEqualTo(Map.of("ann", right("5.00"), "bob", WRONG, "cat", Verdict.VOID));
    }

    @Test
    void theWinnerIsWorthTwentyFiveAndTheSeasonLongPollPaysBesides() {
        Season season = sample(placed(left(), Map.of("ann", 1, "bob", 2))).season();
        Poll finale = SamplePoll.of(season, 1, AskKind.WINNER);
        Poll seasonLong = SamplePoll.seasonLong(season, Ask.of(AskKind.WINNER));

        assertThat(verdictsOf(season, finale, Map.of("ann", 1))).isEqualTo(Map.of("ann", right("25.00")));
        assertThat(verdictsOf(season, seasonLong, Map.of("ann", 1))).isEqualTo(Map.of("ann", right("25.00")));
    }

    @ParameterizedTest
    @CsvSource({
        "29, 10.00, true",
        "29.00, 10.00, true",
        "28.99, 9.98, false",
        "26, 4.00, false",
        "31.5, 5.00, false",
        "24, 0.00, false",
        "0, 0.00, false",
        "999, 0.00, false"
    })
    void aGuessLosesTwoPointsForEachPointOfDistance(String guess, String points, boolean exact) {
        Season season = sample(marked(left(), "ann 9.6666 9.6666 9.6666")).season();

        assertThat(verdicts(season, SamplePoll.score("ann"), Map.of(guess, 1)))
                .isEqualTo(Map.of(guess, new Verdict(true, exact, new BigDecimal(points))));
    }

    @Test
    void aQuestionOfTheHostsIsWorthFiveUnlessTheySayOtherwise() {
        Season season = sample(answered(left(), "Rain?", "Yes", "No")).season();
        Ask rain = SamplePoll.question("Rain?", "Yes", "No", "Both");
        Map<String, Integer> tally = Map.of("Yes", 1, "No", 1, "Both", 1);

        assertThat(verdicts(season, rain, tally))
                .isEqualTo(Map.of("Yes", right("5.00"), "No", right("5.00"), "Both", WRONG));
        assertThat(verdicts(season, SamplePoll.worth(rain, "7.25"), tally)).containsEntry("Yes", right("7.25"));
    }

    @Test
    void aSeasonHasItsOwnWorthAndAnAskHasTheLastWord() {
        Season season = sample(left("ann"))
                .settings(options(false, OptionalInt.empty(), Map.of(AskKind.ELIMINATION, new BigDecimal("12.5"))))
                .season();

        assertThat(verdicts(season, Ask.of(AskKind.ELIMINATION), Map.of("ann", 1)))
                .containsEntry("ann", right("12.50"));
        assertThat(verdicts(season, SamplePoll.worth(Ask.of(AskKind.ELIMINATION), "3"), Map.of("ann", 1)))
                .containsEntry("ann", right("3.00"));
    }

    @ParameterizedTest
    @CsvSource({"1, 9, 19.00", "1, 2, 17.00", "2, 1, 13.00", "5, 0, 10.00", "1, 7, 19.00", "19, 1, 11.00"})
    void anUnderdogEarnsTheShareOfThoseWhoWereNotOnIt(int on, int elsewhere, String points) {
        Season season = sample(left("ann"))
                .settings(options(true, OptionalInt.empty(), Map.of()))
                .season();

        assertThat(verdicts(season, Ask.of(AskKind.ELIMINATION), Map.of("ann", on, "bob", elsewhere)))
                .isEqualTo(Map.of("ann", right(points), "bob", WRONG));
    }

    @Test
    void voidPicksAreNoPartOfTheUnderdogShare() {
        Season season = sample(withdrew(left("ann"), "bob"))
                .settings(options(true, OptionalInt.empty(), Map.of()))
                .season();

        assertThat(verdicts(season, Ask.of(AskKind.ELIMINATION), Map.of("ann", 1, "cat", 1, "bob", 98)))
                .isEqualTo(Map.of("ann", right("15.00"), "cat", WRONG, "bob", Verdict.VOID));
    }

    @Test
    void pollsThatAreNotResolvedGiveNoVerdicts() {
        Season season = sample(left("ann")).season();
        Poll canceled = SamplePoll.of(season, 1, AskKind.ELIMINATION).in(PollState.CANCELED);

        assertThat(verdicts(season, Ask.of(AskKind.TOP_SCORE), Map.of("ann", 1)))
                .isEmpty();
        assertThat(verdictsOf(season, canceled, Map.of("ann", 1))).isEmpty();
    }
}

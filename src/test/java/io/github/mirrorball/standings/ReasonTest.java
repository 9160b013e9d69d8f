package io.github.mirrorball.standings;

import static io.github.mirrorball.show.SampleSeason.left;
import static io.github.mirrorball.show.SampleSeason.marked;
import static io.github.mirrorball.show.SampleSeason.withdrew;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.SamplePoll;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.SampleSeason;
import io.github.mirrorball.show.Season;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {

    private static Season season(Result... results) {
        SampleSeason sample = SampleSeason.of("ann", "bob", "cat");
        for (int i = 0; i < 2; i++) {
            sample.episode(AskKind.ELIMINATION);
        }
        for (int i = 0; i < results.length; i++) {
            sample.result(i + 1, results[i]);
        }
        return sample.season();
    }

    private static Pick pick(String outcome) {
        return new Pick(1, 5, outcome, Instant.EPOCH, false);
    }

    private static Optional<Verdict> verdict(boolean correct, String points) {
        return Optional.of(new Verdict(true, correct, new BigDecimal(points)));
    }

    @Test
    void aPickWaitsForItsAnswer() {
        Season season = season();

        assertThat(Reason.of(season, SamplePoll.of(season, 1, AskKind.ELIMINATION), pick("ann"), Optional.empty()))
                .isEqualTo(new Reason.Waiting());
    }

    @Test
    void aCanceledPollIsTheReasonWhateverTheVerdictWas() {
        Season season = season(left("ann"));
        Poll canceled = SamplePoll.of(season, 1, AskKind.ELIMINATION).in(PollState.CANCELED);

        assertThat(Reason.of(season, canceled, pick("ann"), verdict(true, "10.00")))
                .isEqualTo(new Reason.Canceled());
    }

    @Test
    void aVoidPickSaysWhetherTheirContestantWithdrew() {
        Season season = season(withdrew(left("ann"), "bob"));
        Poll poll = SamplePoll.of(season, 2, AskKind.ELIMINATION);

        assertThat(Reason.of(season, poll, pick("bob"), Optional.of(Verdict.VOID)))
                .isEqualTo(new Reason.Voided(true));
        assertThat(Reason.of(season, poll, pick("ann"), Optional.of(Verdict.VOID)))
                .isEqualTo(new Reason.Voided(false));
    }

    @Test
    void aRightPickSaysWhatItIsWorthAndWhatItEarnedAboveThat() {
        Season season = season(left("ann"));

        assertThat(Reason.of(
                        season, SamplePoll.of(season, 1, AskKind.ELIMINATION), pick("ann"), verdict(true, "17.00")))
                .isEqualTo(new Reason.Right(BigDecimal.valueOf(10), new BigDecimal("7.00")));
    }

    @Test
    void aWrongPickIsWrong() {
        Season season = season(left("ann"));

        assertThat(Reason.of(
                        season, SamplePoll.of(season, 1, AskKind.ELIMINATION), pick("bob"), verdict(false, "0.00")))
                .isEqualTo(new Reason.Wrong());
    }

    @ParameterizedTest
    @CsvSource({"28, 1.00", "31.5, 2.50", "0, 29.00"})
    void aGuessSaysHowFarItMissed(String guess, String distance) {
        Season season = season(marked(left(), "ann 10 9 10"));

        assertThat(Reason.of(
                        season, SamplePoll.of(season, 1, SamplePoll.score("ann")), pick(guess), verdict(false, "8.00")))
                .isEqualTo(new Reason.Near(BigDecimal.valueOf(10), new BigDecimal(distance)));
    }

    @Test
    void anExactGuessIsRight() {
        Season season = season(marked(left(), "ann 10 9 10"));

        assertThat(Reason.of(
                        season, SamplePoll.of(season, 1, SamplePoll.score("ann")), pick("29"), verdict(true, "10.00")))
                .isEqualTo(new Reason.Right(BigDecimal.valueOf(10), new BigDecimal("0.00")));
    }
}

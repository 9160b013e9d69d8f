package io.github.mirrorball.standings;

import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Season;
import java.math.BigDecimal;
import java.util.Optional;

/** Why a pick has the points it has. */
public sealed interface Reason {

    /** The answer is not in. */
    record Waiting() implements Reason {}

    /** The poll was canceled. */
    record Canceled() implements Reason {}

    /** Whoever was picked had left before, or withdrew. */
    record Voided(boolean withdrew) implements Reason {}

    /** It was right: its worth, and what it earned above that because few had it. */
    record Right(BigDecimal worth, BigDecimal underdog) implements Reason {}

    /** It was a number that missed by so much. */
    record Near(BigDecimal worth, BigDecimal distance) implements Reason {}

    /** It was not right. */
    record Wrong() implements Reason {}

    /** The reason for a verdict, as it was before a joker. */
    static Reason of(Season season, Poll poll, Pick pick, Optional<Verdict> verdict) {
        if (poll.state() == PollState.CANCELED) {
            return new Canceled();
        }
        return verdict.map(given -> ruled(season, poll, pick, given)).orElseGet(Waiting::new);
    }

    private static Reason ruled(Season season, Poll poll, Pick pick, Verdict given) {
        BigDecimal worth = season.settings().worth(poll.ask());
        if (!given.counted()) {
            return new Voided(season.withdrawn().contains(pick.outcome()));
        }
        if (given.correct()) {
            return new Right(worth, given.points().subtract(worth));
        }
        if (poll.ask().kind() == AskKind.SCORE) {
            BigDecimal total =
                    new BigDecimal(Ruling.of(season, poll).right().iterator().next());
            return new Near(
                    worth, total.subtract(new BigDecimal(pick.outcome())).abs());
        }
        return new Wrong();
    }
}

package io.github.mirrorball.chart;

import static io.github.mirrorball.show.SampleSeason.left;
import static io.github.mirrorball.show.SampleSeason.withdrew;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.chart.OutcomeBars.Bar;
import io.github.mirrorball.chart.OutcomeBars.Fate;
import io.github.mirrorball.chart.SeasonStrip.Cell;
import io.github.mirrorball.chart.SeasonStrip.Night;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.poll.SamplePoll;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.SampleSeason;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Reason;
import io.github.mirrorball.standings.Scorecard;
import io.github.mirrorball.standings.Verdict;
import io.github.mirrorball.wording.Messages;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FromTheRulesTest {

    private static final Messages WORDS = Messages.in(Locale.ENGLISH);
    private static final Ask QUIZ = SamplePoll.question("Glitter?", "yes", "no");

    private final Season season = SampleSeason.of("ann", "bob", "cat")
            .episode(AskKind.ELIMINATION, AskKind.TOP_SCORE)
            .episode(AskKind.ELIMINATION)
            .result(1, withdrew(left("ann"), "bob"))
            .season();

    private static Outcome outcome(String id, boolean struck) {
        return new Outcome(id, "The " + id, "", struck);
    }

    private static OutcomeBars bars(Season season, Poll poll, Map<String, Integer> tally) {
        return OutcomeBars.of(WORDS, "Who leaves?", "Episode 1", poll, tally, Ruling.of(season, poll));
    }

    @Test
    void barsGoFromTheMostPicksToTheFewestAndTellRightFromVoid() {
        Poll poll = SamplePoll.of(season, 1, AskKind.ELIMINATION)
                .with(List.of(
                        outcome("ann", false), outcome("bob", true), outcome("cat", false), outcome("none", false)));

        OutcomeBars bars = bars(season, poll, Map.of("ann", 2, "bob", 3, "none", 7));

        assertThat(bars.bars())
                .containsExactly(
                        new Bar("No one", 7, Fate.PLAIN),
                        new Bar("The bob", 3, Fate.VOID),
                        new Bar("The ann", 2, Fate.RIGHT),
                        new Bar("The cat", 0, Fate.PLAIN));
        assertThat(bars.counted()).isEqualTo(9);
        assertThat(bars.voided()).isEqualTo(3);
    }

    @Test
    void guessedNumbersAreBarsAndOfTooManyTheFewestPickedShareOneCount() {
        Poll poll = SamplePoll.of(season, 1, SamplePoll.score("cat"));
        Map<String, Integer> tally = new HashMap<>();
        IntStream.range(0, 40).forEach(i -> tally.put(i + ".50", 100 - i));

        OutcomeBars bars = bars(season, poll, tally);

        assertThat(bars.bars()).hasSize(OutcomeBars.MOST - 1).startsWith(new Bar("0.5", 100, Fate.PLAIN));
        assertThat(bars.others())
                .isEqualTo(IntStream.range(24, 40).map(i -> 100 - i).sum());
        assertThat(bars.counted()).isEqualTo(40 * 100 - 39 * 20);
    }

    @Test
    void ofTooManyOutcomesTheRightOneIsKept() {
        Season resolved = SampleSeason.of("cat")
                .episode(AskKind.ELIMINATION)
                .result(1, SampleSeason.marked(SampleSeason.left(), "cat 39.50"))
                .season();
        Map<String, Integer> tally = new HashMap<>();
        IntStream.range(0, 40).forEach(i -> tally.put(i + ".50", 100 - i));

        assertThat(bars(resolved, SamplePoll.of(resolved, 1, SamplePoll.score("cat")), tally)
                        .bars())
                .filteredOn(bar -> bar.fate() == Fate.RIGHT)
                .containsExactly(new Bar("39.5", 61, Fate.RIGHT));
    }

    @Test
    void aSeasonsStripHasARowForEachAskAndAMarkForEachPick() {
        Poll leaves = poll(1, 1, Ask.of(AskKind.ELIMINATION), PollState.RESOLVED);
        Poll top = poll(2, 1, Ask.of(AskKind.TOP_SCORE), PollState.RESOLVED);
        Poll quiz = poll(3, 1, QUIZ, PollState.RESOLVED);
        Poll other = poll(4, 1, SamplePoll.question("Tears?", "yes", "no"), PollState.LOCKED);
        Poll next = poll(5, 2, Ask.of(AskKind.ELIMINATION), PollState.OPEN);
        Scorecard card = new Scorecard(List.of(
                line(leaves, new Reason.Right(BigDecimal.TEN, BigDecimal.ZERO), right("10.00")),
                line(quiz, new Reason.Wrong(), new Verdict(true, false, BigDecimal.ZERO))));

        SeasonStrip strip = SeasonStrip.of(
                season, "Ada", Optional.empty(), 0, List.of(leaves, top, quiz, other, next), card, OptionalInt.of(1));

        assertThat(strip.rows())
                .containsExactly(AskKind.ELIMINATION, AskKind.TOP_SCORE, AskKind.CUSTOM, AskKind.CUSTOM);
        assertThat(strip.nights())
                .containsExactly(
                        new Night(
                                OptionalInt.of(1),
                                true,
                                Map.of(
                                        0, new Cell(Mark.RIGHT, new BigDecimal("20.00")),
                                        1, new Cell(Mark.MISSED, BigDecimal.ZERO),
                                        2, new Cell(Mark.WRONG, new BigDecimal("0")),
                                        3, new Cell(Mark.MISSED, BigDecimal.ZERO))),
                        new Night(OptionalInt.of(2), false, Map.of()));
    }

    private static Scorecard.Line line(Poll poll, Reason reason, Verdict verdict) {
        Pick pick = new Pick(poll.id(), 1, "ann", Instant.EPOCH, false);
        return new Scorecard.Line(poll, pick, Optional.of(verdict), true, 1, reason);
    }

    private static Verdict right(String points) {
        return new Verdict(true, true, new BigDecimal(points));
    }

    private static Poll poll(long id, int episode, Ask ask, PollState state) {
        return new Poll(
                id, 7, 8, OptionalInt.of(episode), ask, state, Optional.empty(), Instant.EPOCH, false, List.of());
    }
}

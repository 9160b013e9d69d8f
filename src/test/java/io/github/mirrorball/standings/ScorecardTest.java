package io.github.mirrorball.standings;

import static io.github.mirrorball.show.SampleSeason.left;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.SampleSeason;
import io.github.mirrorball.show.Season;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    private static final Season SEASON = SampleSeason.of("ann", "bob")
            .episode(AskKind.ELIMINATION)
            .episode(AskKind.ELIMINATION)
            .result(1, left("ann"))
            .season();

    private final List<Poll> polls = new ArrayList<>();
    private final List<Pick> picks = new ArrayList<>();
    private final Map<Long, Map<String, Verdict>> verdicts = new HashMap<>();

    /** A poll with a pick on Ann, and what came of it for her and for Bob. */
    private void poll(OptionalInt episode, Verdict ann, Verdict bob) {
        long id = polls.size() + 1L;
        polls.add(new Poll(
                id,
                SEASON.id(),
                8,
                episode,
                Ask.of(AskKind.ELIMINATION),
                PollState.RESOLVED,
                Optional.empty(),
                Instant.EPOCH,
                false,
                List.of()));
        picks.add(0, new Pick(id, 5, "ann", Instant.EPOCH, false));
        verdicts.put(id, Map.of("ann", ann, "bob", bob));
    }

    private static Verdict right(String points, int fans) {
        return new Verdict(true, true, new BigDecimal(points), fans);
    }

    private static Verdict wrong(int fans) {
        return new Verdict(true, false, new BigDecimal("0.00"), fans);
    }

    private Scorecard card(OptionalInt joker) {
        return Scorecard.of(SEASON, polls, picks, verdicts, joker);
    }

    @Test
    void linesComeInTheOrderOfThePollsEachWithItsPickItsVerdictAndHowManyPicked() {
        poll(OptionalInt.of(1), right("10.00", 3), wrong(4));
        poll(OptionalInt.of(2), Verdict.VOID, wrong(2));

        assertThat(card(OptionalInt.empty()).lines())
                .extracting(
                        line -> line.poll().id(),
                        line -> line.pick().poll(),
                        Scorecard.Line::points,
                        Scorecard.Line::picked,
                        Scorecard.Line::joker)
                .containsExactly(
                        tuple(1L, 1L, new BigDecimal("10.00"), 7, false),
                        tuple(2L, 2L, new BigDecimal("0.00"), 2, false));
        assertThat(card(OptionalInt.empty()).lines())
                .extracting(Scorecard.Line::reason)
                .containsExactly(
                        new Reason.Right(BigDecimal.valueOf(10), new BigDecimal("0.00")), new Reason.Voided(false));
    }

    @Test
    void aPollWithoutAPickHasNoLineAndOneWithoutAVerdictWaits() {
        poll(OptionalInt.of(1), right("10.00", 1), wrong(1));
        poll(OptionalInt.of(2), right("10.00", 1), wrong(1));
        picks.remove(1);
        verdicts.clear();

        assertThat(card(OptionalInt.empty()).lines()).singleElement().satisfies(line -> {
            assertThat(line.poll().id()).isEqualTo(2);
            assertThat(line.verdict()).isEmpty();
            assertThat(line.picked()).isZero();
            assertThat(line.points()).isEqualTo(new BigDecimal("0.00"));
            assertThat(line.reason()).isEqualTo(new Reason.Waiting());
        });
    }

    @Test
    void theJokerDoublesItsEpisodeAlone() {
        poll(OptionalInt.of(1), right("10.00", 1), wrong(1));
        poll(OptionalInt.of(2), right("5.00", 1), wrong(1));
        poll(OptionalInt.empty(), right("25.00", 1), wrong(1));

        assertThat(card(OptionalInt.of(2)).lines())
                .extracting(Scorecard.Line::points)
                .containsExactly(new BigDecimal("10.00"), new BigDecimal("10.00"), new BigDecimal("25.00"));
        assertThat(card(OptionalInt.empty()).lines()).noneMatch(Scorecard.Line::joker);
    }

    @Test
    void theStreakIsOfTheNewestCountedPicks() {
        assertThat(card(OptionalInt.empty()).streak()).isZero();
        poll(OptionalInt.of(1), right("10.00", 1), wrong(1));
        poll(OptionalInt.of(1), wrong(1), right("10.00", 1));
        assertThat(card(OptionalInt.empty()).streak()).isZero();
        poll(OptionalInt.of(1), right("10.00", 1), wrong(1));
        poll(OptionalInt.of(1), Verdict.VOID, wrong(1));
        poll(OptionalInt.of(1), right("10.00", 1), wrong(1));

        assertThat(card(OptionalInt.empty()).streak()).isEqualTo(2);
    }

    @Test
    void theBestCallIsTheRightPickThatTheSmallestShareHad() {
        assertThat(card(OptionalInt.empty()).bestCall()).isEmpty();
        poll(OptionalInt.of(1), wrong(1), right("10.00", 99));
        assertThat(card(OptionalInt.empty()).bestCall()).isEmpty();
        poll(OptionalInt.of(1), right("10.00", 2), wrong(2));
        poll(OptionalInt.of(1), right("10.00", 5), wrong(45));
        poll(OptionalInt.of(1), right("10.00", 1), wrong(9));

        assertThat(card(OptionalInt.empty()).bestCall())
                .hasValueSatisfying(line -> assertThat(line.poll().id()).isEqualTo(3));
    }
}

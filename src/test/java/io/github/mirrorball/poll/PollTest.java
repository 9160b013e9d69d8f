package io.github.mirrorball.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PollTest {

    private static final Instant OPENS = Instant.parse("2024-09-12T00:00:00Z");
    private static final Instant LOCKS = Instant.parse("2024-09-18T00:00:00Z");
    private static final Outcome ANN = new Outcome("ann", "Ann", "🇦", false);
    private static final Outcome BOB = new Outcome("bob", "Bob", "🇧", true);
    private static final ManualOverride CALLED_OFF = new ManualOverride(true, Optional.empty());

    private static final Poll OPEN =
            poll(PollState.OPEN, Optional.of(OPENS), LOCKS, false, List.of(ANN, BOB), ManualOverride.NOTHING);

    private static Poll poll(
            PollState state,
            Optional<Instant> opens,
            Instant locks,
            boolean secret,
            List<Outcome> outcomes,
            ManualOverride byHand) {
        return new Poll(
                1, 7, 8, OptionalInt.of(2), Ask.of(AskKind.ELIMINATION), state, opens, locks, secret, outcomes, byHand);
    }

    @ParameterizedTest
    @CsvSource({"2024-09-17T23:59:59.999Z, true", "2024-09-18T00:00:00Z, false", "2024-09-18T00:00:00.001Z, false"})
    void aPickIsInTimeUntilTheLockAndNotAtIt(Instant now, boolean inTime) {
        assertThat(OPEN.takesPicks(now)).isEqualTo(inTime);
        assertThat(new VoteEligibility(PollState.OPEN, LOCKS, true).takesPicks(now))
                .isEqualTo(inTime);
    }

    @ParameterizedTest
    @EnumSource(value = PollState.class, mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void onlyAnOpenPollTakesPicks(PollState state) {
        assertThat(OPEN.in(state).takesPicks(OPENS)).isFalse();
        assertThat(new VoteEligibility(state, LOCKS, true).takesPicks(OPENS)).isFalse();
    }

    @Test
    void anOutcomeIsFoundByItsId() {
        assertThat(OPEN.outcome("bob")).contains(BOB);
        assertThat(OPEN.outcome("cat")).isEmpty();
    }

    @Test
    void aChangedPollIsTheSameButForWhatChanged() {
        List<Outcome> others = List.of(BOB);

        assertThat(OPEN.in(PollState.LOCKED))
                .isEqualTo(poll(
                        PollState.LOCKED, Optional.of(OPENS), LOCKS, false, List.of(ANN, BOB), ManualOverride.NOTHING));
        assertThat(OPEN.at(Optional.empty(), OPENS))
                .isEqualTo(poll(
                        PollState.OPEN, Optional.empty(), OPENS, false, List.of(ANN, BOB), ManualOverride.NOTHING));
        assertThat(OPEN.with(others))
                .isEqualTo(poll(PollState.OPEN, Optional.of(OPENS), LOCKS, false, others, ManualOverride.NOTHING));
        assertThat(OPEN.secret(true))
                .isEqualTo(poll(
                        PollState.OPEN, Optional.of(OPENS), LOCKS, true, List.of(ANN, BOB), ManualOverride.NOTHING));
        assertThat(OPEN.with(CALLED_OFF))
                .isEqualTo(poll(PollState.OPEN, Optional.of(OPENS), LOCKS, false, List.of(ANN, BOB), CALLED_OFF));
    }

    @Test
    void aLockOfTheHostsIsLocalToTheSeasonsZone() {
        ManualOverride byHand = CALLED_OFF.lockingAt(LocalDateTime.parse("2024-11-03T01:30"));

        assertThat(byHand.calledOff()).isTrue();
        assertThat(byHand.locks(ZoneId.of("America/New_York"))).contains(Instant.parse("2024-11-03T05:30:00Z"));
        assertThat(byHand.calledOff(false))
                .isEqualTo(ManualOverride.NOTHING.lockingAt(LocalDateTime.parse("2024-11-03T01:30")));
        assertThat(ManualOverride.NOTHING.calledOff(true)).isEqualTo(CALLED_OFF);
        assertThat(ManualOverride.NOTHING.locks(ZoneId.of("UTC"))).isEmpty();
    }

    @Test
    void theReactionsThatStandBesideOneAreAllOthers() {
        VoteContext context = new VoteContext(
                new VoteEligibility(PollState.OPEN, LOCKS, true),
                Optional.empty(),
                Optional.empty(),
                List.of("ann", "bob", "cat"),
                false,
                false);

        assertThat(context.reactionsBut("bob")).containsExactly("ann", "cat");
        assertThat(context.reactionsBut("dan")).containsExactly("ann", "bob", "cat");
    }
}

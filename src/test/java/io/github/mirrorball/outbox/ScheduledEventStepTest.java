package io.github.mirrorball.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.outbox.ScheduledEvents.Standing;
import io.github.mirrorball.outbox.ScheduledEvents.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ScheduledEventStepTest {

    private static final Instant NOW = Instant.parse("2026-01-10T20:00:00Z");
    private static final long ID = 7;

    @Test
    void whatIsToComeIsMadeOnce() {
        Told next = told("one", 1);
        assertThat(between(Optional.empty(), next)).isEqualTo(new ScheduledEventStep.Make(next));
        assertThat(between(standing(next), next)).isEqualTo(new ScheduledEventStep.Leave());
    }

    @Test
    void whatWasBegunAndNeverAnsweredIsLookedForWhateverIsWanted() {
        Told begun = told("one", 1);
        Optional<Standing> unsure = Optional.of(new Standing(OptionalLong.empty(), begun));
        assertThat(between(unsure, begun)).isEqualTo(new ScheduledEventStep.Find(begun));
        assertThat(ScheduledEventStep.between(unsure, Optional.empty(), NOW))
                .isEqualTo(new ScheduledEventStep.Find(begun));
    }

    @Test
    void whatIsOnTheAirAlreadyIsNeverMade() {
        assertThat(between(Optional.empty(), told("one", 0))).isEqualTo(new ScheduledEventStep.Leave());
        assertThat(between(Optional.empty(), told("one", -1))).isEqualTo(new ScheduledEventStep.Leave());
    }

    @Test
    void anEventMovesUntilItBegins() {
        Told moved = told("one", 5);
        assertThat(between(standing(told("one", 1)), moved)).isEqualTo(new ScheduledEventStep.Edit(ID, moved, false));
        assertThat(between(standing(told("one", 0)), moved)).isEqualTo(new ScheduledEventStep.Replace(ID, moved));
    }

    @Test
    void anEventThatIsOnIsToldEverythingButItsStart() {
        Told renamed = told("two", -1);
        assertThat(between(standing(told("one", -1)), renamed))
                .isEqualTo(new ScheduledEventStep.Edit(ID, renamed, true));
    }

    @Test
    void anEventWhoseEpisodeIsMovedToHaveBegunGoes() {
        assertThat(between(standing(told("one", 5)), told("one", -1))).isEqualTo(new ScheduledEventStep.Drop(ID));
    }

    @Test
    void anEventThatIsNotWantedGoesUnlessItIsOver() {
        assertThat(ScheduledEventStep.between(standing(told("one", 1)), Optional.empty(), NOW))
                .isEqualTo(new ScheduledEventStep.Drop(ID));
        assertThat(ScheduledEventStep.between(standing(told("one", -2)), Optional.empty(), NOW))
                .isEqualTo(new ScheduledEventStep.Forget());
    }

    @Test
    void anEpisodeThatIsPutOnAgainAfterItsEventIsOverGetsAnother() {
        Told again = told("one", 5);
        assertThat(between(standing(told("one", -2)), again)).isEqualTo(new ScheduledEventStep.Make(again));
    }

    private static ScheduledEventStep between(Optional<Standing> standing, Told wanted) {
        return ScheduledEventStep.between(standing, Optional.of(wanted), NOW);
    }

    private static Optional<Standing> standing(Told told) {
        return Optional.of(new Standing(OptionalLong.of(ID), told));
    }

    /** Two hours that begin so many hours from now. */
    private static Told told(String facts, int hours) {
        Instant starts = NOW.plus(Duration.ofHours(hours));
        return new Told(facts, starts, starts.plus(Duration.ofHours(2)));
    }
}

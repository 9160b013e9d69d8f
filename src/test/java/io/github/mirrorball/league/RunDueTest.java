package io.github.mirrorball.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.mirrorball.ops.Telemetry;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.schedule.Due;
import io.github.mirrorball.schedule.Due.DuePoll;
import io.github.mirrorball.schedule.Moment;
import io.github.mirrorball.schedule.Moments;
import io.github.mirrorball.schedule.Moments.DueMoment;
import io.github.mirrorball.show.SampleSeason;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Corrections;
import io.github.mirrorball.standings.Standings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Due work when a store fails, which no real store does on demand. */
class RunDueTest {

    private static final Instant NOW = Instant.parse("2026-01-10T20:00:00Z");

    private final Seasons seasons = mock(Seasons.class);
    private final Polls polls = mock(Polls.class);
    private final Due due = mock(Due.class);
    private final List<Long> held = new ArrayList<>();
    private final Agenda agenda = new Agenda(
            polls,
            mock(Outbox.class),
            mock(Moments.class),
            mock(PlanScheduledEvents.class),
            Optional::of,
            Clock.fixed(NOW, ZoneOffset.UTC));
    private final RunDue runDue = new RunDue(
            new Unprotected(),
            seasons,
            polls,
            due,
            agenda,
            mock(Moments.class),
            week(mock(Moments.class)),
            mock(LeaveServer.class),
            Clock.fixed(NOW, ZoneOffset.UTC),
            Telemetry.NONE);

    @Test
    void oneBrokenSeasonStopsNoOther() {
        when(due.toLock(any(), anyInt())).thenReturn(List.of());
        when(due.toOpen(any(), anyInt()))
                .thenReturn(List.of(new DuePoll(1, 100, NOW), new DuePoll(2, 200, NOW), new DuePoll(3, 300, NOW)));
        when(due.nextAfter(any())).thenReturn(Optional.of(NOW.plusSeconds(60)));
        when(polls.find(anyLong())).thenReturn(Optional.empty());
        when(seasons.hold(anyLong())).thenAnswer(call -> {
            long season = call.getArgument(0);
            held.add(season);
            if (season == 200) {
                throw new IllegalStateException("broken");
            }
            return Optional.<Season>empty();
        });

        Optional<Instant> next = runDue.run();

        assertThat(held).containsExactlyInAnyOrder(100L, 200L, 300L);
        assertThat(next).contains(NOW.plusSeconds(60));
    }

    @Test
    void oneBrokenMomentStopsNoOtherOfItsSeason() {
        Moments moments = mock(Moments.class);
        Moment broken = new Moment.Nudge(1, NOW);
        Moment sound = new Moment.Aired(2, NOW);
        when(moments.due(any(), anyInt()))
                .thenReturn(List.of(new DueMoment(100, broken), new DueMoment(100, sound)))
                .thenReturn(List.of());
        when(seasons.hold(100)).thenReturn(Optional.of(SampleSeason.of("ann").season()));
        when(moments.markDone(anyLong(), eq(broken))).thenThrow(new IllegalStateException("broken"));
        new RunDue(
                        new Unprotected(),
                        seasons,
                        polls,
                        due,
                        agenda,
                        moments,
                        week(moments),
                        mock(LeaveServer.class),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        Telemetry.NONE)
                .run();

        verify(moments).markDone(anyLong(), eq(sound));
    }

    private MomentHandler week(Moments moments) {
        return new MomentHandler(
                seasons,
                polls,
                moments,
                mock(OptIns.class),
                mock(Outbox.class),
                reveals(),
                mock(PlanScheduledEvents.class));
    }

    private RevealResult reveals() {
        Scores scores = new Scores(
                polls,
                mock(Picks.class),
                mock(Fans.class),
                mock(Jokers.class),
                mock(Standings.class),
                mock(Corrections.class));
        return new RevealResult(mock(Reveals.class), agenda, scores, mock(Outbox.class));
    }

    /** Runs work as it is. */
    private static final class Unprotected implements Transactions {
        @Override
        public <T> T inOne(Supplier<T> work) {
            return work.get();
        }

        @Override
        public void runAfterCommit(Runnable effect) {
            effect.run();
        }
    }
}

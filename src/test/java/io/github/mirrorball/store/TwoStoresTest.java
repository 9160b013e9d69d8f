package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.league.Agenda;
import io.github.mirrorball.league.LeaveServer;
import io.github.mirrorball.league.MomentHandler;
import io.github.mirrorball.league.PlanScheduledEvents;
import io.github.mirrorball.league.RevealResult;
import io.github.mirrorball.league.RunDue;
import io.github.mirrorball.league.Scores;
import io.github.mirrorball.ops.Telemetry;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Two processes that look after the same servers of one database, by mistake or for a moment. */
class TwoStoresTest {

    private static final int SEASONS = 20;
    private static final Instant OVER = Instant.parse("2024-09-25T02:00:00Z");

    private final StoreSettings place = Backend.POSTGRES.fresh();

    @AutoClose
    private final League one = new League(place);

    @AutoClose
    private final League other = new League(place);

    private final List<League> both = List.of(one, other);

    @Test
    void whatIsDueIsDoneOnceByEither() throws Exception {
        List<Long> seasons = new ArrayList<>();
        for (int i = 0; i < SEASONS; i++) {
            long season = one.season(League.SERVER + i, League.CHANNEL + i);
            agenda(one).keep(one.find(season));
            seasons.add(season);
        }

        for (Instant at : List.of(League.LOCKS.minusSeconds(3600), League.LOCKS, OVER)) {
            both.forEach(league -> league.clock.set(at));
            Together.run(4, thread -> runDue(both.get(thread % 2)).run());
        }

        for (long season : seasons) {
            assertThat(one.store.polls().ofSeason(season))
                    .extracting(Poll::state)
                    .contains(PollState.LOCKED);
        }
        List<Notice> owed = owed();
        assertThat(owed).doesNotHaveDuplicates();
        for (Class<?> kind : List.of(Notice.Card.class, Notice.Locked.class, Notice.Nudge.class)) {
            assertThat(owed).filteredOn(kind::isInstance).hasSize(SEASONS);
        }
    }

    private List<Notice> owed() {
        Outbox outbox = one.store.outbox();
        List<Notice> all = new ArrayList<>();
        List<Outbox.Owed> next = outbox.sendable(one.systemClock.instant());
        while (!next.isEmpty()) {
            for (Outbox.Owed owed : next) {
                all.add(owed.notice());
                outbox.settle(owed.id(), new Outbox.Ending.Sent(Optional.empty()));
            }
            next = outbox.sendable(one.systemClock.instant());
        }
        return all;
    }

    private static PlanScheduledEvents calendar(League league) {
        return new PlanScheduledEvents(
                league.store.seasons(), league.store.events(), league.store.outbox(), league.clock);
    }

    private static Agenda agenda(League league) {
        Store store = league.store;
        return new Agenda(store.polls(), store.outbox(), store.moments(), calendar(league), Optional::of, league.clock);
    }

    private static RunDue runDue(League league) {
        Store store = league.store;
        PlanScheduledEvents calendar = calendar(league);
        Scores scores = new Scores(
                store.polls(), store.picks(), store.fans(), store.jokers(), store.standings(), store.corrections());
        RevealResult reveal = new RevealResult(store.reveals(), agenda(league), scores, store.outbox());
        return new RunDue(
                store.transactions(),
                store.seasons(),
                store.polls(),
                store.due(),
                agenda(league),
                store.moments(),
                new MomentHandler(
                        store.seasons(),
                        store.polls(),
                        store.moments(),
                        store.optIns(),
                        store.outbox(),
                        reveal,
                        calendar),
                new LeaveServer(
                        store.transactions(), store.servers(), store.seasons(), calendar, () -> {}, league.systemClock),
                league.clock,
                Telemetry.NONE);
    }
}

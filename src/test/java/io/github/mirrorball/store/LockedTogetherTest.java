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
import io.github.mirrorball.outbox.Outbox.Ending;
import io.github.mirrorball.outbox.Outbox.Owed;
import io.github.mirrorball.outbox.Outbox.Posted;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.schedule.Due.DuePoll;
import io.github.mirrorball.schedule.Moment;
import io.github.mirrorball.schedule.Moments.DueMoment;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.ResultVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Many servers whose polls lock at one instant, and the few among them that need more than that. */
@OnBothDatabases
class LockedTogetherTest {

    private static final int SERVERS = 300;

    @AutoClose
    private final League league;

    private final RunDue due;

    LockedTogetherTest(Backend backend) {
        league = new League(backend);
        league.clock.set(League.LOCKS);
        due = due(league.store);
    }

    private RunDue due(Store store) {
        PlanScheduledEvents calendar =
                new PlanScheduledEvents(store.seasons(), store.events(), store.outbox(), league.clock);
        Agenda agenda =
                new Agenda(store.polls(), store.outbox(), store.moments(), calendar, Optional::of, league.clock);
        Scores scores = new Scores(
                store.polls(), store.picks(), store.fans(), store.jokers(), store.standings(), store.corrections());
        RevealResult reveal = new RevealResult(store.reveals(), agenda, scores, store.outbox());
        return new RunDue(
                store.transactions(),
                store.seasons(),
                store.polls(),
                store.due(),
                agenda,
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

    @Test
    void everyPollIsLockedAndToldOnce() {
        List<Poll> polls = new ArrayList<>();
        for (long server = 1; server <= SERVERS; server++) {
            polls.add(open(server));
        }
        sendAll();

        due.run();
        due.run();

        assertThat(league.store.polls().all(polls.stream().map(Poll::id).toList()))
                .hasSize(SERVERS)
                .allMatch(poll -> poll.state() == PollState.LOCKED);
        List<Notice> sent = sendAll();
        assertThat(sent)
                .hasSize(2 * SERVERS)
                .doesNotHaveDuplicates()
                .contains(
                        new Notice.Locked(polls.get(0).season(), League.LOCKS),
                        new Notice.CardChanged(polls.get(0).id()));
    }

    @Test
    void onlyWhatNothingElseIsKnownAboutIsLockedTogether() {
        Poll plain = open(1);
        Poll answered = open(2);
        record(answered.season(), 2);
        Poll earlierAnswered = open(3);
        record(earlierAnswered.season(), 1);
        Poll reminded = open(4);
        Moment reminder = new Moment.Reminder(League.LOCKS, Duration.ofHours(1), League.LOCKS.minusSeconds(3600));
        league.store.moments().keep(reminded.season(), List.of(reminder), League.LOCKS.minus(Duration.ofDays(1)));

        assertThat(league.store.transactions().inOne(() -> league.store.due().holdToLock(League.LOCKS, 10)))
                .extracting(DuePoll::poll)
                .containsExactlyInAnyOrder(plain.id(), earlierAnswered.id());

        due.run();

        assertThat(state(plain)).isEqualTo(PollState.LOCKED);
        assertThat(state(answered)).isEqualTo(PollState.RESOLVED);
        assertThat(state(earlierAnswered)).isEqualTo(PollState.LOCKED);
        assertThat(state(reminded)).isEqualTo(PollState.LOCKED);
        assertThat(league.store.moments().due(League.LOCKS, 10))
                .extracting(DueMoment::moment)
                .doesNotContain(reminder);
    }

    private Poll open(long server) {
        long season = league.store.seasons().add(server, League.plan(), Posting.to(server), League.HOST);
        Poll poll = league.store.polls().add(League.poll(season, PollState.OPEN));
        league.store.outbox().owe(season, new Notice.Card(poll.id()));
        return poll;
    }

    private void record(long season, int episode) {
        Result result = new Result(Optional.of(List.of("ada")), List.of(), Optional.empty(), Map.of(), Map.of());
        league.store
                .seasons()
                .record(season, episode, new ResultVersion(1, result, league.clock.instant(), League.HOST));
    }

    private PollState state(Poll poll) {
        return league.store.polls().find(poll.id()).orElseThrow().state();
    }

    private List<Notice> sendAll() {
        List<Notice> sent = new ArrayList<>();
        List<Owed> owed = next();
        while (!owed.isEmpty()) {
            for (Owed each : owed) {
                league.store.outbox().begin(each);
                Posted place = new Posted(each.channel(), each.id());
                league.store.outbox().settle(each.id(), new Ending.Sent(Optional.of(place)));
                sent.add(each.notice());
            }
            owed = next();
        }
        return sent;
    }

    private List<Owed> next() {
        return league.store.outbox().sendable(league.systemClock.instant(), Set.of(), 100);
    }
}

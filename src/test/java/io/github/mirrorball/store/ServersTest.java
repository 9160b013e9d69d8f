package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.league.LeaveServer;
import io.github.mirrorball.league.PlanScheduledEvents;
import io.github.mirrorball.league.Servers;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.outbox.Outbox.Ending;
import io.github.mirrorball.outbox.Outbox.Owed;
import io.github.mirrorball.outbox.Outbox.Posted;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.reactions.Removal;
import io.github.mirrorball.schedule.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ServersTest {

    private static final long OTHER = League.SERVER + 100;

    private final League league;
    private final Servers servers;
    private final Outbox outbox;
    private final LeaveServer departures;
    private final long season;
    private final long elsewhere;
    private int woken;

    ServersTest(Backend backend) {
        league = new League(backend);
        servers = league.store.servers();
        outbox = league.store.outbox();
        departures = new LeaveServer(
                league.store.transactions(),
                servers,
                league.store.seasons(),
                new PlanScheduledEvents(league.store.seasons(), league.store.events(), outbox, league.clock),
                () -> woken++,
                league.systemClock);
        season = league.season();
        elsewhere = league.season(OTHER, 9);
    }

    @AfterEach
    void close() {
        league.close();
    }

    @Test
    void aServerThatTookTheBotOutIsNeitherSentToNorRetriedNorOpened() {
        Poll open = league.open(season);
        Poll scheduled = league.store.polls().add(League.poll(season, PollState.SCHEDULED));
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        outbox.owe(season, new Notice.Event(League.SERVER, season, 1));
        outbox.owe(elsewhere, new Notice.Resulted(elsewhere, 1, 1));
        league.store.reactions().save(new Removal(open.id(), 1, "ada", false));
        Instant now = league.clock.instant();
        league.store.moments().keep(season, List.of(new Moment.Aired(1, now)), now);
        assertThat(league.store.due().toOpen(now, 9)).hasSize(1);
        assertThat(league.store.moments().due(now, 9)).hasSize(1);
        assertThat(league.store.reactions().asked(9)).hasSize(1);

        departures.onLeft(League.SERVER);

        assertThat(outbox.sendable(league.systemClock.instant()))
                .extracting(Owed::season)
                .containsExactly(elsewhere);
        assertThat(league.store.due().toOpen(now, 9)).isEmpty();
        assertThat(league.store.moments().due(now, 9)).isEmpty();
        assertThat(league.store.reactions().asked(9)).isEmpty();
        assertThat(league.store.due().nextAfter(now)).contains(League.LOCKS);
        assertThat(league.store.due().toLock(League.LOCKS, 9))
                .as("what is open locks")
                .hasSize(1);
        assertThat(scheduled.id()).isNotEqualTo(open.id());
    }

    @Test
    void aLaneOfItsOwnKeepsEventsFromHoldingMessagesUp() {
        outbox.owe(season, new Notice.Event(League.SERVER, season, 1));
        outbox.owe(season, new Notice.Event(League.SERVER, season, 2));
        outbox.owe(season, new Notice.Event(League.SERVER, season, 2));
        outbox.owe(season, new Notice.Resulted(season, 1, 1));

        List<Owed> first = outbox.sendable(league.systemClock.instant());
        assertThat(first)
                .extracting(Owed::notice)
                .containsExactlyInAnyOrder(
                        new Notice.Event(League.SERVER, season, 1), new Notice.Resulted(season, 1, 1));
        assertThat(first).extracting(Owed::server).containsOnly(League.SERVER);
        first.forEach(owed -> outbox.settle(owed.id(), new Ending.Sent(Optional.empty())));
        assertThat(outbox.sendable(league.systemClock.instant()))
                .extracting(Owed::notice)
                .containsExactly(new Notice.Event(League.SERVER, season, 2));
    }

    @Test
    void anEventOfASeasonThatIsGoneIsStillOwed() {
        league.store.seasons().remove(season);
        Notice event = new Notice.Event(League.SERVER, season, 1);
        outbox.owe(season, event);

        assertThat(outbox.sendable(league.systemClock.instant()))
                .singleElement()
                .satisfies(owed -> {
                    assertThat(owed.notice()).isEqualTo(event);
                    assertThat(owed.server()).isEqualTo(League.SERVER);
                });
        outbox.settle(
                outbox.sendable(league.systemClock.instant()).get(0).id(), new Ending.Parked("missing Create Events"));
        outbox.unpark(League.SERVER);
        assertThat(outbox.sendable(league.systemClock.instant())).hasSize(1);
    }

    @Test
    void whenTheBotIsBackWhatWaitsIsSentAndWhatIsStaleIsNot() {
        Poll locked = league.open(season);
        outbox.owe(season, new Notice.Card(locked.id()));
        outbox.owe(season, new Notice.Seeds(locked.id()));
        outbox.owe(season, new Notice.Locked(season, League.LOCKS.minusSeconds(9)));
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        Owed retried = outbox.sendable(league.systemClock.instant()).get(0);
        outbox.settle(
                retried.id(), new Ending.Retried(league.systemClock.instant().plusSeconds(999), "503"));
        departures.onLeft(League.SERVER);
        league.store.polls().save(locked.in(PollState.LOCKED));
        league.systemClock.set(league.systemClock.instant().plus(Duration.ofHours(25)));
        outbox.owe(season, new Notice.Locked(season, League.LOCKS));
        departures.onBack(League.SERVER);

        assertThat(woken).isOne();
        assertThat(sendAll())
                .contains(new Notice.Locked(season, League.LOCKS), new Notice.Resulted(season, 1, 1))
                .noneMatch(notice -> notice instanceof Notice.Card || notice instanceof Notice.Seeds)
                .doesNotContain(new Notice.Locked(season, League.LOCKS.minusSeconds(9)));
    }

    @Test
    void aServerIsPurgedAfterItsGraceCountedFromItsFirstLeave() {
        Instant left = league.systemClock.instant();
        departures.onLeft(League.SERVER);
        league.systemClock.set(left.plus(Duration.ofDays(10)));
        departures.onLeft(League.SERVER);
        assertThat(servers.departed()).containsEntry(League.SERVER, left);

        league.systemClock.set(left.plus(LeaveServer.GRACE));
        departures.purge();
        assertThat(servers.known()).containsExactlyInAnyOrder(League.SERVER, OTHER);
        league.systemClock.set(left.plus(LeaveServer.GRACE).plusMillis(1));
        departures.purge();

        assertThat(servers.known()).containsExactly(OTHER);
        assertThat(servers.departed()).isEmpty();
        assertThat(league.store.seasons().find(season)).isEmpty();
    }

    @Test
    void aReturnWithinTheGraceKeepsEverything() {
        departures.onLeft(League.SERVER);
        departures.onBack(League.SERVER);
        league.systemClock.set(league.systemClock.instant().plus(Duration.ofDays(99)));
        departures.purge();

        assertThat(league.store.seasons().find(season)).isPresent();
        departures.onBack(League.SERVER);
        assertThat(woken).as("one return").isOne();
    }

    @Test
    void whatIsThereIsComparedWithWhatIsStored() {
        league.fan(1);
        departures.onLeft(OTHER);

        assertThat(departures.missing(Set.of(1L))).containsExactly(League.SERVER);
        assertThat(departures.missing(Set.of(League.SERVER))).isEmpty();
        departures.onPresent(Set.of(OTHER, 1L));
        assertThat(servers.departed()).isEmpty();
        assertThat(departures.missing(Set.of(League.SERVER))).containsExactly(OTHER);
    }

    private List<Notice> sendAll() {
        List<Notice> sent = new ArrayList<>();
        for (List<Owed> owed = outbox.sendable(league.systemClock.instant());
                !owed.isEmpty();
                owed = outbox.sendable(league.systemClock.instant())) {
            sent.add(owed.get(0).notice());
            outbox.begin(owed.get(0));
            outbox.settle(owed.get(0).id(), new Ending.Sent(Optional.of(new Posted(1, 2))));
        }
        return sent;
    }
}

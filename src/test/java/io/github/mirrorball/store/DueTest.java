package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.schedule.Due;
import io.github.mirrorball.schedule.Due.DuePoll;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class DueTest {

    private static final Instant OPENS = League.OPENS;
    private static final Instant LOCKS = League.LOCKS;

    @AutoClose
    private final League league;

    private final Due due;
    private final long season;

    DueTest(Backend backend) {
        league = new League(backend);
        due = league.store.due();
        season = league.season();
    }

    @Test
    void aScheduledPollIsDueFromItsOpeningUntilItsLock() {
        long poll = add(PollState.SCHEDULED, Optional.of(OPENS), LOCKS);
        add(PollState.SCHEDULED, Optional.empty(), LOCKS);
        add(PollState.OPEN, Optional.of(OPENS), LOCKS);

        assertThat(due.toOpen(OPENS.minusMillis(1), 10)).isEmpty();
        assertThat(due.toOpen(OPENS, 10)).containsExactly(new DuePoll(poll, season, OPENS));
        assertThat(due.toOpen(LOCKS.minusMillis(1), 10)).hasSize(1);
        assertThat(due.toOpen(LOCKS, 10)).isEmpty();
    }

    @Test
    void anOpenPollIsDueFromItsLock() {
        long poll = add(PollState.OPEN, Optional.of(OPENS), LOCKS);
        add(PollState.LOCKED, Optional.of(OPENS), LOCKS);
        add(PollState.SCHEDULED, Optional.of(OPENS), LOCKS);

        assertThat(due.toLock(LOCKS.minusMillis(1), 10)).isEmpty();
        assertThat(due.toLock(LOCKS, 10)).containsExactly(new DuePoll(poll, season, LOCKS));
    }

    @Test
    void theEarliestComeFirstAndNoMoreThanAskedFor() {
        long late = add(PollState.OPEN, Optional.of(OPENS), LOCKS);
        long early = add(PollState.OPEN, Optional.of(OPENS), LOCKS.minusSeconds(1));
        long lateToo = add(PollState.OPEN, Optional.of(OPENS), LOCKS);
        long opensLate = add(PollState.SCHEDULED, Optional.of(OPENS.plusMillis(1)), LOCKS.plusSeconds(9));
        long opensEarly = add(PollState.SCHEDULED, Optional.of(OPENS), LOCKS.plusSeconds(9));

        assertThat(due.toLock(LOCKS, 10)).extracting(DuePoll::poll).containsExactly(early, late, lateToo);
        assertThat(due.toLock(LOCKS, 2)).extracting(DuePoll::poll).containsExactly(early, late);
        assertThat(due.toOpen(LOCKS, 10)).extracting(DuePoll::poll).containsExactly(opensEarly, opensLate);
        assertThat(due.toOpen(LOCKS, 1)).extracting(DuePoll::poll).containsExactly(opensEarly);
    }

    @Test
    void theNextInstantIsTheEarlierOfBothKinds() {
        add(PollState.SCHEDULED, Optional.of(OPENS), LOCKS);
        add(PollState.OPEN, Optional.of(OPENS), LOCKS);
        add(PollState.OPEN, Optional.of(OPENS), LOCKS.plusMillis(1));

        assertThat(due.nextAfter(OPENS.minusMillis(1))).contains(OPENS);
        assertThat(due.nextAfter(OPENS)).contains(LOCKS);
        assertThat(due.nextAfter(LOCKS)).contains(LOCKS.plusMillis(1));
        assertThat(due.nextAfter(LOCKS.plusMillis(1))).isEmpty();
    }

    @Test
    void anArchivedSeasonHasNothingDue() {
        add(PollState.SCHEDULED, Optional.of(OPENS), LOCKS);
        add(PollState.OPEN, Optional.of(OPENS), LOCKS);
        league.archive(season);

        assertThat(due.toOpen(OPENS, 10)).isEmpty();
        assertThat(due.toLock(LOCKS, 10)).isEmpty();
        assertThat(due.nextAfter(Instant.EPOCH)).isEmpty();
    }

    private long add(PollState state, Optional<Instant> opens, Instant locks) {
        Poll poll = League.poll(season, state).at(opens, locks);
        return league.store.polls().add(poll).id();
    }
}

package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.outbox.Outbox.Ending;
import io.github.mirrorball.outbox.ParkedNotices;
import io.github.mirrorball.outbox.ParkedNotices.Standing;
import io.github.mirrorball.outbox.ParkedNotices.Trouble;
import io.github.mirrorball.poll.Poll;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class TroublesTest {

    @AutoClose
    private final League league;

    private final Outbox outbox;
    private final ParkedNotices troubles;
    private final long season;
    private final Instant now;

    TroublesTest(Backend backend) {
        league = new League(backend);
        outbox = league.store.outbox();
        troubles = league.store.troubles();
        season = league.season();
        now = league.systemClock.instant();
    }

    @Test
    void whatIsParkedGoneOrTriedInVainIsTroubleTheNewestFirst() {
        Notice locked = new Notice.Locked(season, League.LOCKS);
        Notice result = new Notice.Resulted(season, 1, 1);
        Notice corrected = new Notice.Resulted(season, 1, 2);
        end(locked, new Ending.Parked("50013"), 1);
        end(result, new Ending.Gone("10003"), 1);
        end(corrected, new Ending.Retried(now.plusSeconds(9), "503"), 3);

        assertThat(troubles.of(League.SERVER, 9))
                .containsExactly(
                        new Trouble(season, corrected, Standing.RETRIED, "503", now),
                        new Trouble(season, result, Standing.GONE, "10003", now),
                        new Trouble(season, locked, Standing.PARKED, "50013", now));
        assertThat(troubles.of(League.SERVER, 2)).hasSize(2);
        assertThat(troubles.of(League.SERVER + 1, 9)).isEmpty();
    }

    @Test
    void whatIsSentOrOwedOrTriedAgainOnceIsNone() {
        end(new Notice.Resulted(season, 1, 1), new Ending.Sent(Optional.empty()), 1);
        end(new Notice.Resulted(season, 1, 2), new Ending.Retried(now.plusSeconds(9), "503"), 2);
        outbox.owe(season, new Notice.Resulted(season, 1, 3));

        assertThat(troubles.of(League.SERVER, 9)).isEmpty();
    }

    @Test
    void aCardThatWasPostedAfterAllIsNone() {
        Poll poll = league.open(season);
        end(new Notice.Card(poll.id()), new Ending.Gone("10003"), 1);
        assertThat(troubles.of(League.SERVER, 9)).hasSize(1);

        outbox.owe(season, new Notice.Card(poll.id()));
        assertThat(troubles.of(League.SERVER, 9)).isEmpty();
    }

    @Test
    void anArchivedSeasonHasNone() {
        end(new Notice.Resulted(season, 1, 1), new Ending.Parked("50013"), 1);
        league.archive(season);

        assertThat(troubles.of(League.SERVER, 9)).isEmpty();
    }

    private void end(Notice notice, Ending ending, int attempts) {
        outbox.owe(season, notice);
        long id = find(notice).id();
        for (int i = 0; i < attempts; i++) {
            outbox.begin(find(notice));
        }
        outbox.settle(id, ending);
    }

    private Outbox.Owed find(Notice notice) {
        return outbox.sendable(now).stream()
                .filter(owed -> owed.notice().equals(notice))
                .findFirst()
                .orElseThrow();
    }
}

package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class CardsTest {

    @AutoClose
    private final League league;

    CardsTest(Backend backend) {
        league = new League(backend);
    }

    @Test
    void aCardIsFoundByItsMessageInWhateverStateItsPollIs() {
        long season = league.season();
        Poll poll = league.open(season);
        posted(season, new Notice.Card(poll.id()), 77);
        posted(season, new Notice.Resulted(season, 1, 1), 78);

        assertThat(league.store.cards().pollOn(77)).contains(poll.id());
        assertThat(league.store.cards().pollOn(78)).isEmpty();
        assertThat(league.store.cards().pollOn(404)).isEmpty();
        league.store.polls().save(poll.in(PollState.RESOLVED));
        assertThat(league.store.cards().pollOn(77)).contains(poll.id());
    }

    private void posted(long season, Notice notice, long message) {
        Outbox outbox = league.store.outbox();
        outbox.owe(season, notice);
        Outbox.Owed owed = outbox.sendable(league.systemClock.instant()).get(0);
        outbox.begin(owed);
        outbox.settle(owed.id(), new Outbox.Ending.Sent(Optional.of(new Outbox.Posted(League.CHANNEL, message))));
    }
}

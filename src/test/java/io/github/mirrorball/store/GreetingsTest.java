package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.league.GreetServer;
import io.github.mirrorball.league.Greetings;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class GreetingsTest {

    private static final long OLD = 1;
    private static final long NEW = 2;
    private static final long CHANNEL = 77;

    private final League league;
    private final Greetings greetings;
    private final GreetServer greetServer;
    private final Instant begun;
    private int woken;

    GreetingsTest(Backend backend) {
        league = new League(backend);
        greetings = league.store.greetings();
        greetServer = new GreetServer(
                league.store.transactions(), greetings, league.store.outbox(), () -> woken++, league.systemClock);
        greetServer.begin();
        begun = league.systemClock.instant();
    }

    @AfterEach
    void close() {
        league.close();
    }

    @Test
    void itGreetsSinceItsFirstStart() {
        assertThat(greetings.ensureSince(begun.plus(Duration.ofDays(9)))).isEqualTo(begun);
    }

    @Test
    void serversFromBeforeCountAsGreetedForGood() {
        assertThat(greetServer.ungreeted(Map.of(OLD, begun.minusSeconds(1), NEW, begun.plusSeconds(1))))
                .containsExactly(NEW);

        assertThat(greetings.greeted()).containsExactly(OLD);
        assertThat(greetServer.ungreeted(Map.of(OLD, begun.plusSeconds(9)))).isEmpty();
    }

    @Test
    void aServerIsGreetedOnceInTheFirstChannel() {
        greetServer.greet(NEW, List.of(CHANNEL, 78L), "de");
        greetServer.greet(NEW, List.of(CHANNEL, 78L), "de");

        List<Outbox.Owed> owed = league.store.outbox().sendable(league.systemClock.instant());
        assertThat(owed).singleElement().satisfies(each -> {
            assertThat(each.notice()).isEqualTo(new Notice.Greeting(NEW, CHANNEL, "de"));
            assertThat(each.server()).isEqualTo(NEW);
            assertThat(each.channel()).isEqualTo(CHANNEL);
        });
        assertThat(woken).isOne();
    }

    @Test
    void whereItMayWriteNowhereNothingIsOwed() {
        greetServer.greet(NEW, List.of(), "en");

        assertThat(league.store.outbox().sendable(league.systemClock.instant())).isEmpty();
        assertThat(greetings.greeted()).containsExactly(NEW);
    }

    @Test
    void aServerWhoseTimeIsOverIsNewAgain() {
        greetServer.greet(NEW, List.of(CHANNEL), "en");
        league.store.servers().recordLeft(NEW, begun);

        league.store.servers().purge(NEW, begun.plusSeconds(1));

        assertThat(greetings.greeted()).isEmpty();
        assertThat(league.store.outbox().sendable(league.systemClock.instant())).isEmpty();
    }
}

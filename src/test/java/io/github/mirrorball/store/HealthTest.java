package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.ops.StoreHealth.Standing;
import io.github.mirrorball.ops.StoreHealth.Waiting;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.outbox.Outbox.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class HealthTest {

    @AutoClose
    private final League league;

    private final Outbox outbox;
    private final long season;
    private final Instant now;

    HealthTest(Backend backend) {
        league = new League(backend);
        outbox = league.store.outbox();
        season = league.season();
        now = league.systemClock.instant();
    }

    @Test
    void nothingWaitsWhereNothingIsOwedOrEverythingIsPostedOrGone() {
        assertThat(league.store.health().waiting()).isEmpty();

        end(1, new Ending.Sent(Optional.empty()));
        end(2, new Ending.Gone("10003"));
        assertThat(league.store.health().waiting()).isEmpty();
    }

    @Test
    void whatWaitsIsCountedByHowItStandsWithItsOldest() {
        end(1, new Ending.Parked("50013"));
        end(2, new Ending.Retried(now.plusSeconds(60), "503"));
        outbox.owe(season, new Notice.Resulted(season, 1, 3));
        league.systemClock.wind(Duration.ofSeconds(30));
        outbox.owe(season, new Notice.Resulted(season, 1, 4));

        assertThat(league.store.health().waiting())
                .containsExactlyInAnyOrder(
                        new Waiting(Standing.OWED, 2, now),
                        new Waiting(Standing.RETRIED, 1, now),
                        new Waiting(Standing.PARKED, 1, now));
    }

    private void end(int version, Ending ending) {
        outbox.owe(season, new Notice.Resulted(season, 1, version));
        Outbox.Owed owed = outbox.sendable(league.systemClock.instant()).get(0);
        outbox.begin(owed);
        outbox.settle(owed.id(), ending);
    }
}

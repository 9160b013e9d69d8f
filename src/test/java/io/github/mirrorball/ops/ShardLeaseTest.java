package io.github.mirrorball.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.mirrorball.ops.Leases.Holder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A lease on a store that fails, or says no, on demand. */
@Timeout(30)
class ShardLeaseTest {

    private static final Shards SHARDS = Shards.one(0, 2);

    private final Leases leases = mock(Leases.class);
    private final AtomicInteger regained = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    private ShardLease tenure(Duration trusted) {
        return new ShardLease(
                Optional.of(leases),
                "test",
                SHARDS,
                regained::incrementAndGet,
                lost::incrementAndGet,
                new ShardLease.Rhythm(Duration.ofMillis(20), trusted, Duration.ofMillis(5)));
    }

    @Test
    void itBeginsWhenNobodyIsInTheWayAnyMore() throws InterruptedException {
        Optional<Holder> other = Optional.of(new Holder("another", SHARDS));
        when(leases.take(anyString(), any(), any()))
                .thenReturn(other)
                .thenReturn(other)
                .thenReturn(Optional.empty());
        when(leases.renew(anyString())).thenReturn(true);
        try (ShardLease lease = tenure(Duration.ofMinutes(1))) {
            assertThat(lease.holds()).isFalse();

            lease.begin();

            assertThat(lease.holds()).isTrue();
            verify(leases, timeout(5_000).atLeast(3)).renew(anyString());
        }
        verify(leases).giveBack(anyString());
        assertThat(lost).hasValue(0);
    }

    @Test
    void whileItCannotBeRenewedItEndsByItselfAndGoesOnAfterwards() throws InterruptedException {
        AtomicBoolean reachable = new AtomicBoolean();
        when(leases.take(anyString(), any(), any())).thenReturn(Optional.empty());
        when(leases.renew(anyString())).thenAnswer(asked -> {
            if (!reachable.get()) {
                throw new IllegalStateException("no database");
            }
            return true;
        });
        try (ShardLease lease = tenure(Duration.ofMillis(200))) {
            lease.begin();

            await().until(() -> !lease.holds());
            assertThat(regained).hasValue(0);
            reachable.set(true);

            await().until(() -> regained.get() > 0);
        }
        verify(leases, atLeast(2)).renew(anyString());
        assertThat(lost).hasValue(0);
    }

    @Test
    void oneThatAnotherHasTakenOverIsLostAtOnceAndForGood() throws InterruptedException {
        when(leases.take(anyString(), any(), any())).thenReturn(Optional.empty());
        when(leases.renew(anyString())).thenReturn(true).thenReturn(false);
        try (ShardLease lease = tenure(Duration.ofMinutes(1))) {
            lease.begin();

            await().until(() -> lost.get() > 0);
            assertThat(lease.holds()).isFalse();
        }
        assertThat(lost).hasValue(1);
    }

    @Test
    void whereTheDatabaseAdmitsOneProcessAloneItAlwaysHolds() throws InterruptedException {
        try (ShardLease lease = new ShardLease(Optional.empty(), "test", Shards.ALL, () -> {}, () -> {})) {
            assertThat(lease.holds()).isTrue();
            lease.begin();
            assertThat(lease.holds()).isTrue();
        }
    }
}

package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.poll.Poll;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes on one PostgreSQL, of which the second has taken over from the first. A file admits one process alone. */
class FencedWritesTest {

    private static final long FAN = 7;

    private final StoreSettings place = Backend.POSTGRES.fresh();

    @AutoClose
    private final League first = new League(place);

    @AutoClose
    private final League second = new League(place);

    private Poll poll;

    @BeforeEach
    void begin() {
        take(first, "first");
        poll = first.open(first.season());
        pick(first, "ada");
    }

    @Test
    void whatIsWrittenAfterTheTakeoverIsRefusedAndLeavesNothing() {
        takeOver();
        pick(second, "ben");

        assertThatThrownBy(() -> pick(first, "cleo"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Another process has taken over");

        assertThat(second.picked(poll.id(), FAN)).contains("ben");
        assertThat(first.picked(poll.id(), FAN)).contains("ben");
    }

    @Test
    void whatWasBegunBeforeTheTakeoverIsRefusedToo() {
        assertThatThrownBy(() -> first.store.transactions().inOne(() -> {
                    takeOver();
                    first.cast().pick(poll.id(), League.voter(FAN), "cleo");
                    return true;
                }))
                .hasMessageContaining("Another process has taken over");

        assertThat(second.picked(poll.id(), FAN)).contains("ada");
    }

    @Test
    void aLeaseThatRanOutAndThatNobodyTookIsAsGoodAsBefore() {
        runOut();

        pick(first, "cleo");

        assertThat(second.picked(poll.id(), FAN)).contains("cleo");
    }

    @Test
    void whoeverTakesOverWaitsForACommitOnItsWay() throws Exception {
        runOut();
        CountDownLatch committing = new CountDownLatch(1);
        CountDownLatch committed = new CountDownLatch(1);
        CompletableFuture<Void> commit = CompletableFuture.runAsync(() -> second.store
                .database()
                .connections()
                .run(handle -> {
                    handle.createQuery(OpenTransaction.HOLD_LEASE)
                            .bind(0, "first")
                            .mapTo(String.class)
                            .one();
                    committing.countDown();
                    awaitUninterrupted(committed);
                }));
        committing.await();
        CompletableFuture<Void> takeover = CompletableFuture.runAsync(() -> take(second, "second"));

        await().during(Duration.ofMillis(300)).until(() -> !takeover.isDone());
        committed.countDown();

        takeover.join();
        commit.join();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void pick(League by, String outcome) {
        by.cast().pick(poll.id(), League.voter(FAN), outcome);
    }

    private void takeOver() {
        runOut();
        take(second, "second");
    }

    private static void take(League by, String holder) {
        assertThat(by.store.leases().orElseThrow().take(holder, "process " + holder, Shards.ALL))
                .isEmpty();
    }

    private void runOut() {
        second.store
                .database()
                .connections()
                .withoutLease(
                        handle -> handle.execute("UPDATE lease SET ends_at = CURRENT_TIMESTAMP - INTERVAL '1' SECOND"));
    }
}

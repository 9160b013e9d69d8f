package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Voter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What two transactions do to each other that run at the same time: on PostgreSQL only, since those on a file take turns. */
class SideBySideTest {

    @AutoClose
    private final League league = new League(Backend.POSTGRES);

    /** A write would have to wait for the other transaction, which waits for this one to be done. */
    @Test
    void nothingIsWrittenWhenNothingChanged() {
        Fan fan = league.store.fans().ensure(new Voter(1, 2, "a"));

        Fan seen = league.store.transactions().inOne(() -> {
            league.store.fans().ensure(new Voter(1, 2, "b"));
            return CompletableFuture.supplyAsync(() -> league.store.fans().ensure(new Voter(1, 2, "a")))
                    .orTimeout(5, TimeUnit.SECONDS)
                    .join();
        });

        assertThat(seen).isEqualTo(fan);
    }

    @Test
    void whoeverLosesADeadlockIsRunAgainFromItsStart() throws Exception {
        long season = league.season();
        List<Poll> polls = List.of(league.open(season), league.open(season));
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        AtomicInteger runs = new AtomicInteger();

        Together.run(
                2,
                thread -> league.store.transactions().inOne(() -> {
                    runs.incrementAndGet();
                    league.store.polls().save(polls.get(thread).in(PollState.LOCKED));
                    bothHoldOne.countDown();
                    await(bothHoldOne);
                    league.store.polls().save(polls.get(1 - thread).in(PollState.LOCKED));
                    return league.fan(thread);
                }));

        assertThat(runs.get()).isGreaterThan(2);
        assertThat(league.store.polls().ofSeason(season))
                .extracting(Poll::state)
                .containsOnly(PollState.LOCKED);
        assertThat(league.store.fans().find(League.SERVER, 0)).isPresent();
        assertThat(league.store.fans().find(League.SERVER, 1)).isPresent();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Transactions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class TransactionsTest {

    @AutoClose
    private final League league;

    private final Backend backend;

    private final Transactions transactions;

    TransactionsTest(Backend backend) {
        this.backend = backend;
        league = new League(backend);
        transactions = league.store.transactions();
    }

    @Test
    void whatWasDoneInOneIsUndoneTogether() {
        IllegalStateException thrown = new IllegalStateException("changed my mind");

        assertThatThrownBy(() -> transactions.inOne(() -> {
                    league.fan(1);
                    league.season();
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(league.store.fans().find(League.SERVER, 1)).isEmpty();
        assertThat(league.store.seasons().of(League.SERVER)).isEmpty();
    }

    @Test
    void anInnerOneJoinsTheOuter() {
        assertThatThrownBy(() -> transactions.inOne(() -> {
                    transactions.inOne(() -> league.fan(1));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(league.store.fans().find(League.SERVER, 1)).isEmpty();
    }

    @Test
    void aPartThatFailedIsNeverCommittedEvenIfTheWorkGoesOn() {
        assertThatThrownBy(() -> transactions.inOne(() -> {
                    league.fan(1);
                    try {
                        league.open(404);
                    } catch (StoreException ignored) {
                        return "never mind";
                    }
                    return "unreachable";
                }))
                .isInstanceOf(StoreException.class);

        assertThat(league.store.fans().find(League.SERVER, 1)).isEmpty();
    }

    @Test
    void effectsFollowTheOutermostCommitInOrder() {
        List<String> seen = new ArrayList<>();

        transactions.inOne(() -> {
            transactions.inOne(() -> {
                transactions.afterCommit(() -> seen.add("first, with the fan there: "
                        + league.store.fans().find(League.SERVER, 1).isPresent()));
                return league.fan(1);
            });
            transactions.afterCommit(() -> seen.add("second"));
            return seen.add("work");
        });
        transactions.afterCommit(() -> seen.add("at once"));

        assertThat(seen).containsExactly("work", "first, with the fan there: true", "second", "at once");
    }

    @Test
    void effectsOfWhatWasUndoneNeverHappen() {
        List<String> seen = new ArrayList<>();

        assertThatThrownBy(() -> transactions.inOne(() -> {
                    transactions.afterCommit(() -> seen.add("effect"));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        transactions.inOne(() -> league.fan(1));

        assertThat(seen).isEmpty();
    }

    @Test
    void anEffectThatFailsStopsNeitherTheCommitNorTheOthers() {
        IllegalStateException logged = new IllegalStateException("thrown by a test");
        logged.setStackTrace(new StackTraceElement[0]);
        List<String> seen = new ArrayList<>();

        long fan = transactions.inOne(() -> {
            transactions.afterCommit(() -> {
                throw logged;
            });
            transactions.afterCommit(() -> seen.add("other"));
            return league.fan(1);
        });

        assertThat(seen).containsExactly("other");
        assertThat(league.store.fans().find(League.SERVER, 1))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(fan));
    }

    /** A large result may take a second to be scored; who looks something up meanwhile does not wait for it. */
    @Test
    void whoeverOnlyReadsDoesNotWaitForATransaction() {
        long season = league.season();

        transactions.inOne(() -> {
            league.open(season);
            assertThat(CompletableFuture.supplyAsync(() -> league.store.polls().ofSeason(season))
                            .join())
                    .isEmpty();
            return season;
        });

        assertThat(league.store.polls().ofSeason(season)).hasSize(1);
    }

    @Test
    void whoeverLosesADeadlockIsRunAgainFromItsStart() throws Exception {
        backend.requireSideBySide();
        long season = league.season();
        List<Poll> polls = List.of(league.open(season), league.open(season));
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        AtomicInteger runs = new AtomicInteger();

        Together.run(
                2,
                thread -> transactions.inOne(() -> {
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

    @Test
    void whatTheDatabaseRefusesIsASentenceForTheOperator() {
        assertThatThrownBy(() -> league.open(404))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("refused a statement (SQLSTATE 23")
                .hasCauseInstanceOf(SQLException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

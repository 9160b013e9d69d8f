package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mirrorball.league.Transactions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class TransactionsTest {

    @AutoClose
    private final League league;

    private final Transactions transactions;

    TransactionsTest(Backend backend) {
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
                transactions.runAfterCommit(() -> seen.add("first, with the fan there: "
                        + league.store.fans().find(League.SERVER, 1).isPresent()));
                return league.fan(1);
            });
            transactions.runAfterCommit(() -> seen.add("second"));
            return seen.add("work");
        });
        transactions.runAfterCommit(() -> seen.add("at once"));

        assertThat(seen).containsExactly("work", "first, with the fan there: true", "second", "at once");
    }

    @Test
    void effectsOfWhatWasUndoneNeverHappen() {
        List<String> seen = new ArrayList<>();

        assertThatThrownBy(() -> transactions.inOne(() -> {
                    transactions.runAfterCommit(() -> seen.add("effect"));
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
            transactions.runAfterCommit(() -> {
                throw logged;
            });
            transactions.runAfterCommit(() -> seen.add("other"));
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
    void whatTheDatabaseRefusesIsASentenceForTheOperator() {
        assertThatThrownBy(() -> league.open(404))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("refused a statement (SQLSTATE 23")
                .hasCauseInstanceOf(SQLException.class);
    }
}

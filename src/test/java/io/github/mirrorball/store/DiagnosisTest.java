package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.store.StoreException.Prospect;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What cannot be made to happen in a test, by the codes that the databases document. */
class DiagnosisTest {

    private final Diagnosis server =
            new Diagnosis(new StoreSettings.Place.Server("jdbc:postgresql://db/league?ssl=true", "u", "p"));

    @Test
    void aWrongPasswordIsSaidSo() {
        assertThat(server.of(thrown("28P01")))
                .hasMessage("The server of jdbc:postgresql://db/league refuses the user or the password. Check both.");
    }

    @Test
    void aServerThatRestartsCannotBeReached() {
        assertThat(server.of(thrown("57P01"))).hasMessageContaining("cannot be reached");
        assertThat(server.of(thrown("08006"))).hasMessageContaining("cannot be reached");
    }

    @Test
    void onlyWhoeverLostARaceMayTryAgain() {
        assertThat(prospect("40001")).isEqualTo(Prospect.RACE_LOST);
        assertThat(prospect("40P01")).isEqualTo(Prospect.RACE_LOST);
        assertThat(prospect("23505")).isEqualTo(Prospect.NONE);
        assertThat(server.of(new IllegalStateException("other")).prospect()).isEqualTo(Prospect.NONE);
    }

    @Test
    void whoeverLostTheServerMayTryAgainUnlessTheCommitMayBeThrough() {
        assertThat(prospect("08006")).isEqualTo(Prospect.OUT_OF_REACH);
        assertThat(prospect("57P01")).isEqualTo(Prospect.OUT_OF_REACH);
        assertThat(server.of(thrown("57P01")).inDoubt())
                .hasMessageContaining("is not known")
                .extracting(StoreException::prospect)
                .isEqualTo(Prospect.IN_DOUBT);
        assertThat(server.of(thrown("40001")).inDoubt().prospect()).isEqualTo(Prospect.RACE_LOST);
    }

    private Prospect prospect(String state) {
        return server.of(thrown(state)).prospect();
    }

    /** The layers above quote what was bound to a statement, which may be a person's name. */
    @Test
    void onlyTheDatabasesOwnExceptionIsKept() {
        RuntimeException quoting = new IllegalStateException("bound: Zoe", new SQLException("reason", "22001"));

        assertThat(server.of(quoting))
                .hasMessage("The database jdbc:postgresql://db/league refused a statement (SQLSTATE 22001).")
                .hasCauseInstanceOf(SQLException.class);
    }

    private static RuntimeException thrown(String state) {
        return new IllegalStateException(new SQLException("reason", state));
    }
}

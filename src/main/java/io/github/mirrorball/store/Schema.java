package io.github.mirrorball.store;

import java.util.Arrays;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings the tables of a database to what this program expects. */
final class Schema {

    private static final Set<MigrationState> NEWER =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    private Schema() {}

    /** Runs the migrations that are missing; refuses a schema that only a newer program knows. */
    static void migrate(DataSource database, Diagnosis diagnosis) {
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .load();
        Arrays.stream(flyway.info().all())
                .filter(each -> NEWER.contains(each.getState()))
                .reduce((earlier, later) -> later)
                .ifPresent(newest -> refuse(newest, diagnosis));
        flyway.migrate();
    }

    private static void refuse(MigrationInfo newest, Diagnosis diagnosis) {
        throw diagnosis.newerSchema(String.valueOf(newest.getVersion()));
    }
}

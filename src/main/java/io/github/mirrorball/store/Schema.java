package io.github.mirrorball.store;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the tables of a database to what this program expects. */
final class Schema {

    private static final Set<MigrationState> NEWER =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    private Schema() {}

    /** Runs the migrations that are missing; refuses a schema that only a newer program knows. */
    static void migrate(DataSource database, Diagnosis diagnosis) {
        migrate(database, diagnosis, MigrationVersion.LATEST);
    }

    /** Runs the migrations that are missing, up to a version. */
    static void migrate(DataSource database, Diagnosis diagnosis, MigrationVersion upTo) {
        Flyway flyway = flyway(database).load();
        MigrationInfo[] known = flyway.info().all();
        boolean upToDate = upTo.equals(MigrationVersion.LATEST);
        if (!upToDate && Arrays.stream(known).noneMatch(each -> upTo.equals(each.getVersion()))) {
            throw new StoreException("This backup was made by a newer Mirrorball (its schema is at version " + upTo
                    + "). Restore it with that version.");
        }
        Arrays.stream(known)
                .filter(each -> NEWER.contains(each.getState()))
                .reduce((earlier, later) -> later)
                .ifPresent(newest -> refuse(newest, diagnosis));
        (upToDate ? flyway : flyway(database).target(upTo).load()).migrate();
    }

    /** The version that a database's tables have. */
    static String version(DataSource database) {
        return Optional.ofNullable(flyway(database).load().info().current())
                .map(current -> String.valueOf(current.getVersion()))
                .orElse("0");
    }

    private static FluentConfiguration flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true);
    }

    private static void refuse(MigrationInfo newest, Diagnosis diagnosis) {
        throw diagnosis.newerSchema(String.valueOf(newest.getVersion()));
    }
}

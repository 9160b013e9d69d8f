package io.github.mirrorball.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Brings the tables of a database to what this program expects. */
final class Schema {

    /**
     * What the history of a database comes to that has every migration. To find that out for itself, Flyway takes about as long as everything
     * else that opening a database does, so it is asked only where the history comes to anything else: it is Flyway that runs what is missing,
     * and that refuses a newer schema, a failed migration or a changed one. The checksums are part of the sum, and a test holds it to the
     * files.
     */
    static final String COMPLETE = "20 migrations, b684b179";

    /** What has no version is an entry of Flyway's own, on one kind of database and not on the other. */
    private static final String HISTORY = "SELECT \"version\", \"checksum\", \"success\" FROM \"flyway_schema_history\""
            + " WHERE \"version\" IS NOT NULL ORDER BY \"installed_rank\"";

    private static final Set<MigrationState> NEWER =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    private Schema() {}

    /** Runs the migrations that are missing; refuses a schema that only a newer program knows. */
    static void migrate(DataSource database, Diagnosis diagnosis) {
        migrate(database, diagnosis, MigrationVersion.LATEST);
    }

    /** Runs the migrations that are missing, up to a version. */
    static void migrate(DataSource database, Diagnosis diagnosis, MigrationVersion upTo) {
        if (upTo.equals(MigrationVersion.LATEST)
                && history(database).filter(COMPLETE::equals).isPresent()) {
            return;
        }
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

    /** What was done to a database's tables so far, in short; empty where it cannot be told. */
    static Optional<String> history(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HISTORY)) {
            int migrations = 0;
            int sum = 0;
            for (; rows.next(); migrations++) {
                sum = 31 * sum + Objects.hash(rows.getString(1), rows.getInt(2), rows.getBoolean(3));
            }
            return Optional.of(migrations + " migrations, " + Integer.toHexString(sum));
        } catch (SQLException unknown) {
            // Flyway meets the same, and has the better word for it.
            return Optional.empty();
        }
    }

    /** The version that a database's tables have. */
    static String version(DataSource database) {
        return Optional.ofNullable(flyway(database).load().info().current())
                .map(current -> String.valueOf(current.getVersion()))
                .orElse("0");
    }

    private static FluentConfiguration flyway(DataSource database) {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true);
        // On PostgreSQL Flyway otherwise keeps others off by a transaction that does nothing meanwhile, which is ended
        // there after a while.
        // Its name among the properties would need a library for JSON that the program does not have.
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return configuration;
    }

    private static void refuse(MigrationInfo newest, Diagnosis diagnosis) {
        throw diagnosis.newerSchema(String.valueOf(newest.getVersion()));
    }
}

package io.github.mirrorball.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** The number in a database that grows each time that it is brought to the disk. */
final class Checkpoint {

    private static final String LAST = "SELECT number FROM checkpoint";

    private Checkpoint() {}

    /** Counts one more, and tells its number. A database in the making may have the tables of an earlier version, which counts none. */
    static long advance(Handle handle) {
        if (!isCounted(handle)) {
            return 0;
        }
        handle.execute("UPDATE checkpoint SET number = number + 1");
        return handle.createQuery(LAST).mapTo(Long.class).one();
    }

    private static boolean isCounted(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM information_schema.tables"
                                + " WHERE table_schema = CURRENT_SCHEMA AND LOWER(table_name) = 'checkpoint'")
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** The number of the last; 0 in a database that has no such number yet, or no tables at all. */
    static long last(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LAST)) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException none) {
            return 0;
        }
    }
}

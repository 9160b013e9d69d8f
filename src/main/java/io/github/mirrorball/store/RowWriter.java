package io.github.mirrorball.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Adds rows to a table, many at once. */
final class RowWriter implements Rows {

    private static final int AT_ONCE = 1000;

    private final List<BackupLayout.Column> columns;
    private final PreparedStatement insert;
    private int waiting;

    /** @param columns of the table as the schema names them, like the table itself */
    RowWriter(Handle handle, String table, List<BackupLayout.Column> columns) throws SQLException {
        this.columns = columns;
        String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
        this.insert = handle.getConnection()
                .prepareStatement("INSERT INTO " + table + " (" + Tables.names(columns) + ") VALUES (" + places + ")");
    }

    @Override
    public void add(List<@Nullable Object> row) throws SQLException {
        for (int column = 0; column < columns.size(); column++) {
            columns.get(column).kind().bind(insert, column + 1, row.get(column));
        }
        insert.addBatch();
        waiting = (waiting + 1) % AT_ONCE;
        if (waiting == 0) {
            insert.executeBatch();
        }
    }

    /** Adds the last of them. */
    @Override
    public void close() throws SQLException {
        try (insert) {
            insert.executeBatch();
        }
    }
}

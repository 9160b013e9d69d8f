package io.github.mirrorball.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a database as it describes them itself, so that a backup cannot forget one. Leases are of
 * processes, and the number of checkpoints is of a file: they stay out of it.
 */
final class Tables {

    private static final String NAMES = """
            SELECT LOWER(table_name) FROM information_schema.tables
            WHERE table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE'
                AND LOWER(table_name) NOT IN ('flyway_schema_history', 'lease', 'checkpoint')
            ORDER BY LOWER(table_name)""";

    private static final String REFERENCES = """
            SELECT LOWER(child.table_name) AS child, LOWER(parent.table_name) AS parent
            FROM information_schema.referential_constraints r
            JOIN information_schema.table_constraints child
                ON child.constraint_schema = r.constraint_schema AND child.constraint_name = r.constraint_name
            JOIN information_schema.table_constraints parent
                ON parent.constraint_schema = r.unique_constraint_schema
                AND parent.constraint_name = r.unique_constraint_name
            WHERE r.constraint_schema = CURRENT_SCHEMA""";

    private static final String COLUMNS = """
            SELECT LOWER(column_name) FROM information_schema.columns
            WHERE table_schema = CURRENT_SCHEMA AND LOWER(table_name) = :table ORDER BY ordinal_position""";

    private static final String NUMBERED = """
            SELECT LOWER(table_name) AS child, LOWER(column_name) AS parent FROM information_schema.columns
            WHERE table_schema = CURRENT_SCHEMA AND is_identity = 'YES' AND LOWER(table_name) <> 'flyway_schema_history'""";

    private static final int FETCHED_AT_ONCE = 1000;

    private Tables() {}

    private record Pair(String child, String parent) {}

    /** Their names, each after those that it refers to. */
    static List<String> inOrder(Handle handle) {
        Set<String> left = new LinkedHashSet<>(
                handle.createQuery(NAMES).mapTo(String.class).list());
        List<Pair> references = pairs(handle, REFERENCES);
        List<String> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> free = left.stream()
                    .filter(table -> references.stream()
                            .noneMatch(pair -> pair.child().equals(table)
                                    && !pair.parent().equals(table)
                                    && left.contains(pair.parent())))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("These tables refer to each other in a circle: " + left);
            }
            ordered.addAll(free);
            free.forEach(left::remove);
        }
        return ordered;
    }

    /** A table's columns in their order. */
    static List<BackupLayout.Column> columns(Handle handle, String table) {
        List<String> names = handle.createQuery(COLUMNS)
                .bind("table", table)
                .mapTo(String.class)
                .list();
        List<ColumnKind> kinds = handle.createQuery(
                        "SELECT " + String.join(", ", names) + " FROM " + table + " WHERE 1 = 0")
                .scanResultSet((found, context) -> ColumnKind.ofAll(found.get().getMetaData()));
        return IntStream.range(0, names.size())
                .mapToObj(at -> new BackupLayout.Column(names.get(at), kinds.get(at)))
                .toList();
    }

    /** Gives every row of a table to whoever takes them, and tells how many there were. */
    static long rows(Handle handle, String table, List<BackupLayout.Column> columns, Rows to) {
        return handle.createQuery("SELECT " + names(columns) + " FROM " + table)
                .setFetchSize(FETCHED_AT_ONCE)
                .scanResultSet((found, context) -> rows(found.get(), columns, to));
    }

    private static long rows(ResultSet found, List<BackupLayout.Column> columns, Rows to) throws SQLException {
        long rows = 0;
        try {
            for (; found.next(); rows++) {
                List<@Nullable Object> row = new ArrayList<>(columns.size());
                for (int column = 0; column < columns.size(); column++) {
                    row.add(columns.get(column).kind().value(found, column + 1));
                }
                to.add(row);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return rows;
    }

    /** Copies every row of every table into the same tables of another database, and tells what that was. */
    static List<BackupContents.Table> copy(Handle from, Handle into) {
        return inOrder(from).stream().map(table -> copy(from, into, table)).toList();
    }

    private static BackupContents.Table copy(Handle from, Handle into, String table) {
        List<BackupLayout.Column> columns = columns(from, table);
        try (RowWriter writer = new RowWriter(into, table, columns)) {
            long rows = rows(from, table, columns, writer);
            return new BackupContents.Table(table, List.of(), rows, "");
        } catch (SQLException broken) {
            throw new StoreException("The rows of " + table + " do not fit the database to copy to.", broken);
        }
    }

    /** Columns as a statement lists them. */
    static String names(List<BackupLayout.Column> columns) {
        return columns.stream().map(BackupLayout.Column::name).collect(Collectors.joining(", "));
    }

    /** How many rows a table has. */
    static long rows(Handle handle, String table) {
        return handle.createQuery("SELECT COUNT(*) FROM " + table)
                .mapTo(Long.class)
                .one();
    }

    /** Lets the databases go on numbering after rows that came with their numbers. */
    static void renumber(Handle handle) {
        for (Pair numbered : pairs(handle, NUMBERED)) {
            long next = handle.createQuery(
                            "SELECT COALESCE(MAX(" + numbered.parent() + "), 0) + 1 FROM " + numbered.child())
                    .mapTo(Long.class)
                    .one();
            handle.execute(
                    "ALTER TABLE " + numbered.child() + " ALTER COLUMN " + numbered.parent() + " RESTART WITH " + next);
        }
    }

    private static List<Pair> pairs(Handle handle, String sql) {
        return handle.createQuery(sql)
                .map((row, context) -> new Pair(row.getString("child"), row.getString("parent")))
                .list();
    }
}

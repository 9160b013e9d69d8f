package io.github.mirrorball.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The tables of a database as it describes them itself, so that a backup cannot forget one. Leases are of processes and stay out of it. */
final class Tables {

    private static final String NAMES = """
            SELECT LOWER(table_name) FROM information_schema.tables
            WHERE table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE'
                AND LOWER(table_name) NOT IN ('flyway_schema_history', 'lease')
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
    static List<String> columns(Handle handle, String table) {
        return handle.createQuery(COLUMNS)
                .bind("table", table)
                .mapTo(String.class)
                .list();
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

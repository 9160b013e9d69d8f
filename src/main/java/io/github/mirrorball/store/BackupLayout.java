package io.github.mirrorball.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;

/**
 * The tables of one version and their columns, as the migrations make them. Whatever names a table or a column in a statement comes from here,
 * and never from a backup.
 *
 * @param tables by name, each after those that it refers to
 */
record BackupLayout(Map<String, List<Column>> tables) {

    /** Making one takes about half a second. */
    private static final Map<String, BackupLayout> KNOWN = new ConcurrentHashMap<>();

    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,5}");

    /** A column and the kind of its values. */
    record Column(String name, ColumnKind kind) {}

    /**
     * Runs the migrations up to a version in memory, and looks what they made.
     *
     * @throws IllegalArgumentException if that is no version
     * @throws StoreException if it is one that only a newer program knows
     */
    static BackupLayout ofVersion(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("it names no version of the tables");
        }
        return KNOWN.computeIfAbsent(version, BackupLayout::made);
    }

    private static BackupLayout made(String version) {
        try (Database database = Database.open(StoreSettings.inMemory(), MigrationVersion.fromVersion(version))) {
            return database.connections().read(BackupLayout::of);
        }
    }

    /** The tables that a database has. */
    static BackupLayout of(Handle handle) {
        Map<String, List<Column>> tables = new LinkedHashMap<>();
        Tables.inOrder(handle).forEach(table -> tables.put(table, Tables.columns(handle, table)));
        return new BackupLayout(tables);
    }

    List<Column> columns(String table) {
        return tables.getOrDefault(table, List.of());
    }

    /** Throws what parsing throws if a backup does not have these tables with these columns, and no others. */
    void check(BackupContents contents) {
        Map<String, List<String>> listed = new LinkedHashMap<>();
        contents.tables().forEach(table -> {
            if (listed.put(table.name(), table.columns()) != null) {
                throw new IllegalArgumentException("it lists a table twice");
            }
        });
        Map<String, List<String>> expected = new LinkedHashMap<>();
        tables.forEach((table, columns) ->
                expected.put(table, columns.stream().map(Column::name).toList()));
        if (!listed.equals(expected)) {
            throw new IllegalArgumentException(
                    "its tables and columns are not those of version " + contents.schema() + ", which it names");
        }
    }
}

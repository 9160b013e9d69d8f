package io.github.mirrorball.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every table that the schema has, whoever added it, and a made-up row of one server in each. */
final class EveryTable {

    /** What belongs to no server. */
    private static final Set<String> OF_NOBODY =
            Set.of("flyway_schema_history", "installation", "seal_key", "lease", "checkpoint");

    private final Connections connections;
    private final Instant time;
    private long last;

    /** @param time stands wherever a row has a time */
    EveryTable(Connections connections, Instant time) {
        this.connections = connections;
        this.time = time;
    }

    /** How many rows each table has. */
    Map<String, Integer> rows() {
        return connections.with(handle -> {
            Map<String, Integer> rows = new TreeMap<>();
            tables(handle.getConnection())
                    .forEach(table -> rows.put(
                            table.toLowerCase(Locale.ROOT),
                            handle.createQuery("SELECT COUNT(*) FROM " + table)
                                    .mapTo(Integer.class)
                                    .one()));
            return rows;
        });
    }

    /** One row of this server in each table, which refers to its rows in the others. */
    void fill(long server) {
        connections.run(handle -> {
            Map<String, Map<String, Object>> written = new HashMap<>();
            List<String> left = new ArrayList<>(tables(handle.getConnection()));
            while (!left.isEmpty()) {
                int before = left.size();
                left.removeIf(table -> write(handle.getConnection(), table, server, written));
                if (left.size() == before) {
                    throw new IllegalStateException("These tables refer to each other: " + left);
                }
            }
        });
    }

    /** False while a table that it refers to has no row yet. */
    private boolean write(Connection connection, String table, long server, Map<String, Map<String, Object>> written) {
        try {
            Map<String, String[]> references = references(connection, table);
            if (!references.values().stream().allMatch(to -> written.containsKey(to[0]))) {
                return false;
            }
            Map<String, Object> row = new TreeMap<>();
            try (ResultSet columns = connection.getMetaData().getColumns(null, schema(connection), table, null)) {
                while (columns.next()) {
                    String column = columns.getString("COLUMN_NAME");
                    String[] to = references.get(column);
                    row.put(
                            column,
                            to != null
                                    ? written.get(to[0]).get(to[1])
                                    : column.equalsIgnoreCase("server")
                                            ? Long.valueOf(server)
                                            : value(columns.getInt("DATA_TYPE")));
                }
            }
            insert(connection, table, row);
            written.put(table, row);
            return true;
        } catch (SQLException broken) {
            throw new IllegalStateException(table, broken);
        }
    }

    private static void insert(Connection connection, String table, Map<String, Object> row) throws SQLException {
        String sql = "INSERT INTO " + table + " (" + String.join(", ", row.keySet()) + ") VALUES ("
                + row.keySet().stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int position = 0;
            for (Object value : row.values()) {
                statement.setObject(++position, value);
            }
            statement.executeUpdate();
        }
    }

    private Object value(int type) {
        last++;
        return switch (type) {
            case Types.BIGINT -> Long.valueOf(last);
            case Types.INTEGER, Types.SMALLINT -> Integer.valueOf((int) last);
            case Types.NUMERIC, Types.DECIMAL -> java.math.BigDecimal.ZERO;
            case Types.BOOLEAN, Types.BIT -> false;
            case Types.BINARY, Types.VARBINARY, Types.BLOB -> new byte[0];
            case Types.TIMESTAMP -> LocalDateTime.ofInstant(time, ZoneOffset.UTC);
            case Types.TIMESTAMP_WITH_TIMEZONE -> time.atOffset(ZoneOffset.UTC);
            default -> "x" + last;
        };
    }

    /** By column: the table and the column that it refers to. */
    private static Map<String, String[]> references(Connection connection, String table) throws SQLException {
        Map<String, String[]> references = new HashMap<>();
        try (ResultSet keys = connection.getMetaData().getImportedKeys(null, schema(connection), table)) {
            while (keys.next()) {
                references.put(
                        keys.getString("FKCOLUMN_NAME"),
                        new String[] {keys.getString("PKTABLE_NAME"), keys.getString("PKCOLUMN_NAME")});
            }
        }
        return Collections.unmodifiableMap(references);
    }

    private static List<String> tables(Connection connection) {
        List<String> tables = new ArrayList<>();
        try {
            DatabaseMetaData data = connection.getMetaData();
            try (ResultSet found = data.getTables(null, schema(connection), "%", null)) {
                while (found.next()) {
                    String table = found.getString("TABLE_NAME");
                    boolean isTable = found.getString("TABLE_TYPE").matches("(BASE )?TABLE");
                    if (isTable && !OF_NOBODY.contains(table.toLowerCase(Locale.ROOT))) {
                        tables.add(table);
                    }
                }
            }
            return tables;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String schema(Connection connection) throws SQLException {
        return connection.getSchema();
    }
}

package io.github.mirrorball.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Copies the only season of an embedded database with its only poll, row by row, each time into a server of its own. No bot may have it
 * open.
 */
final class Copies {

    /** How far apart the ids of servers and of channels are: a millisecond of Discord's, so that servers spread over shards. */
    static final long SERVERS_APART = 1L << 22;

    /** How far apart the ids of polls, notices and messages are. */
    static final long APART = 1000;

    private static final List<String> TABLES =
            List.of("season", "contestant", "episode", "poll", "outcome", "moment", "notice");

    private static final Map<String, String> BY_COLUMN = Map.of(
            "season", "season + x",
            "poll", "poll + x * " + APART,
            "message", "message + x * " + APART,
            "server", "server + x * " + SERVERS_APART,
            "channel", "channel + x * " + SERVERS_APART,
            "ids",
                    "REPLACE(REPLACE(ids, '\"season\":1', '\"season\":' || (1 + x)), '\"poll\":1', '\"poll\":' || (1 + x * "
                            + APART + "))");

    private static final Map<String, String> ID_BY_TABLE =
            Map.of("season", "id + x", "poll", "id + x * " + APART, "notice", "id + x * " + APART);

    private Copies() {}

    /** Makes as many servers of one. */
    static void make(Path file, int servers) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:async:" + file + ";IFEXISTS=TRUE", "mirrorball", "");
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                copy(statement, table, servers);
            }
            for (String table : ID_BY_TABLE.keySet()) {
                statement.execute(
                        "ALTER TABLE %s ALTER COLUMN id RESTART WITH %d".formatted(table, (servers + 1) * APART));
            }
            statement.execute("ANALYZE");
        }
    }

    private static void copy(Statement statement, String table, int servers) throws SQLException {
        List<String> columns = columns(statement, table);
        String values = columns.stream()
                .map(column -> column.equals("id")
                        ? ID_BY_TABLE.getOrDefault(table, column)
                        : BY_COLUMN.getOrDefault(column, column))
                .collect(Collectors.joining(", "));
        statement.execute("CREATE LOCAL TEMPORARY TABLE template AS SELECT * FROM " + table);
        statement.execute("INSERT INTO %s (%s) SELECT %s FROM template, SYSTEM_RANGE(1, %d)"
                .formatted(table, String.join(", ", columns), values, servers - 1));
        statement.execute("DROP TABLE template");
    }

    private static List<String> columns(Statement statement, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT LOWER(column_name) FROM information_schema.columns"
                + " WHERE table_schema = 'PUBLIC' AND LOWER(table_name) = '" + table + "' ORDER BY ordinal_position")) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }
}

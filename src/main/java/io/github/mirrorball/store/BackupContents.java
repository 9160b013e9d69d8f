package io.github.mirrorball.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a backup says of itself.
 *
 * @param madeAt wire time of the snapshot that it holds
 * @param schema the version of the tables
 */
public record BackupContents(Instant madeAt, String schema, List<Table> tables) {

    /** Where the zip holds it. */
    static final String ENTRY = "backup.json";

    /** Raised when a backup is made such that earlier programs cannot read it. */
    private static final int FORMAT = 1;

    public BackupContents {
        tables = List.copyOf(tables);
    }

    /**
     * One table.
     *
     * @param digest SHA-256 of its rows as the file holds them, in hexadecimal digits
     */
    public record Table(String name, List<String> columns, long rows, String digest) {

        public Table {
            columns = List.copyOf(columns);
        }

        /** Where the zip holds its rows. */
        String entry() {
            return entry(name);
        }

        static String entry(String table) {
            return table + ".jsonl";
        }
    }

    /** What it says of a table that it lists. */
    Table table(String name) {
        return tables.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** How many rows a table has; none where there is no such table. */
    public long rows(String table) {
        return tables.stream()
                .filter(each -> each.name().equals(table))
                .mapToLong(Table::rows)
                .sum();
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("format", FORMAT)
                .put("madeAt", madeAt.toString())
                .put("schema", schema);
        ArrayNode listed = json.putArray("tables");
        for (Table table : tables) {
            ObjectNode each = listed.addObject()
                    .put("name", table.name())
                    .put("rows", table.rows())
                    .put("sha256", table.digest());
            table.columns().forEach(each.putArray("columns")::add);
        }
        return json;
    }

    /** Reads what {@link #json} wrote; throws what parsing throws where it is something else. */
    static BackupContents of(JsonNode json) {
        if (json.path("format").asInt() != FORMAT) {
            throw new IllegalArgumentException("a backup of another format");
        }
        List<Table> tables = new ArrayList<>();
        for (JsonNode each : json.path("tables")) {
            List<String> columns = new ArrayList<>();
            each.path("columns").forEach(column -> columns.add(column.asText()));
            tables.add(new Table(
                    each.path("name").asText(),
                    columns,
                    each.path("rows").asLong(),
                    each.path("sha256").asText()));
        }
        return new BackupContents(
                Instant.parse(json.path("madeAt").asText()), json.path("schema").asText(), tables);
    }
}

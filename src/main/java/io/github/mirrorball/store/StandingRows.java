package io.github.mirrorball.store;

import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Writes a season's tables, those only that differ from what is there: the tables of other episodes are most of a season's rows and seldom
 * do. Each table is kept with a digest of its rows, so that those need not be read to know it.
 */
final class StandingRows {

    private static final String INSERT_TABLE =
            "INSERT INTO standing_table (season, scope, digest, fans) VALUES (?, ?, ?, ?)";
    private static final String INSERT_BY_PLACE =
            "INSERT INTO standing_by_place (season, scope, page, standings) VALUES (?, ?, ?, ?)";
    private static final String INSERT_BY_FAN =
            "INSERT INTO standing_by_fan (season, scope, last_fan, standings) VALUES (?, ?, ?, ?)";

    private final Handle handle;
    private final long season;

    private StandingRows(Handle handle, long season) {
        this.handle = handle;
        this.season = season;
    }

    static void replace(Handle handle, long season, List<Table> tables) {
        StandingRows rows = new StandingRows(handle, season);
        Map<Integer, String> kept = rows.digests();
        tables.forEach(table -> rows.replace(table, kept.remove(table.scope().code())));
        kept.keySet().forEach(rows::remove);
    }

    private Map<Integer, String> digests() {
        Map<Integer, String> digests = new HashMap<>();
        handle.createQuery("SELECT scope, digest FROM standing_table WHERE season = :season")
                .bind("season", season)
                .map((row, context) -> Map.entry(row.getInt("scope"), row.getString("digest")))
                .forEach(each -> digests.put(each.getKey(), each.getValue()));
        return digests;
    }

    private void replace(Table table, @Nullable String before) {
        List<Standing> rows = table.rows();
        List<String> byPlace = pages(rows);
        String digest = digest(byPlace);
        if (!digest.equals(before)) {
            int scope = table.scope().code();
            remove(scope);
            handle.execute(INSERT_TABLE, season, scope, digest, rows.size());
            insert(INSERT_BY_PLACE, scope, byPlace, page -> page);
            List<Standing> byFan = rows.stream()
                    .sorted(Comparator.comparingLong(Standing::fan))
                    .toList();
            insert(INSERT_BY_FAN, scope, pages(byFan), page -> last(byFan, page).fan());
        }
    }

    private static List<String> pages(List<Standing> rows) {
        List<String> pages = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += StandingText.PER_PAGE) {
            pages.add(StandingText.page(rows.subList(from, Math.min(from + StandingText.PER_PAGE, rows.size()))));
        }
        return pages;
    }

    private static Standing last(List<Standing> rows, int page) {
        return rows.get(Math.min((page + 1) * StandingText.PER_PAGE, rows.size()) - 1);
    }

    private void remove(int scope) {
        for (String table : List.of("standing_table", "standing_by_place", "standing_by_fan")) {
            handle.execute("DELETE FROM " + table + " WHERE season = ? AND scope = ?", season, scope);
        }
    }

    private void insert(String sql, int scope, List<String> pages, IntToLongFunction key) {
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            for (int page = 0; page < pages.size(); page++) {
                batch.add(season, scope, key.applyAsLong(page), pages.get(page));
            }
            batch.execute();
        }
    }

    /** Two checksums, which together miss a change as seldom as 64 bits do: a cryptographic digest took a sixth of a large result. */
    private static String digest(List<String> pages) {
        Checksum one = new CRC32();
        Checksum other = new CRC32C();
        for (String page : pages) {
            byte[] bytes = (page + "\n").getBytes(StandardCharsets.UTF_8);
            one.update(bytes);
            other.update(bytes);
        }
        return Long.toHexString(one.getValue() << Integer.SIZE | other.getValue());
    }
}

package io.github.mirrorball.store;

import io.github.mirrorball.standings.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongBiFunction;
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

    /** A row, or the rows of a page by their last one. */
    private record Kept(long fan, String text) {}

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
        List<Kept> rows = new ArrayList<>(table.rows().size());
        table.rows().forEach(row -> rows.add(new Kept(row.fan(), StandingText.of(row))));
        List<Kept> byPlace = pages(rows);
        String digest = digest(byPlace);
        if (!digest.equals(before)) {
            int scope = table.scope().code();
            remove(scope);
            handle.execute(INSERT_TABLE, season, scope, digest, rows.size());
            insert(INSERT_BY_PLACE, scope, byPlace, (page, number) -> number);
            rows.sort(Comparator.comparingLong(Kept::fan));
            insert(INSERT_BY_FAN, scope, pages(rows), (page, number) -> page.fan());
        }
    }

    private static List<Kept> pages(List<Kept> rows) {
        List<Kept> pages = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += StandingText.PER_PAGE) {
            List<Kept> page = rows.subList(from, Math.min(from + StandingText.PER_PAGE, rows.size()));
            pages.add(new Kept(
                    page.get(page.size() - 1).fan(),
                    StandingText.page(page.stream().map(Kept::text))));
        }
        return pages;
    }

    private void remove(int scope) {
        for (String table : List.of("standing_table", "standing_by_place", "standing_by_fan")) {
            handle.execute("DELETE FROM " + table + " WHERE season = ? AND scope = ?", season, scope);
        }
    }

    private void insert(String sql, int scope, List<Kept> pages, ToLongBiFunction<Kept, Integer> key) {
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            for (int number = 0; number < pages.size(); number++) {
                Kept page = pages.get(number);
                batch.add(season, scope, key.applyAsLong(page, number), page.text());
            }
            batch.execute();
        }
    }

    private static String digest(List<Kept> pages) {
        MessageDigest digest = Sha256.fresh();
        pages.forEach(page -> digest.update((page.text() + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}

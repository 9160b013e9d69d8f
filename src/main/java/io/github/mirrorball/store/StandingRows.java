package io.github.mirrorball.store;

import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Table;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a season's tables, of those only that differ from what is there: the tables of other episodes are most of a season's
 * rows and seldom do. Each table is kept with a digest of its rows, so that those need not be read to know it.
 */
final class StandingRows {

    private static final int ROWS_AT_A_TIME = 10_000;
    private static final int PLACES = 2;
    private static final int NO_RANK = 0;

    private static final String INSERT = """
            INSERT INTO standing (season, scope, place, shared, fan, points, correct, picked, earlier)
            SELECT CAST(:season AS BIGINT), CAST(:scope AS INT), place, shared, fan, points, correct, picked, NULLIF(earlier, 0)
            FROM UNNEST(CAST(:places AS INT ARRAY), CAST(:ranks AS INT ARRAY), CAST(:fans AS BIGINT ARRAY),
                CAST(:points AS NUMERIC(12, 2) ARRAY), CAST(:correct AS INT ARRAY), CAST(:picked AS INT ARRAY), CAST(:before AS INT ARRAY))
                AS made (place, shared, fan, points, correct, picked, earlier)""";

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
        String digest = digest(table.rows());
        if (!digest.equals(before)) {
            int scope = table.scope().code();
            remove(scope);
            handle.execute(
                    "INSERT INTO standing_table (season, scope, digest) VALUES (?, ?, ?)", season, scope, digest);
            for (int from = 0; from < table.rows().size(); from += ROWS_AT_A_TIME) {
                insert(table, from, Math.min(from + ROWS_AT_A_TIME, table.rows().size()));
            }
        }
    }

    private void remove(int scope) {
        handle.execute("DELETE FROM standing_table WHERE season = ? AND scope = ?", season, scope);
        handle.execute("DELETE FROM standing WHERE season = ? AND scope = ?", season, scope);
    }

    private void insert(Table table, int from, int to) {
        List<Standing> rows = table.rows().subList(from, to);
        handle.createUpdate(INSERT)
                .bind("season", season)
                .bind("scope", table.scope().code())
                .bind(
                        "places",
                        Columns.array("integer", IntStream.range(from, to).boxed()))
                .bind("ranks", Columns.array("integer", rows.stream().map(Standing::rank)))
                .bind("fans", Columns.array("bigint", rows.stream().map(Standing::fan)))
                .bind("points", Columns.array("numeric", rows.stream().map(Standing::points)))
                .bind("correct", Columns.array("integer", rows.stream().map(Standing::correct)))
                .bind("picked", Columns.array("integer", rows.stream().map(Standing::picked)))
                .bind(
                        "before",
                        Columns.array(
                                "integer", rows.stream().map(row -> row.before().orElse(NO_RANK))))
                .execute();
    }

    private static String digest(List<Standing> rows) {
        MessageDigest digest = sha256();
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES + 4 * Integer.BYTES);
        for (Standing row : rows) {
            bytes.clear()
                    .putInt(row.rank())
                    .putLong(row.fan())
                    .putLong(row.points()
                            .setScale(PLACES, RoundingMode.HALF_UP)
                            .unscaledValue()
                            .longValueExact())
                    .putInt(row.correct())
                    .putInt(row.picked())
                    .putInt(row.before().orElse(NO_RANK));
            digest.update(bytes.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}

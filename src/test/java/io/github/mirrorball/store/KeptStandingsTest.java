package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Standings;
import io.github.mirrorball.standings.StandingsQuery;
import io.github.mirrorball.standings.Table;
import io.github.mirrorball.standings.Totals;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Standings that an earlier version kept a row each. */
@OnBothDatabases
class KeptStandingsTest {

    private static final int FANS = 250;

    private final StoreSettings settings;

    KeptStandingsTest(Backend backend) {
        settings = backend.empty();
        try (Database old = Database.open(settings, MigrationVersion.fromVersion("12"))) {
            old.connections().run(KeptStandingsTest::fill);
        }
    }

    @Test
    void allOfThemAreFoundAsTheyWere() {
        try (Store store = Store.open(settings, Clock.systemUTC(), Clock.systemUTC())) {
            Standings standings = store.standings();
            StandingsQuery episode = new StandingsQuery(1, Scope.episode(2), OptionalLong.empty());

            assertThat(standings.page(StandingsQuery.of(1), 0, Integer.MAX_VALUE))
                    .isEqualTo(rows());
            assertThat(standings.size(StandingsQuery.of(1))).isEqualTo(FANS);
            assertThat(rows())
                    .allSatisfy(row -> assertThat(standings.of(StandingsQuery.of(1), row.fan()))
                            .contains(row));
            assertThat(standings.page(episode, 0, 9)).isEqualTo(List.of(only()));
            assertThat(standings.size(episode)).isOne();
            assertThat(standings.byEpisode(1, List.of(7L, 8L)))
                    .isEqualTo(Map.of(7L, Map.of(2, new Totals(new BigDecimal("7.50"), 1, 1))));
        }
    }

    @Test
    void theyAreReplacedWithTheNextResult() {
        try (Store store = Store.open(settings, Clock.systemUTC(), Clock.systemUTC())) {
            store.standings().replace(1, List.of(new Table(Scope.SEASON, List.of(only()), Totals.NONE)));

            assertThat(store.standings().page(StandingsQuery.of(1), 0, 9)).isEqualTo(List.of(only()));
            assertThat(store.standings().byEpisode(1, List.of(7L))).isEmpty();
        }
    }

    /** The later a fan came, the better; every second one is new. */
    private static List<Standing> rows() {
        return IntStream.range(0, FANS)
                .mapToObj(place -> new Standing(
                        place / 2 * 2 + 1,
                        FANS - place,
                        "Fan " + (FANS - place),
                        BigDecimal.valueOf(10_000 - place / 2, 2),
                        3,
                        5,
                        place % 2 == 0 ? OptionalInt.empty() : OptionalInt.of(place)))
                .toList();
    }

    private static Standing only() {
        return new Standing(1, 7, "Fan 7", new BigDecimal("7.50"), 1, 1);
    }

    private static void fill(Handle handle) {
        handle.execute("INSERT INTO season (id, server, show_name, title, zone, asks, settings, channel, archived)"
                + " VALUES (1, 1, 'The Show', 'Season 1', 'UTC', '[]', '{}', 2, FALSE)");
        rows().forEach(row -> handle.execute(
                "INSERT INTO fan (id, server, user_id, name) VALUES (?, 1, ?, ?)", row.fan(), row.fan(), row.name()));
        IntStream.range(0, FANS).forEach(place -> insert(handle, 0, place, rows().get(place)));
        insert(handle, 2, 0, only());
        handle.execute(
                "INSERT INTO standing_table (season, scope, digest) SELECT DISTINCT season, scope, 'x' FROM standing");
    }

    private static void insert(Handle handle, int scope, int place, Standing row) {
        handle.execute(
                "INSERT INTO standing (season, scope, place, shared, fan, points, correct, picked, earlier)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, NULLIF(?, 0))",
                scope,
                place,
                row.rank(),
                row.fan(),
                row.points(),
                row.correct(),
                row.picked(),
                row.before().orElse(0));
    }
}

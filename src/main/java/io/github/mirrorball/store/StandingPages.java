package io.github.mirrorball.store;

import static java.util.stream.Collectors.toMap;

import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.standings.Ranking;
import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Totals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads a season's standings from the pages that they are kept on. A fan's name is read from the fan, so that it is the last seen one. */
final class StandingPages {

    private static final String SIZE =
            "SELECT COALESCE(MAX(fans), 0) FROM standing_table WHERE season = :season AND scope = :scope";
    private static final String RANGE = """
            SELECT standings FROM standing_by_place
            WHERE season = :season AND scope = :scope AND page >= :first AND page <= :last ORDER BY season, scope, page""";
    private static final String OF_FAN = """
            SELECT standings FROM standing_by_fan WHERE season = :season AND scope = :scope AND last_fan >= :fan
            ORDER BY season, scope, last_fan FETCH FIRST 1 ROW ONLY""";
    private static final String EPISODES_OF_FAN = """
            SELECT p.scope, p.standings FROM standing_table t JOIN standing_by_fan p
                ON p.season = t.season AND p.scope = t.scope AND p.last_fan = (
                    SELECT n.last_fan FROM standing_by_fan n
                    WHERE n.season = t.season AND n.scope = t.scope AND n.last_fan >= :fan
                    ORDER BY n.season, n.scope, n.last_fan FETCH FIRST 1 ROW ONLY)
            WHERE t.season = :season AND t.scope > 0""";
    private static final String MEMBERS = "SELECT fan FROM club_member WHERE club = :club";
    private static final String OF_MEMBERS = """
            SELECT DISTINCT p.last_fan, p.standings FROM club_member m JOIN standing_by_fan p
                ON p.season = :season AND p.scope = :scope AND p.last_fan = (
                    SELECT n.last_fan FROM standing_by_fan n
                    WHERE n.season = :season AND n.scope = :scope AND n.last_fan >= m.fan
                    ORDER BY n.season, n.scope, n.last_fan FETCH FIRST 1 ROW ONLY)
            WHERE m.club = :club""";

    private final Handle handle;
    private final long season;

    StandingPages(Handle handle, long season) {
        this.handle = handle;
        this.season = season;
    }

    int size(Scope scope) {
        return query(SIZE, scope).mapTo(Integer.class).one();
    }

    /** A range of a table. */
    List<Standing> range(Scope scope, int from, int size) {
        long to = (long) from + size;
        return named(query(RANGE, scope)
                .bind("first", from / StandingText.PER_PAGE)
                .bind("last", (to - 1) / StandingText.PER_PAGE)
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(StandingText::all)
                .skip(from % StandingText.PER_PAGE)
                .limit(size)
                .toList());
    }

    Optional<Standing> of(Scope scope, long fan) {
        return named(query(OF_FAN, scope).bind("fan", fan).mapTo(String.class).list().stream()
                        .flatMap(page -> StandingText.of(page, fan))
                        .toList())
                .stream()
                .findFirst();
    }

    /** What a fan had from each episode. */
    Map<Integer, Totals> episodes(long fan) {
        Map<Integer, Totals> totals = new HashMap<>();
        handle.createQuery(EPISODES_OF_FAN)
                .bind("season", season)
                .bind("fan", fan)
                .map((row, context) -> Map.entry(row.getInt("scope"), row.getString("standings")))
                .forEach(page -> StandingText.of(page.getValue(), fan)
                        .forEach(text -> totals.put(page.getKey(), text.totals())));
        return totals;
    }

    /** A club's members among themselves, whose number is bounded. */
    List<Standing> club(Scope scope, long club) {
        Set<Long> members =
                handle.createQuery(MEMBERS).bind("club", club).mapTo(Long.class).set();
        return Ranking.among(named(
                query(OF_MEMBERS, scope)
                        .bind("club", club)
                        .map((row, context) -> row.getString("standings"))
                        .list()
                        .stream()
                        .flatMap(StandingText::all)
                        .filter(text -> members.contains(text.fan()))
                        .toList()));
    }

    private Query query(String sql, Scope scope) {
        return handle.createQuery(sql).bind("season", season).bind("scope", scope.code());
    }

    private List<Standing> named(List<StandingText> texts) {
        Map<Long, String> names = JdbcFans.all(
                        handle, texts.stream().map(StandingText::fan).toList())
                .stream()
                .collect(toMap(Fan::id, Fan::name));
        return texts.stream()
                .flatMap(text -> Stream.ofNullable(names.get(text.fan())).map(text::named))
                .toList();
    }
}

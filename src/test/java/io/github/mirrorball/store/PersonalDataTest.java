package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.league.AuditLog;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.Voter;
import io.github.mirrorball.reactions.Removal;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.ResultVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The privacy policy's table says of every table what of a person is there, and what removes it; and that is so. */
@OnBothDatabases
class PersonalDataTest {

    private static final long USER = 7_700_000_000_000_000_007L;
    private static final String NAME = "Annabella Quill";
    private static final Pattern ROW = Pattern.compile("(?m)^\\|([^|]+)\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|$");

    @AutoClose
    private final League league;

    PersonalDataTest(Backend backend) {
        league = new League(backend);
    }

    private record Told(String name, String what, String removal) {}

    @Test
    void everyTableIsInThePolicyAndNoOther() throws IOException {
        Set<String> tables = new TreeSet<>(tables());
        assertThat(told().stream().map(Told::name).filter(name -> !name.contains(".")))
                .containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void anErasureLeavesTheIdWhereThePolicySaysSoAndNowhereElse() throws IOException {
        long season = league.season();
        Poll poll = league.open(season);
        league.cast().pick(poll.id(), new Voter(League.SERVER, USER, NAME), "ada");
        Fan fan = league.store.fans().find(League.SERVER, USER).orElseThrow();
        league.store.reactions().add(poll.id(), USER, "ada");
        league.store.reactions().save(Removal.wanted(poll.id(), USER, "ben"));
        league.store.jokers().put(season, fan.id(), 1);
        league.store
                .clubs()
                .join(league.store.clubs().add(League.SERVER, "Quills").orElseThrow(), fan.id());
        league.store.optIns().put(fan.id(), 5);
        AuditLog.Entry entry = new AuditLog.Entry(league.clock.instant(), USER, "test", "", "x");
        league.store.auditLog().note(season, entry);
        league.store.auditLog().noteInServer(League.SERVER, entry);
        Result result = new Result(Optional.of(List.of("ada")), List.of(), Optional.empty(), Map.of(), Map.of());
        league.store.seasons().record(season, 1, new ResultVersion(1, result, league.clock.instant(), USER));
        assertThat(found(fan))
                .contains("fan", "pick", "reaction", "removal", "joker", "club_member", "opt_in", "audit");

        league.store.transactions().inOne(() -> {
            league.store.erasures().forget(League.SERVER, USER);
            league.store.fans().remove(fan.id());
            return fan;
        });

        assertThat(found(fan)).isEqualTo(Set.of("audit", "server_audit", "result"));
        assertThat(told().stream()
                        .filter(each -> each.what().contains("host's id"))
                        .map(Told::name))
                .containsExactlyInAnyOrder("audit", "server_audit", "result", "draft");
        assertThat(told())
                .filteredOn(each -> each.removal().toLowerCase(Locale.ROOT).contains("erase"))
                .extracting(Told::name)
                .contains("fan", "pick", "reaction", "removal", "joker", "club_member", "opt_in");
    }

    private Set<String> found(Fan fan) {
        return league.store
                .database()
                .connections()
                .with(handle -> tables().stream()
                        .filter(table -> rows(handle, table).anyMatch(row -> isOf(row, fan)))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static boolean isOf(Map<String, Object> row, Fan fan) {
        return row.values().stream()
                        .anyMatch(value -> String.valueOf(value).contains(Long.toString(USER))
                                || String.valueOf(value).contains(NAME))
                || Long.valueOf(fan.id()).equals(row.get("fan"));
    }

    private static Stream<Map<String, Object>> rows(Handle handle, String table) {
        String quoted = table.startsWith("flyway") ? '"' + table + '"' : table;
        return handle.createQuery("SELECT * FROM " + quoted).mapToMap().list().stream();
    }

    private List<String> tables() {
        return league.store
                .database()
                .connections()
                .with(handle -> handle.createQuery("""
                        SELECT LOWER(table_name) FROM information_schema.tables
                        WHERE table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE'""").mapTo(String.class).list());
    }

    private static List<Told> told() throws IOException {
        String page = Files.readString(Path.of("docs/privacy.md"));
        String table = page.substring(page.indexOf("<!-- tables -->"), page.indexOf("<!-- end of tables -->"));
        return ROW.matcher(table).results().flatMap(PersonalDataTest::told).toList();
    }

    private static Stream<Told> told(MatchResult row) {
        return Pattern.compile("`(.+?)`")
                .matcher(row.group(1))
                .results()
                .map(name -> new Told(name.group(1), row.group(2), row.group(4)));
    }
}

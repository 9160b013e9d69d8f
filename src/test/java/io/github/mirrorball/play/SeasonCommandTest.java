package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageRole;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SeasonCommandTest {

    /** Every command that changes a season, with what it would need otherwise. */
    private static final Map<String, Map<String, Object>> OF_A_SEASON = Map.ofEntries(
            Map.entry("season settings", Map.of("secret", true)),
            Map.entry("season export", Map.of()),
            Map.entry("season archive", Map.of()),
            Map.entry("season delete", Map.of()),
            Map.entry("season log", Map.of()),
            Map.entry("season show", Map.of()),
            Map.entry("contestant add", Map.of("name", "Zed")),
            Map.entry("contestant edit", Map.of("contestant", "ann")),
            Map.entry("contestant withdraw", Map.of("contestant", "ann")),
            Map.entry("contestant return", Map.of("contestant", "ann")),
            Map.entry("contestant list", Map.of()),
            Map.entry("episode add", Map.of("airs", "2026-01-10 20:00")),
            Map.entry("episode edit", Map.of("episode", 1L)),
            Map.entry("episode remove", Map.of("episode", 1L)),
            Map.entry("episode list", Map.of()));

    @AutoClose
    private final Evening evening = new Evening(Instant.parse("2026-01-01T12:00:00Z"));

    private final Hosting host = new Hosting(evening);

    @Test
    void aSeasonIsCreatedWhereItsHostSays() {
        StageChannel elsewhere = evening.server().channel("elsewhere");
        Map<String, Object> options = new HashMap<>(Hosting.SMALL);
        options.putAll(Map.of("title", "Season @everyone", "zone", "america/new york", "channel", elsewhere));

        assertThat(host.told("season create", options))
                .contains("Season \\@everyone", "America/New_York", "<#" + elsewhere.id() + ">");
        assertThat(host.told("season show", Map.of())).contains("America/New_York", "no episodes");
    }

    @Test
    void aZoneIsFoundByItsCityAndAnUnknownOneIsRefused() {
        assertThat(host.choices("season create", Map.of("zone", "new y"), "zone")
                        .values())
                .containsExactly("America/New_York");
        assertThat(host.choices("season create", Map.of("zone", ""), "zone").values())
                .hasSize(25);
        assertThat(host.told("season create", Map.of("show", "S", "title", "T", "zone", "Atlantis")))
                .contains("no time zone \"Atlantis\"");
    }

    @Test
    void aTitleMayHaveAHundredCharactersAndSomethingToRead() {
        assertThat(host.told("season create", Map.of("show", "S", "title", "x".repeat(100), "zone", "UTC")))
                .contains("is set up");
        assertThatThrownBy(
                        () -> host.told("season create", Map.of("show", "S", "title", "x".repeat(101), "zone", "UTC")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(host.told("season create", Map.of("show", "S", "title", "\u200E\u200E", "zone", "UTC")))
                .contains("title: This is empty");
    }

    @Test
    void settingsAreShownAndChanged() {
        host.season("Ann", "Bob");
        StageRole role = evening.server().role("Dance fans");
        assertThat(host.told("season settings", Map.of()))
                .contains("144 hours before air time", "lock at air time", "1440, 60", "Secret ballots: no")
                .contains("Jokers, which double one episode: no", "The Crowd in the standings: no");
        assertThat(host.told("season settings", Map.of("joker", true, "crowd", true)))
                .contains("Jokers, which double one episode: yes", "The Crowd in the standings: yes");

        assertThat(host.told(
                        "season settings",
                        Map.of(
                                "open-lead",
                                1L,
                                "lock-offset",
                                -30L,
                                "reminders",
                                "none",
                                "secret",
                                true,
                                "worth-top-score",
                                7.5,
                                "season-winner",
                                true,
                                "mention-role",
                                role)))
                .contains("one hour before air time", "-30 minutes from air time", "lock: none", "Secret ballots: yes")
                .contains("top\\_score 7.5", "all season long, too: yes", "<@&" + role.id() + ">");
        assertThat(host.told("season settings", Map.of("clear", "mention-role")))
                .contains("Mentioned by reminders: none", "Secret ballots: yes");
    }

    @Test
    void settingsReachThePollsThatAreToCome() {
        host.season("Ann", "Bob");
        host.episode("2026-01-10 20:00");
        host.told("season settings", Map.of("open-lead", 24L, "lock-offset", -30L, "secret", true));
        evening.windTo("2026-01-09T19:59:59Z");
        assertThat(evening.posts()).isEmpty();
        evening.windTo("2026-01-09T20:00:00Z");
        assertThat(evening.message(evening.card(1, "elimination")).reactions()).isEmpty();
        evening.windTo("2026-01-10T19:30:00Z");
        assertThat(evening.poll(1, "elimination").state()).isEqualTo("locked");
    }

    @Test
    void aChangeOfWhatPicksAreWorthRescoresWhatIsIn() {
        host.season("Ann", "Bob", "Cyd");
        host.episode("2026-01-10 20:00");
        evening.windTo("2026-01-09T12:00:00Z");
        evening.react(evening.fan("fan"), evening.card(1, "elimination"), "bob");
        evening.settle();
        evening.windTo("2026-01-10T22:30:00Z");
        evening.enterResult(1, Map.of("eliminated", List.of("bob"), "marks", "none"));
        assertThat(evening.report().standings())
                .extracting(row -> row.points().intValue())
                .containsExactly(10);

        host.told("season settings", Map.of("worth-elimination", 4.0));
        assertThat(evening.report().standings())
                .extracting(row -> row.points().intValue())
                .containsExactly(4);
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        host.season("Ann", "Bob");
        assertThatThrownBy(() -> host.told("season settings", Map.of("lock-offset", 121L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(host.told("season settings", Map.of("reminders", "soon"))).contains("Write reminders as minutes");
        assertThat(host.told("season settings", Map.of("reminders", "4"))).contains("from 5 to 10080");
        assertThat(host.told("season settings", Map.of("reminders", "60 60"))).contains("already a reminder");
        assertThat(host.told("season settings", Map.of("worth-winner", 1.234))).contains("at most 2 decimal places");
        host.told("season settings", Map.of("low-score", true));
        host.told("episode add", Map.of("airs", "2026-01-02 20:00", "asks", "low_score"));
        assertThat(host.told("season settings", Map.of("low-score", false))).contains("only asked when");
        evening.windTo("2026-01-02T20:00:00Z");
        assertThat(host.told("season settings", Map.of("season-winner", true))).contains("that has aired");
    }

    @Test
    void anArchivedSeasonIsAwayUntilItIsBroughtBack() {
        host.season("Ann", "Bob");
        assertThat(host.told("season archive", Map.of())).contains("is put away");
        assertThat(host.told("season show", Map.of())).contains("no season yet");
        String season =
                host.choices("season archive", Map.of(), "season").values().get(0);
        assertThat(host.told("season archive", Map.of("season", season, "back", true)))
                .contains("is back");
        host.episode("2026-01-10 20:00");
        evening.windTo("2026-01-09T12:00:00Z");

        assertThat(host.told("season archive", Map.of())).contains("has an open poll");
    }

    @Test
    void deletingNamesWhatIsLostAndAsksAgainWhereThatHasGrown() {
        host.season("Ann", "Bob");
        host.episode("2026-01-10 20:00");
        evening.windTo("2026-01-09T12:00:00Z");
        String title = evening.bot().seasons(evening.server().id()).get(0).title();
        StageMessage ask = host.message("season delete", Map.of());
        assertThat(ask.text()).contains("2 polls, no picks");
        evening.react(evening.fan("fan"), evening.card(1, "elimination"), "ann");
        evening.settle();

        assertThat(host.press(ask, "season-delete:")).contains("2 polls, one pick");
        assertThat(evening.report().standings()).isEmpty();
        assertThat(host.press(ask, "season-delete:")).contains("is deleted");
        assertThat(evening.bot().reports(evening.server().id())).isEmpty();
        assertThat(host.told("season log", Map.of()))
                .contains("In this server", "<@" + evening.host().id() + ">", "deleted a season")
                .contains("− " + title + " · 2 polls · 1 pick");
    }

    @Test
    void onlyHostsDeleteAndReadTheLog() {
        host.season("Ann", "Bob");
        StageMessage ask = host.message("season delete", Map.of());
        for (int i = 0; i < 6; i++) {
            host.told("contestant add", Map.of("name", "Dancer " + i));
        }
        StageMessage log = host.message("season log", Map.of());
        evening.host().take(evening.server().role("May [MANAGE_EVENTS]"));

        assertThat(host.press(ask, "season-delete:")).contains("Only hosts");
        assertThat(told(evening.host(), log)).contains("Only hosts");
        assertThat(evening.bot().reports(evening.server().id())).hasSize(1);
    }

    @Test
    void theLogSaysWhoChangedWhatPageByPage() {
        host.season("Ann", "B*b");
        host.episode("2026-01-10 20:00");
        host.told("episode edit", Map.of("episode", 1L, "title", "Oscars"));
        host.told("season settings", Map.of("open-lead", 72L));
        host.told("contestant add", Map.of("name", "Cyd", "emoji", "not one"));
        host.told("contestant edit", Map.of("contestant", "ann", "name", "Anna"));
        StageMessage withdraw = host.message("contestant withdraw", Map.of("contestant", "ann"));
        host.press(withdraw, "contestant-withdraw:");
        evening.windTo("2026-01-10T22:30:00Z");
        evening.enterResult(1, Map.of("eliminated", List.of("b-b"), "marks", "none"));

        StageMessage log = host.message("season log", Map.of());
        assertThat(log.isEphemeral()).isTrue();
        assertThat(log.text().lines().filter(line -> line.startsWith("<t:")))
                .hasSize(6)
                .allMatch(line -> line.contains("<@" + evening.host().id() + ">"));
        assertThat(log.text())
                .contains("entered a result", "noted a withdrawal", "changed how it is run", "added to the schedule")
                .contains("− Ann\n-# + Anna", "openLeadHours")
                .doesNotContain("Cyd");
        String second = told(evening.host(), log);
        assertThat(second).contains("set the season up", "+ B\\*b").doesNotContain("entered a result");
    }

    /** Turns to the next page of the log. */
    private static String told(StageUser user, StageMessage log) {
        String next = log.components().stream()
                .map(component -> component.path("custom_id").asText())
                .filter(id -> id.startsWith("season-log:"))
                .reduce((previous, following) -> following)
                .orElseThrow();
        return user.press(log, next).message().text();
    }

    @Test
    void aSeasonOfAnotherServerIsNotThere() {
        host.season("Ann", "Bob");
        host.episode("2026-01-10 20:00");
        String season = host.choices("season show", Map.of(), "season").values().get(0);
        StageServer other = evening.stage().server("Other server");
        StageUser stranger = other.member("Stranger", Set.of(Permission.MANAGE_EVENTS));
        StageChannel there = other.channel("there");

        OF_A_SEASON.forEach((command, options) -> {
            assertThat(told(stranger, there, command, of(season, options)))
                    .as(command)
                    .contains("not here any more");
            assertThat(host.told(command, of("no season", options))).as(command).contains("not here any more");
            assertThat(told(stranger, there, command, options)).as(command).contains("no season yet");
        });
        host.told("season create", Hosting.SMALL);
        OF_A_SEASON.forEach((command, options) ->
                assertThat(host.told(command, options)).as(command).contains("Say which"));
    }

    private static Map<String, Object> of(String season, Map<String, Object> options) {
        Map<String, Object> all = new HashMap<>(options);
        all.put("season", season);
        return all;
    }

    private static String told(StageUser user, StageChannel channel, String command, Map<String, Object> options) {
        return user.slash(channel, command, options).message().text();
    }
}

package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.discord.ShortTimeouts;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.StageMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The next episodes among the server's scheduled events, in a season that lies in the past of the machine's clock. */
class ScheduledEventsTest {

    private static final String CREATE = "POST /guilds/{guild_id}/scheduled-events";
    private static final String EDIT = "PATCH /guilds/{guild_id}/scheduled-events";
    private static final String FIRST = "2026-01-10T20:00:00Z";
    private static final String SECOND = "2026-01-17T20:00:00Z";
    private static final String THIRD = "2026-01-24T20:00:00Z";

    private final Evening evening = new Evening(
            Instant.parse("2026-01-01T00:00:00Z"),
            InstantSource.system(),
            ShortTimeouts.silence(Duration.ofSeconds(3)));
    private final Hosting hosting = new Hosting(evening);

    @AfterEach
    void end() {
        evening.close();
    }

    @Test
    void theNextTwoEpisodesAreEventsOfTheServer() {
        begin();

        assertThat(starts()).containsExactly(FIRST, SECOND);
        JsonNode event = events().get(0);
        assertThat(event.path("name").asText()).isEqualTo("Small Season · Episode 1: Night 1");
        assertThat(event.path("scheduled_end_time").asText()).isEqualTo("2026-01-10T22:00:00Z");
        assertThat(event.path("entity_metadata").path("location").asText()).isEqualTo("#ballroom");
        assertThat(event.path("description").asText())
                .startsWith("Saturday, January 10, 2026")
                .contains("(UTC)", "#ballroom", "\n- Who leaves?\n- Who gets the highest total?")
                .containsPattern("\n\nMirrorball · \\w{10}-1-1$");
    }

    @Test
    void whatAirsIsLeftAloneAndTheOneAfterTheNextComes() {
        begin();
        long first = id(0);
        evening.windTo(FIRST);

        assertThat(starts()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(id(0)).isEqualTo(first);
        evening.windTo("2026-01-10T23:00:00Z");
        evening.enterResult(1, Map.of("eliminated", List.of("cyd")));
        assertThat(starts()).containsExactly(SECOND, THIRD);
        assertThat(count(EDIT)).isZero();
        assertThat(count("DELETE /guilds/{guild_id}/scheduled-events")).isZero();
    }

    @Test
    void anEventMovesWithItsEpisodeAndSendsNothingWhenNothingChanged() {
        begin();
        List<Long> before = ids();
        hosting.told("episode edit", Map.of("episode", 1L, "airs", "2026-01-11 19:00", "title", "Opening"));

        assertThat(starts()).containsExactly("2026-01-11T19:00:00Z", SECOND);
        assertThat(ids()).isEqualTo(before);
        assertThat(events().get(0).path("name").asText()).endsWith("Episode 1: Opening");
        hosting.told("contestant edit", Map.of("contestant", "ann", "name", "Anna"));
        evening.restart();
        assertThat(count(EDIT)).isOne();
        assertThat(count(CREATE)).isEqualTo(2);
    }

    @Test
    void anEpisodeThatComesEarlierTakesTheLatersPlace() {
        begin();
        hosting.told("episode edit", Map.of("episode", 4L, "airs", "2026-01-09 20:00"));

        assertThat(starts()).containsExactly("2026-01-09T20:00:00Z", FIRST);
    }

    @Test
    void anEpisodeThatIsMovedWhileItIsOnGetsAnotherEvent() {
        begin();
        long first = id(0);
        evening.windTo("2026-01-10T20:30:00Z");
        hosting.told("episode edit", Map.of("episode", 1L, "airs", "2026-01-12 20:00"));

        assertThat(starts()).containsExactly("2026-01-12T20:00:00Z", SECOND);
        assertThat(ids()).doesNotContain(first);
    }

    @Test
    void anEpisodeThatRunsLongerWhileItIsOnKeepsItsEvent() {
        begin();
        long first = id(0);
        evening.windTo("2026-01-10T20:30:00Z");
        hosting.told("episode edit", Map.of("episode", 1L, "minutes", 180L));

        assertThat(id(0)).isEqualTo(first);
        assertThat(events().get(0).path("scheduled_end_time").asText()).isEqualTo("2026-01-10T23:00:00Z");
    }

    @Test
    void eventsGoWithTheirEpisodeAndWithTheirSeason() {
        begin();
        hosting.told("episode remove", Map.of("episode", 2L));
        assertThat(starts()).containsExactly(FIRST, THIRD);

        hosting.told("season archive", Map.of());
        assertThat(events()).isEmpty();
        hosting.told("season archive", Map.of("season", "1", "back", true));
        assertThat(starts()).containsExactly(FIRST, THIRD);

        StageMessage asked = hosting.message("season delete", Map.of());
        hosting.press(asked, "season-delete:");
        assertThat(events()).isEmpty();
    }

    @Test
    void anEventWhoseAnswerIsLostIsMadeOnce() {
        for (Fault fault : List.of(Fault.status(500), Fault.status(503), Fault.status(502))) {
            evening.stage().faults().failNext(1, CREATE, fault.takingEffect());
        }
        begin();
        until(FIRST, SECOND);
        assertThat(count(CREATE)).isEqualTo(2);
    }

    @Test
    void anEventWhoseRequestIsNeverAnsweredIsMadeOnce() {
        evening.stage().faults().failNext(1, CREATE, Fault.silence().takingEffect());
        begin();
        until(FIRST, SECOND);
        assertThat(count(CREATE)).isEqualTo(2);
    }

    @Test
    void anEventThatWasNeverMadeIsMadeAfterALook() {
        evening.stage().faults().failNext(3, CREATE, Fault.status(503));
        begin();
        until(FIRST, SECOND);
    }

    @Test
    void anEventThatStoodWhenTheBotDiedIsFoundAgain() {
        evening.stage().faults().failNext(1, CREATE, Fault.status(500).takingEffect());
        begin();
        evening.restart();
        hosting.told("season archive", Map.of());
        until();
        assertThat(count(CREATE)).isEqualTo(2);
    }

    @Test
    void whatSomebodyElseMadeIsNotTaken() {
        begin();
        evening.server().copyEvent(id(0), evening.host());
        evening.stage().faults().failNext(1, CREATE, Fault.status(500));
        hosting.told("episode edit", Map.of("episode", 3L, "airs", "2026-01-09 20:00"));
        until("2026-01-09T20:00:00Z", FIRST, FIRST);
    }

    @Test
    void whatAHostTookAwayStaysAwayUntilTheEpisodeIsEdited() {
        begin();
        evening.server().deleteEvent(id(0));
        hosting.told("contestant add", Map.of("name", "Eve"));
        evening.restart();
        assertThat(starts()).containsExactly(SECOND);

        hosting.told("episode edit", Map.of("episode", 1L, "title", "Opening"));
        assertThat(starts()).containsExactly(FIRST, SECOND);
    }

    @Test
    void anEventThatSomebodyBeganEarlyOrCalledOffIsMadeAnewWhenItsEpisodeMoves() {
        begin();
        evening.server().setEventStatus(id(0), 2);
        evening.server().setEventStatus(id(1), 4);
        hosting.told("episode edit", Map.of("episode", 1L, "airs", "2026-01-11 20:00"));
        hosting.told("episode edit", Map.of("episode", 2L, "airs", "2026-01-18 20:00"));

        assertThat(starts()).containsExactly("2026-01-11T20:00:00Z", "2026-01-18T20:00:00Z");
    }

    @Test
    void withoutThePermissionEverythingElseGoesOn() {
        evening.server().bot().deny(Permission.CREATE_EVENTS);
        begin();
        evening.windTo("2026-01-09T12:00:00Z");

        assertThat(events()).isEmpty();
        assertThat(evening.posts()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(evening.message(evening.card(1, "elimination")).text()).contains("Who leaves?");
        evening.server().bot().grant(Permission.CREATE_EVENTS);
        evening.settle();
        assertThat(starts()).containsExactly(FIRST, SECOND);
    }

    @Test
    void whenTheServerIsFullOfEventsEverythingElseGoesOn() {
        hosting.season("Ann", "Bob");
        hosting.episode("2026-01-02 20:00");
        for (int i = 1; i < 100; i++) {
            evening.server().copyEvent(id(0), evening.host());
        }
        hosting.episode("2026-01-07 20:00");

        assertThat(count(CREATE)).isEqualTo(2);
        assertThat(events()).hasSize(100);
        evening.windTo("2026-01-02T20:00:00Z");
        assertThat(evening.poll(1, "elimination").state()).isEqualTo("locked");
        assertThat(evening.channel().newest().text()).contains("Picks are locked");
    }

    private void begin() {
        evening.importSeason(SmallSeasons.season(SmallSeasons.episode(1, "2026-01-10T20:00") + ","
                + SmallSeasons.episode(2, "2026-01-17T20:00") + "," + SmallSeasons.episode(3, "2026-01-24T20:00") + ","
                + SmallSeasons.episode(4, "2026-01-31T20:00")));
    }

    /** Broken requests are repeated after a wait in real time. */
    private void until(String... starts) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            evening.settle();
            assertThat(starts()).containsExactly(starts);
        });
    }

    private List<? extends JsonNode> events() {
        return evening.server().events();
    }

    private List<String> starts() {
        return events().stream()
                .map(event -> event.path("scheduled_start_time").asText())
                .toList();
    }

    private List<Long> ids() {
        return events().stream().map(event -> event.path("id").asLong()).toList();
    }

    private long id(int place) {
        return ids().get(place);
    }

    private long count(String prefix) {
        return evening.stage().requestCounts().entrySet().stream()
                .filter(each -> each.getKey().startsWith(prefix))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}

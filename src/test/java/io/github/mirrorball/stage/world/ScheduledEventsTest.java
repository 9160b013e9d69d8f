package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Permission;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scheduled events in the show's time, which may lie years back. */
class ScheduledEventsTest {
    private static final Instant SHOW = Instant.parse("2007-09-24T18:00:00Z");

    private Instant now = SHOW;
    private final Scene scene = new Scene(StageOptions.defaults().withShow(new ShowClock()));
    private final String events = "guilds/" + scene.server.id() + "/scheduled-events";

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void anEventIsMadeListedEditedAndTakenAway() {
        long id = create(event()).expect(200).path("id").asLong();
        assertThat(scene.rest.call("GET", events).body()).hasSize(1);
        scene.rest.call("PATCH", events + "/" + id, "{\"name\":\"Finale\"}").expect(200);
        assertThat(scene.server.events().get(0).path("name").asText()).isEqualTo("Finale");
        scene.rest.call("DELETE", events + "/" + id).expect(204);
        assertThat(scene.server.events()).isEmpty();
        assertThat(scene.stage.violations()).isEmpty();
    }

    @Test
    void anEventLooksAsDiscordDocumentsIt() throws InterruptedException {
        try (Scene inspected = new Scene(Scene.inspected().withShow(new ShowClock()))) {
            String path = "guilds/" + inspected.server.id() + "/scheduled-events";
            inspected.rest.call("POST", path, event().toString()).expect(200);
            inspected.rest.call("GET", path).expect(200);
            assertThat(inspected.stage.violations()).isEmpty();
        }
    }

    @Test
    void makingOneNeedsCreateEvents() {
        scene.server.bot().deny(Permission.CREATE_EVENTS);
        assertThat(create(event()).code()).isEqualTo(50013);
        assertThat(scene.stage.violations()).hasSize(1);
    }

    @Test
    void anExternalEventNeedsALocation() {
        ObjectNode placeless = event();
        placeless.remove("entity_metadata");
        refused(placeless, "location");
    }

    @Test
    void anExternalEventNeedsAnEndAfterItsStart() {
        ObjectNode endless = event();
        endless.remove("scheduled_end_time");
        refused(endless, "scheduled_end_time: required");
        refused(event().put("scheduled_end_time", SHOW.toString()), "must be after the start");
    }

    @Test
    void theStartLiesInTheFutureOfTheShow() {
        refused(event().put("scheduled_start_time", SHOW.toString()), "must be in the future");
    }

    @Test
    void aHundredAreTheMost() {
        for (int n = 0; n < 100; n++) {
            create(event()).expect(200);
        }
        assertThat(create(event()).code()).isEqualTo(30038);
        assertThat(scene.stage.violations()).isEmpty();
    }

    @Test
    void anEventStartsAndEndsByItself() {
        long id = create(event()).expect(200).path("id").asLong();
        now = SHOW.plusSeconds(3600);
        assertThat(scene.server.events().get(0).path("status").asInt()).isEqualTo(2);
        now = SHOW.plusSeconds(7200);
        assertThat(scene.server.events()).isEmpty();
        assertThat(scene.rest
                        .call("PATCH", events + "/" + id, "{\"name\":\"x\"}")
                        .code())
                .isEqualTo(180000);
    }

    @Test
    void anActiveOneIsNotScheduledAgain() {
        long id = create(event()).expect(200).path("id").asLong();
        scene.server.setEventStatus(id, 2);
        String again = "{\"status\":1}";
        assertThat(scene.rest.call("PATCH", events + "/" + id, again).code()).isEqualTo(180000);
        String later = "{\"scheduled_start_time\":\"2007-09-26T00:00:00Z\"}";
        assertThat(scene.rest.call("PATCH", events + "/" + id, later).code()).isEqualTo(180000);
        scene.rest.call("PATCH", events + "/" + id, "{\"status\":3}").expect(200);
    }

    @Test
    void whatSomebodyElseMadeNeedsAnotherPermission() {
        long id = create(event()).expect(200).path("id").asLong();
        long other = scene.server.copyEvent(id, scene.server.member("Moderator"));
        scene.rest.call("DELETE", events + "/" + other).expect(204);
        long another = scene.server.copyEvent(id, scene.server.member("Moderator"));
        scene.server.bot().deny(Permission.MANAGE_EVENTS);
        assertThat(scene.rest.call("DELETE", events + "/" + another).code()).isEqualTo(50013);
        scene.rest.call("DELETE", events + "/" + id).expect(204);
        assertThat(scene.stage.violations()).hasSize(1);
    }

    @Test
    void anUnknownOneIsUnknown() {
        assertThat(scene.rest.call("DELETE", events + "/1").code()).isEqualTo(10070);
        assertThat(scene.stage.violations()).isEmpty();
    }

    private void refused(ObjectNode event, String fault) {
        int before = scene.stage.violations().size();
        assertThat(create(event).fault()).contains(fault);
        assertThat(scene.stage.violations()).hasSize(before + 1);
    }

    private RawRest.Result create(ObjectNode event) {
        return scene.rest.call("POST", events, event.toString());
    }

    private static ObjectNode event() {
        ObjectNode event = Json.object()
                .put("name", "Episode 1")
                .put("privacy_level", 2)
                .put("entity_type", 3)
                .put("scheduled_start_time", "2007-09-24T19:00:00.000+00:00")
                .put("scheduled_end_time", "2007-09-24T20:00:00Z");
        event.putObject("entity_metadata").put("location", "ABC");
        return event;
    }

    private final class ShowClock extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.bot.Report;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.RequestRecord;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three servers in three time zones play the same show at once with one bot; one takes the bot out and one has an outage meanwhile. */
class ThreeServersTest {

    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
    private final Place tokyo = new Place("Tokyo", "Asia/Tokyo");
    private final Place london = new Place("London", "Europe/London");
    private final Place newYork = new Place("New York", "America/New_York");
    private final List<Place> all = List.of(tokyo, london, newYork);

    @AfterEach
    void end() {
        evening.close();
    }

    @Test
    void nothingCrossesOver() {
        evening.settle();
        all.forEach(Place::begin);
        // It is 20:00 on the 10th first in Tokyo, then in London, then in New York.
        evening.windTo("2026-01-10T10:00:00Z");
        tokyo.pick("ada", "ann");
        london.pick("ada", "bob");
        newYork.pick("ada", "ann");
        newYork.pick("bea", "cyd");

        evening.windTo("2026-01-10T12:00:00Z");
        assertThat(all).extracting(place -> place.state(1)).containsExactly("locked", "open", "open");
        london.server.removeBot();
        newYork.server.beginOutage();
        evening.settle();
        int requests = london.requests();
        evening.windTo("2026-01-10T20:00:00Z");
        assertThat(all).extracting(place -> place.state(1)).containsExactly("locked", "locked", "open");
        tokyo.enterResult(1, "ann");
        evening.windTo("2026-01-11T01:00:00Z");
        newYork.server.endOutage();
        newYork.awaitPost("Picks are locked");
        evening.windTo("2026-01-11T04:00:00Z");
        newYork.enterResult(1, "cyd");
        assertThat(london.requests()).isEqualTo(requests);

        london.server.endOutage();
        london.awaitPost("Picks are locked");
        london.enterResult(1, "bob");

        assertThat(tokyo.standings()).isEqualTo(Map.of("ada", BigDecimal.TEN));
        assertThat(london.standings()).isEqualTo(Map.of("ada", BigDecimal.TEN));
        assertThat(newYork.standings()).isEqualTo(Map.of("bea", BigDecimal.TEN, "ada", BigDecimal.ZERO));
        assertThat(tokyo.starts()).containsExactly("2026-01-17T11:00:00Z");
        assertThat(london.starts()).containsExactly("2026-01-17T20:00:00Z");
        assertThat(newYork.starts()).containsExactly("2026-01-18T01:00:00Z");
        all.forEach(Place::expectNothingOfOthers);
    }

    /** A server with a season, a host and a channel of its own. */
    private final class Place {

        private final String name;
        private final String zone;
        private final StageServer server;
        private final StageChannel channel;
        private final StageUser host;

        Place(String name, String zone) {
            this.name = name;
            this.zone = zone;
            server = evening.stage().server("Fans of " + name);
            channel = server.channel("the-show");
            host = server.member("Host of " + name, Set.of(Permission.MANAGE_EVENTS));
        }

        void begin() {
            String season = SmallSeasons.season(SmallSeasons.episode(1, "2026-01-10T20:00") + ","
                            + SmallSeasons.episode(2, "2026-01-17T20:00"))
                    .replace("\"UTC\"", "\"" + zone + "\"")
                    .replace("Small Season", "Season of " + name)
                    .replace("Night", name + " night");
            host.slash(
                            channel,
                            "season import",
                            Map.of("file", new StageFile("season.json", season.getBytes(StandardCharsets.UTF_8))))
                    .await();
            evening.settle();
        }

        void pick(String fan, String outcome) {
            CardReport card = evening.bot().cards(server.id()).stream()
                    .filter(each -> each.asks().equals("elimination"))
                    .findFirst()
                    .orElseThrow();
            StageMessage message = channel.messages().stream()
                    .filter(each -> each.id() == card.message())
                    .findFirst()
                    .orElseThrow();
            server.member(fan).react(message, card.emoji().get(outcome));
            evening.settleVotes();
        }

        void enterResult(int episode, String left) {
            StageForm form = host.slash(channel, "result enter", Map.of("episode", (long) episode))
                    .form();
            StageMessage preview = host.submit(form, new HashMap<>(Map.of("eliminated", List.of(left))))
                    .message();
            assertThat(host.press(preview, preview.button("result-confirm:"))
                            .message()
                            .text())
                    .contains("is in");
            evening.settle();
        }

        void awaitPost(String text) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                evening.settle();
                assertThat(posts()).filteredOn(post -> post.contains(text)).hasSize(1);
            });
        }

        String state(int episode) {
            return report().polls().stream()
                    .filter(poll ->
                            poll.episode().orElse(0) == episode && poll.asks().equals("elimination"))
                    .findFirst()
                    .orElseThrow()
                    .state();
        }

        Map<String, BigDecimal> standings() {
            Map<String, BigDecimal> points = new HashMap<>();
            report().standings().forEach(row -> points.put(row.fan(), row.points()));
            return points;
        }

        private Report report() {
            return evening.bot().reports(server.id()).get(0);
        }

        List<String> posts() {
            return channel.messages().stream().map(StageMessage::text).toList();
        }

        List<String> starts() {
            return server.events().stream()
                    .map(event -> event.path("scheduled_start_time").asText())
                    .toList();
        }

        int requests() {
            return (int)
                    evening.stage().requests().stream().filter(this::isHere).count();
        }

        private boolean isHere(RequestRecord request) {
            return request.path().startsWith("/channels/" + channel.id())
                    || request.path().startsWith("/guilds/" + server.id());
        }

        /** Everything that was ever sent here, edits and events too, is about the season that is played here. */
        void expectNothingOfOthers() {
            List<String> sent = evening.stage().requests().stream()
                    .filter(this::isHere)
                    .flatMap(request -> request.body().stream())
                    .map(Object::toString)
                    .toList();
            assertThat(sent).isNotEmpty();
            for (Place other : all) {
                if (other != this) {
                    assertThat(sent)
                            .noneMatch(body -> body.contains("Season of " + other.name))
                            .noneMatch(body -> body.contains(other.name + " night"));
                }
            }
            assertThat(sent).anyMatch(body -> body.contains(name + " night"));
        }
    }
}

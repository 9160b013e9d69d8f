package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.bot.Report;
import io.github.mirrorball.discord.ShortTimeouts;
import io.github.mirrorball.reference.Outcome;
import io.github.mirrorball.reference.RandomPicks;
import io.github.mirrorball.reference.RealSeason;
import io.github.mirrorball.reference.ReferenceScorer;
import io.github.mirrorball.rehearsal.play.SeasonScript;
import io.github.mirrorball.rehearsal.play.SeasonScript.Scene;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * A whole season in a server as strict as they come: channels that the bot may not view, a ballroom in which only the bot writes, hosts among
 * themselves, reminders of a role that cannot be mentioned, emoji of the server's own, and a network that refuses for no reason.
 */
class StrictSeasonTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FANS = 10;
    private static final long SEED = 33;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FORBIDDEN = 403;

    /** What Discord and what stands before it refuse though it is in order, and every how many requests of which kind. */
    private static final List<Shape> PASSING = List.of(
            new Shape(5, "POST /channels", Fault.page(FORBIDDEN)),
            new Shape(7, "POST /channels", Fault.refusal(FORBIDDEN, 40_333)),
            new Shape(9, "PUT /channels", Fault.refusal(FORBIDDEN, 40_004)),
            new Shape(4, "PATCH /channels", Fault.refusal(FORBIDDEN, 0)),
            new Shape(5, "PATCH /channels", Fault.page(FORBIDDEN)),
            new Shape(3, "POST /guilds", Fault.refusal(400, 40_006)),
            new Shape(3, "PATCH /guilds", Fault.page(FORBIDDEN)));

    private record Shape(int every, String route, Fault fault) {}

    @Test
    void aSeasonInAStrictServerEndsAsTheSecondScorerSays() throws JsonProcessingException {
        ObjectNode season = (ObjectNode) RealSeason.json(Long.toString(SEED));
        JsonNode picks = RandomPicks.of(season, FANS, SEED);
        SeasonScript begins = script(season);
        try (Evening evening =
                new Evening(begins.begins(), InstantSource.system(), ShortTimeouts.retry(Duration.ofMillis(100)))) {
            StageRole fans = lockDown(evening);
            adorn(evening, season);
            SeasonScript script = script(season);
            evening.importSeason(script.announced());
            evening.host()
                    .slash(
                            evening.channel(),
                            "season settings",
                            Map.of("host-channel", evening.server().channel("hosts"), "mention-role", fans))
                    .message();
            evening.settle();
            PASSING.forEach(shape -> evening.stage().faults().failEvery(shape.every(), shape.route(), shape.fault()));

            for (Scene scene : script.scenes()) {
                evening.windTo(scene.at().toString());
                play(evening, script, scene, picks);
            }
            evening.windTo(script.ends().toString());

            Outcome expected = ReferenceScorer.score(season, picks);
            assertThat(rows(evening.report())).isEqualTo(rows(expected)).isNotEmpty();
            assertEverythingIsToldOnce(evening, script);
        }
    }

    /** Nobody but the bot writes in the ballroom, and what is not for it, it does not see. */
    private static StageRole lockDown(Evening evening) {
        evening.server().hideWithNulls();
        evening.server().bot().deny(evening.server().voice("lounge"), Permission.VIEW_CHANNEL);
        evening.server().everyone().deny(evening.server().channel("staff"), Permission.VIEW_CHANNEL);
        evening.server().everyone().deny(evening.channel(), Permission.SEND_MESSAGES, Permission.ADD_REACTIONS);
        evening.server()
                .of(evening.server().botRole)
                .grant(evening.channel(), Permission.SEND_MESSAGES, Permission.ADD_REACTIONS);
        StageChannel hosts = evening.server().channel("hosts");
        evening.server().everyone().deny(hosts, Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES);
        evening.server().of(evening.server().botRole).grant(hosts, Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES);
        StageRole fans = evening.server().role("Ballroom");
        evening.server().setMentionable(fans, false);
        evening.settle();
        evening.restart();
        return fans;
    }

    /** Half of the cast have emoji of the server's own. */
    private static void adorn(Evening evening, ObjectNode season) {
        for (int i = 0; i < season.path("contestants").size(); i += 2) {
            ((ObjectNode) season.path("contestants").path(i))
                    .put("emoji", evening.server().emoji.add("dancer" + i, i % 4 == 0));
        }
    }

    private static SeasonScript script(JsonNode season) throws JsonProcessingException {
        return SeasonScript.read(JSON.writeValueAsString(season).getBytes(StandardCharsets.UTF_8));
    }

    private static void play(Evening evening, SeasonScript script, Scene scene, JsonNode picks) {
        if (scene instanceof Scene.Entering entering) {
            evening.enterResult(entering.episode().number(), Replay.fields(script, entering.result()));
        } else {
            pick(evening, (Scene.Picking) scene, picks);
        }
    }

    private static void pick(Evening evening, Scene.Picking scene, JsonNode picks) {
        int episode = scene.episode().number();
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            evening.settle();
            assertThat(cards(evening, episode)).hasSize(scene.questions().size());
        });
        for (CardReport card : cards(evening, episode)) {
            chosen(picks, episode, card.asks()).forEach((fan, outcome) -> {
                if (card.emoji().containsKey(outcome)) {
                    evening.react(evening.fan(fan), card, outcome);
                }
            });
        }
        evening.settle();
    }

    /** What each fan picks in the end; nobody reacts for who is gone already. */
    private static Map<String, String> chosen(JsonNode picks, int episode, String asks) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (JsonNode pick : picks.path("picks")) {
            if (pick.path("episode").asInt() == episode
                    && pick.path("asks").asText().equals(asks)) {
                chosen.put(pick.path("fan").asText(), pick.path("pick").asText());
            }
        }
        return chosen;
    }

    private static List<CardReport> cards(Evening evening, int episode) {
        return evening.bot().cards(evening.server().id()).stream()
                .filter(card -> card.episode().equals(OptionalInt.of(episode)))
                .toList();
    }

    private static void assertEverythingIsToldOnce(Evening evening, SeasonScript script) {
        int episodes = script.plan().episodes().size();
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            evening.settle();
            assertThat(telling(evening, "The result of")).hasSize(episodes).doesNotHaveDuplicates();
            assertThat(telling(evening, "Picks are locked")).hasSize(episodes);
        });
        long refused = evening.stage().requests().stream()
                .filter(request -> request.status() == FORBIDDEN || request.status() == 400)
                .count();
        assertThat(refused).isGreaterThan(PASSING.size());
        assertThat(evening.channel().messages())
                .allSatisfy(message -> assertThat(message.pinged()).isEmpty());
        // A question that comes after its answer is not asked any more.
        assertThat(evening.server().channel("hosts").messages().stream().map(StageMessage::text))
                .hasSizeBetween(1, episodes)
                .doesNotHaveDuplicates();
        assertThat(evening.server().everyEvent().toString()).doesNotContain("___hidden___");
    }

    private static List<String> telling(Evening evening, String what) {
        return evening.channel().messages().stream()
                .map(StageMessage::text)
                .filter(text -> text.contains(what))
                .map(text -> text.lines().limit(2).toList().toString())
                .toList();
    }

    private static List<String> rows(Report report) {
        return report.standings().stream()
                .map(row -> row(
                        row.rank(),
                        row.fan(),
                        row.points().stripTrailingZeros().toPlainString(),
                        row.correct(),
                        row.picked()))
                .toList();
    }

    private static List<String> rows(Outcome expected) {
        List<String> rows = new ArrayList<>();
        expected.standings()
                .forEach(row -> rows.add(row(
                        row.rank(),
                        row.fan(),
                        row.points().stripTrailingZeros().toPlainString(),
                        row.correct(),
                        row.picked())));
        return rows;
    }

    private static String row(int rank, String fan, String points, int correct, int picked) {
        return "%d %s %s %d %d".formatted(rank, fan, points, correct, picked);
    }
}

package io.github.mirrorball.rehearsal.page;

import static io.github.mirrorball.rehearsal.page.Visitor.customId;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.bot.Report;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever follows the guide enters what they like, which is hardly ever what really happened: the season goes on all the same. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class WrongResultsTest {

    private static final int MOST_STEPS = 40;

    @TempDir
    private Path data;

    private Random random = new Random();

    @Test
    void theSeasonIsPlayedToItsFinale() {
        play(1);
    }

    /** {@code -Drehearsal.wrong=10} plays as many. */
    static LongStream seeds() {
        return LongStream.rangeClosed(2, Integer.getInteger("rehearsal.wrong", 2));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("seeds")
    void otherSeasonsArePlayedToTheirFinaleToo(long seed) {
        play(seed);
    }

    private void play(long seed) {
        random = new Random(seed);
        try (OpenPage page = new OpenPage(data)) {
            Visitor you = page.visitor("You");
            firstWeek(you, page.visitor("Host"));

            String told = "";
            for (int step = 0; step < MOST_STEPS && !told.startsWith("week.over"); step++) {
                if (random.nextInt(3) == 0) {
                    you.control("end");
                    enterSomething(page.visitor("Host"));
                }
                told = you.control("week");
                assertThat(told).doesNotContain("refused", "waits", "unknown");
            }

            assertThat(told).startsWith("week.over");
            assertThat(you.get("state").path("left").asInt()).isZero();
            Report report = page.theatre().reports().get(0);
            assertThat(report.polls())
                    .hasSize(18)
                    .extracting(Report.PollReport::state)
                    .isSubsetOf("resolved", "canceled");
            assertThat(report.polls())
                    .filteredOn(poll -> poll.asks().equals("winner"))
                    .allSatisfy(poll -> assertThat(poll.result()).isNotEmpty());
        }
    }

    /** As the guide says: pick, lock, result, standings. */
    private void firstWeek(Visitor you, Visitor host) {
        JsonNode card = you.newest("Who leaves?");
        JsonNode reaction = any(card.path("reactions"));
        you.post(
                "react",
                Map.of(
                        "message", card.path("id").asText(),
                        "emoji", reaction.path("emoji").path("name").asText(),
                        "on", true));
        assertThat(you.control("lock")).startsWith("vote[\"10\"");
        you.control("end");
        enterSomething(host);
        JsonNode standings = you.message(you.slash("standings", Map.of()));
        if (host.get("state").path("waiting").isMissingNode()) {
            assertThat(standings.toString()).contains("fan\\\\-001", "fan\\\\-002");
        }
    }

    /** Whatever comes to mind, for the earliest night that waits for a result. */
    private void enterSomething(Visitor host) {
        int waiting = host.get("state").path("waiting").asInt();
        if (waiting == 0) {
            return;
        }
        JsonNode opened = host.slash("result enter", Map.of("episode", waiting));
        Map<String, Object> values = new HashMap<>(Map.of("withdrew", List.of(), "placements", ""));
        JsonNode fields = opened.path("form");
        fields.findParents("custom_id").forEach(field -> {
            if (field.path("custom_id").asText().equals("eliminated")) {
                values.put("eliminated", leavers(field.path("options")));
            } else if (field.path("custom_id").asText().equals("marks")) {
                values.put("marks", marks(field.path("value").asText()));
            }
        });
        if (!values.containsKey("eliminated")) {
            values.remove("withdrew");
        }
        JsonNode preview = host.message(
                host.post("submit", Map.of("form", opened.path("id").asText(), "values", values)));
        host.post(
                "press",
                Map.of("message", preview.path("id").asText(), "customId", customId(preview, "result-confirm:")));
    }

    /** Up to three people; now and then nobody, or not said. */
    private List<String> leavers(JsonNode options) {
        List<String> people = options.findValuesAsText("value");
        people.remove("none");
        Collections.shuffle(people, random);
        int left = Math.min(random.nextInt(5), people.size());
        return left == 0 ? List.of("none") : left == 4 ? List.of() : people.subList(0, left);
    }

    /** Marks for some of those who are in; now and then none, or not said. */
    private String marks(String lines) {
        if (random.nextInt(4) == 0) {
            return random.nextBoolean() ? "none" : "";
        }
        return lines.lines()
                .filter(line -> random.nextInt(4) > 0)
                .map(line -> line
                        + IntStream.range(0, 3)
                                .mapToObj(judge -> Integer.toString(5 + random.nextInt(6)))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private JsonNode any(JsonNode list) {
        return list.get(random.nextInt(list.size()));
    }
}

package io.github.mirrorball.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What the fans picked, read off a picks file. */
final class PicksRead {

    private final JsonNode picks;

    PicksRead(JsonNode picks) {
        this.picks = picks;
    }

    /** Each fan's last line on this question, as an outcome; fans in the order of their first line. */
    Map<String, String> on(Question question) {
        Map<String, String> last = new LinkedHashMap<>();
        for (JsonNode line : picks.path("picks")) {
            if (line.path("asks").asText().equals(question.asks())
                    && episodeOf(line).equals(question.number())) {
                last.put(line.path("fan").asText(), outcome(question, line.path("pick")));
            }
        }
        return last;
    }

    /** Everyone who wrote a line, by name. */
    List<String> fans() {
        List<String> fans = new ArrayList<>();
        for (JsonNode line : picks.path("picks")) {
            if (!fans.contains(line.path("fan").asText())) {
                fans.add(line.path("fan").asText());
            }
        }
        fans.sort(String::compareTo);
        return fans;
    }

    /** The one episode that this fan doubles: that of their last line. */
    OptionalInt jokerOf(String fan) {
        OptionalInt episode = OptionalInt.empty();
        for (JsonNode line : picks.path("jokers")) {
            if (line.path("fan").asText().equals(fan)) {
                episode = episodeOf(line);
            }
        }
        return episode;
    }

    /** A season-long line has no episode. */
    private static OptionalInt episodeOf(JsonNode line) {
        return line.path("episode").isNumber()
                ? OptionalInt.of(line.path("episode").asInt())
                : OptionalInt.empty();
    }

    private static String outcome(Question question, JsonNode pick) {
        return question.aboutANumber() ? Numbers.text(new BigDecimal(pick.asText())) : pick.asText();
    }
}

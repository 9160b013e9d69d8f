package io.github.mirrorball.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.rehearsal.play.SeasonScript;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The season that is played: the built-in one, which asks more here, and of which one result is entered wrongly at first. */
record Programme(JsonNode file, SeasonScript script) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GUESSED = "chandler-kinney";
    private static final int WHOLE = 10;

    /** Of the two who leave in this episode, the host names only one at first. */
    static final int SLIP = 2;

    /** As many of its episodes, from the first. */
    static Programme of(int episodes) {
        try (InputStream in =
                SeasonScript.class.getResourceAsStream("/io/github/mirrorball/rehearsal/season-33.json")) {
            ObjectNode season = (ObjectNode) JSON.readTree(in);
            ArrayNode all = season.withArray("episodes");
            while (all.size() > episodes) {
                all.remove(all.size() - 1);
            }
            if (episodes < WHOLE) {
                season.remove("placements");
            }
            season.putObject("settings").put("lowScore", true);
            season.putArray("asks").add("winner");
            askMore(all);
            return new Programme(season, SeasonScript.read(JSON.writeValueAsBytes(season)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void askMore(ArrayNode episodes) {
        for (JsonNode episode : episodes) {
            int number = episode.path("number").asInt();
            if (number % 3 == 2) {
                ((ObjectNode) episode)
                        .withArray("asks")
                        .addObject()
                        .put("ask", "score")
                        .put("contestant", GUESSED);
            } else if (number % 4 == 0) {
                ((ObjectNode) episode).withArray("asks").add("low_score");
            }
        }
    }

    List<Episode> episodes() {
        return script.plan().episodes();
    }

    /** What is asked with this episode; with the first, also what is asked all season. */
    List<Question> questions(Episode episode) {
        List<Question> questions = new ArrayList<>();
        if (episode.equals(episodes().get(0))) {
            script.plan().asks().forEach(ask -> questions.add(new Question(OptionalInt.empty(), ask.key())));
        }
        for (Ask ask : episode.asks()) {
            questions.add(new Question(OptionalInt.of(episode.number()), ask.key()));
        }
        return questions;
    }

    Instant airs(Episode episode) {
        return episode.airs(script.plan().zone());
    }

    Instant ends(Episode episode) {
        return episode.ends(script.plan().zone());
    }

    /** What can be picked all the time. */
    List<String> outcomes(Question question) {
        List<String> outcomes = new ArrayList<>();
        for (Contestant contestant : script.plan().cast()) {
            if (question.episode().isEmpty()
                    || isIn(contestant.id(), question.episode().getAsInt())) {
                outcomes.add(contestant.id());
            }
        }
        if (question.asks().equals("elimination")) {
            outcomes.add(Contestant.NO_ONE);
        }
        return outcomes;
    }

    private boolean isIn(String contestant, int episode) {
        return episodes().stream()
                .takeWhile(earlier -> earlier.number() != episode)
                .noneMatch(earlier -> result(earlier).gone().contains(contestant));
    }

    Result result(Episode episode) {
        return script.plan().results().getOrDefault(episode.number(), Result.NOTHING);
    }

    /** What the host enters at first. */
    Result firstResult(Episode episode) {
        Result right = result(episode);
        return episode.number() == SLIP
                ? new Result(
                        Optional.of(right.eliminated().orElseThrow().subList(0, 1)),
                        right.withdrew(),
                        right.marks(),
                        right.placements(),
                        right.answers())
                : right;
    }

    /** The fields of the form for a result. */
    Map<String, Object> fields(Result result) {
        Map<String, Object> fields = new HashMap<>();
        result.eliminated()
                .ifPresent(left -> fields.put("eliminated", left.isEmpty() ? List.of(Contestant.NO_ONE) : left));
        List<String> marks = new ArrayList<>();
        result.marks().orElse(Map.of()).forEach((who, given) -> {
            StringBuilder line = new StringBuilder(name(who)).append(":");
            given.forEach(mark -> line.append(' ').append(mark.toPlainString()));
            marks.add(line.toString());
        });
        fields.put("marks", marks.isEmpty() ? Contestant.NO_ONE : String.join("\n", marks));
        List<String> places = new ArrayList<>();
        result.placements().forEach((who, place) -> places.add(place + " " + name(who)));
        fields.put("placements", String.join("\n", places));
        return fields;
    }

    private String name(String contestant) {
        return script.contestant(contestant).map(Contestant::name).orElse(contestant);
    }
}

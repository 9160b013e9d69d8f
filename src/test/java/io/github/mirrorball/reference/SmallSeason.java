package io.github.mirrorball.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Seasons and picks small enough to score by hand, written shortly: {@code "ana ben"}, {@code "f1 2 elimination ana"}. */
final class SmallSeason {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode file = JsonNodeFactory.instance.objectNode();

    private SmallSeason() {}

    static SmallSeason of(String cast, Night... nights) {
        SmallSeason season = new SmallSeason();
        season.file.put("format", 1).put("show", "Steps").put("title", "Small").put("timeZone", "Europe/Berlin");
        ArrayNode contestants = season.file.putArray("contestants");
        for (String id : words(cast)) {
            contestants.addObject().put("id", id).put("name", id);
        }
        ArrayNode episodes = season.file.putArray("episodes");
        for (Night night : nights) {
            episodes.add(night.episode);
        }
        return season;
    }

    /** One more field of the season file; its JSON may use single quotes. */
    SmallSeason with(String field, String json) {
        file.set(field, json(json));
        return this;
    }

    /** Lines of fan, episode ({@code -} for season-long), ask and pick. */
    static ObjectNode picks(String... lines) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ArrayNode picks = file.putArray("picks");
        for (String line : lines) {
            String[] words = words(line);
            ObjectNode pick = picks.addObject().put("fan", words[0]);
            if (!words[1].equals("-")) {
                pick.put("episode", Integer.parseInt(words[1]));
            }
            pick.put("asks", words[2]);
            pick.set("pick", words[2].equals("score") ? json(words[3]) : json("'" + words[3] + "'"));
        }
        return file;
    }

    static Outcome score(SmallSeason season, JsonNode picks) {
        return ReferenceScorer.score(season.file, picks);
    }

    /** The standings, a row reading: rank, fan, points, correct/picked. */
    static List<String> rows(Outcome outcome) {
        return outcome.standings().stream()
                .map(row -> "%d %s %s %d/%d"
                        .formatted(row.rank(), row.fan(), row.points().toPlainString(), row.correct(), row.picked()))
                .toList();
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String[] words(String text) {
        return text.trim().split("\\s+", -1);
    }

    /** One episode; it has a result once anything is said about how it went. */
    static final class Night {

        private final ObjectNode episode = JsonNodeFactory.instance.objectNode();

        /** The number is also the day of the month on which it airs. */
        static Night night(int number) {
            Night night = new Night();
            night.episode.put("number", number).put("title", "Night " + number);
            return night.airs("2024-01-%02dT20:00".formatted(number));
        }

        Night airs(String localDateTime) {
            episode.put("airsAt", localDateTime);
            return this;
        }

        /** Names of asks, or JSON objects with single quotes. */
        Night asks(String... asks) {
            ArrayNode array = episode.withArray("asks");
            for (String ask : asks) {
                array.add(json(ask.startsWith("{") ? ask : "'" + ask + "'"));
            }
            return this;
        }

        Night nobodyLeft() {
            result();
            return this;
        }

        Night eliminated(String contestants) {
            return left("eliminated", contestants);
        }

        Night withdrew(String contestants) {
            return left("withdrew", contestants);
        }

        /** Per contestant: {@code "ana 8 7.5"}. */
        Night marks(String... perContestant) {
            ObjectNode scores = result().withObject("scores");
            for (String line : perContestant) {
                String[] words = words(line);
                ArrayNode marks = scores.putArray(words[0]);
                for (int i = 1; i < words.length; i++) {
                    marks.add(json(words[i]));
                }
            }
            return this;
        }

        private Night left(String how, String contestants) {
            ArrayNode names = result().withArray(how);
            for (String contestant : words(contestants)) {
                names.add(contestant);
            }
            return this;
        }

        private ObjectNode result() {
            ObjectNode result = episode.withObject("result");
            result.withArray("eliminated");
            result.withArray("withdrew");
            result.withObject("scores");
            return result;
        }
    }
}

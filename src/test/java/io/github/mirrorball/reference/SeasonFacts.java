package io.github.mirrorball.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened, read off a season file. Every question is answered by going through the episodes again. */
final class SeasonFacts {

    private final JsonNode season;
    private final List<JsonNode> episodes = new ArrayList<>();

    /** The episodes in the order in which they aired: by local air date-time, then by number. */
    SeasonFacts(JsonNode season) {
        this.season = season;
        season.path("episodes").forEach(episodes::add);
        episodes.sort(Comparator.comparing(SeasonFacts::airs).thenComparing(SeasonFacts::number));
    }

    private static LocalDateTime airs(JsonNode episode) {
        return LocalDateTime.parse(episode.path("airsAt").asText());
    }

    private static int number(JsonNode episode) {
        return episode.path("number").asInt();
    }

    /** The ids of everyone who ever took part, in the order of the file. */
    List<String> cast() {
        List<String> ids = new ArrayList<>();
        for (JsonNode contestant : season.path("contestants")) {
            ids.add(contestant.path("id").asText());
        }
        return ids;
    }

    List<JsonNode> episodesAsAired() {
        return List.copyOf(episodes);
    }

    /** Season-long questions first, then each episode's own in the order of its list. */
    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (JsonNode ask : season.path("asks")) {
            addUnlessAskedTwice(Question.of(Optional.empty(), ask), questions);
        }
        for (JsonNode episode : episodes) {
            for (JsonNode ask : episode.path("asks")) {
                addUnlessAskedTwice(Question.of(Optional.of(episode), ask), questions);
            }
        }
        return questions;
    }

    /** A picks file names a question by its episode and its ask, so two alike could not be told apart. */
    private static void addUnlessAskedTwice(Question question, List<Question> questions) {
        for (Question other : questions) {
            if (other.number().equals(question.number()) && other.asks().equals(question.asks())) {
                throw new IllegalArgumentException(question.number() + " asks " + question.asks() + " twice");
            }
        }
        questions.add(question);
    }

    boolean hasResult(JsonNode episode) {
        return episode.path("result").isObject();
    }

    boolean eliminatedIn(JsonNode episode, String contestant) {
        return names(episode.path("result").path("eliminated")).contains(contestant);
    }

    boolean withdrewIn(JsonNode episode, String contestant) {
        return names(episode.path("result").path("withdrew")).contains(contestant);
    }

    boolean everWithdrew(String contestant) {
        for (JsonNode episode : episodes) {
            if (withdrewIn(episode, contestant)) {
                return true;
            }
        }
        return false;
    }

    /** Still in when this episode begins: no earlier episode saw them go. */
    boolean isIn(JsonNode thisEpisode, String contestant) {
        for (JsonNode earlier : episodes) {
            if (number(earlier) == number(thisEpisode)) {
                break;
            }
            if (eliminatedIn(earlier, contestant) || withdrewIn(earlier, contestant)) {
                return false;
            }
        }
        return cast().contains(contestant);
    }

    boolean markedIn(JsonNode episode, String contestant) {
        return episode.path("result").path("scores").path(contestant).size() > 0;
    }

    /** The exact sum of one contestant's marks, then rounded half up to two places. */
    BigDecimal total(JsonNode episode, String contestant) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode mark : episode.path("result").path("scores").path(contestant)) {
            sum = sum.add(new BigDecimal(mark.asText()));
        }
        return sum.setScale(2, RoundingMode.HALF_UP);
    }

    /** The totals of those who were in and were marked. */
    Map<String, BigDecimal> totals(JsonNode episode) {
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        for (String contestant : cast()) {
            if (isIn(episode, contestant) && markedIn(episode, contestant)) {
                totals.put(contestant, total(episode, contestant));
            }
        }
        return totals;
    }

    /** Everyone placed first; nobody until the last episode has its result, since placements are entered with it. */
    List<String> placedFirst() {
        List<String> first = new ArrayList<>();
        if (episodes.isEmpty() || !hasResult(episodes.get(episodes.size() - 1))) {
            return first;
        }
        for (String contestant : cast()) {
            if (season.path("placements").path(contestant).asInt() == 1) {
                first.add(contestant);
            }
        }
        return first;
    }

    JsonNode setting(String name) {
        return season.path("settings").path(name);
    }

    private static List<String> names(JsonNode array) {
        List<String> names = new ArrayList<>();
        array.forEach(name -> names.add(name.asText()));
        return names;
    }
}

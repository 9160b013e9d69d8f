package io.github.mirrorball.rehearsal.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Contestant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Picks that were written down: the last one of a fan for a question is theirs. */
public final class PicksFile implements Picker {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> fans;
    private final Map<PollQuestion, Map<String, String>> picks;

    private PicksFile(List<String> fans, Map<PollQuestion, Map<String, String>> picks) {
        this.fans = List.copyOf(fans);
        this.picks = picks;
    }

    /**
     * Reads a picks file for a season.
     *
     * @throws PlayFailure naming everything that is wrong with it, with its place
     */
    public static PicksFile read(byte[] file, SeasonScript season) {
        try {
            return new Reading(season).read(JSON.readTree(file));
        } catch (JsonProcessingException malformed) {
            throw new PlayFailure(
                    "The picks file is not JSON: line "
                            + malformed.getLocation().getLineNr() + ", column "
                            + malformed.getLocation().getColumnNr() + ": " + malformed.getOriginalMessage() + ".",
                    malformed);
        } catch (IOException unreadable) {
            throw new PlayFailure("The picks file cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
    }

    @Override
    public List<String> fans() {
        return fans;
    }

    @Override
    public Map<String, String> picks(PollQuestion question, List<String> outcomes) {
        return picks.getOrDefault(question, Map.of());
    }

    /** One file under check. */
    private static final class Reading {

        private final SeasonScript season;
        private final Set<String> fans = new LinkedHashSet<>();
        private final Map<PollQuestion, Map<String, String>> picks = new HashMap<>();
        private final List<String> faults = new ArrayList<>();

        Reading(SeasonScript season) {
            this.season = season;
        }

        PicksFile read(JsonNode file) {
            eachOf(file, "fans").forEach(this::readFan);
            eachOf(file, "picks").forEach(this::readPick);
            if (!faults.isEmpty()) {
                throw new PlayFailure("The picks file cannot be used:\n  - " + String.join("\n  - ", faults));
            }
            return new PicksFile(List.copyOf(fans), picks);
        }

        private Map<String, JsonNode> eachOf(JsonNode file, String list) {
            Map<String, JsonNode> byPlace = new LinkedHashMap<>();
            if (!file.path(list).isArray()) {
                faults.add(list + ": there must be a list here.");
            }
            for (JsonNode each : file.path(list)) {
                byPlace.put(list + "[" + byPlace.size() + "]", each);
            }
            return byPlace;
        }

        private void readFan(String place, JsonNode fan) {
            if (!fan.isTextual() || fan.textValue().isBlank()) {
                faults.add(place + ": a fan is a name in quotes.");
            } else if (!fans.add(fan.textValue())) {
                faults.add(place + ": " + fan.textValue() + " is in the list already.");
            }
        }

        private void readPick(String place, JsonNode line) {
            int before = faults.size();
            String fan = text(place, line, "fan");
            if (!fan.isEmpty() && !fans.contains(fan)) {
                faults.add(place + ".fan: " + fan + " is not in the list of fans.");
            }
            Optional<PollQuestion> question = question(place, line);
            String pick = text(place, line, "pick");
            question.ifPresent(asked -> readOutcome(place, asked, pick));
            if (faults.size() == before && question.isPresent()) {
                picks.computeIfAbsent(question.get(), key -> new LinkedHashMap<>())
                        .put(fan, pick);
            }
        }

        private Optional<PollQuestion> question(String place, JsonNode line) {
            String asks = text(place, line, "asks");
            JsonNode number = line.path("episode");
            boolean isSeasonLong = number.isMissingNode() || number.isNull();
            if (!isSeasonLong && !number.isInt()) {
                faults.add(place + ".episode: an episode is a whole number.");
                return Optional.empty();
            }
            if (!isSeasonLong && season.episode(number.intValue()).isEmpty()) {
                faults.add(place + ".episode: the season has no episode " + number.intValue() + ".");
                return Optional.empty();
            }
            PollQuestion question =
                    new PollQuestion(isSeasonLong ? OptionalInt.empty() : OptionalInt.of(number.intValue()), asks);
            if (!asks.isEmpty() && season.ask(question).isEmpty()) {
                String who = isSeasonLong ? "the season as a whole" : "episode " + number.intValue();
                faults.add(place + ".asks: " + who + " does not ask " + asks + ".");
            }
            return season.ask(question).map(known -> question);
        }

        private void readOutcome(String place, PollQuestion question, String pick) {
            AskKind kind = season.ask(question).map(Ask::kind).orElse(AskKind.CUSTOM);
            boolean isOpenEnded = kind == AskKind.CUSTOM || kind == AskKind.SCORE;
            boolean isNoOne = kind == AskKind.ELIMINATION && pick.equals(Contestant.NO_ONE);
            if (!pick.isEmpty()
                    && !isOpenEnded
                    && !isNoOne
                    && season.contestant(pick).isEmpty()) {
                faults.add(place + ".pick: " + question.asks() + " has no outcome " + pick + ".");
            }
        }

        private String text(String place, JsonNode line, String field) {
            if (!line.path(field).isTextual() || line.path(field).textValue().isBlank()) {
                faults.add(place + "." + field + ": there must be a text in quotes here.");
                return "";
            }
            return line.path(field).textValue();
        }
    }
}

package io.github.mirrorball.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.show.Episode;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every episode must have had exactly one scheduled event of Discord's, at its own time. */
final class EventFindings {

    /** Ends with the season and the episode. */
    private static final Pattern MARK = Pattern.compile("Mirrorball · \\S+-\\d+-(\\d+)$");

    private final Programme programme;
    private final Playthrough.Outcome outcome;

    EventFindings(Programme programme, Playthrough.Outcome outcome) {
        this.programme = programme;
        this.outcome = outcome;
    }

    void tell(Consumer<String> line, Consumer<String> fault) {
        programme.episodes().forEach(episode -> check(episode, fault));
        outcome.events().stream()
                .filter(event -> programme.episodes().stream().noneMatch(episode -> isOf(episode, event)))
                .forEach(strange -> fault.accept("nobody's scheduled event: " + strange));
        if (outcome.eventsTakenAway() > 0) {
            fault.accept(
                    outcome.eventsTakenAway() + " scheduled events were taken away, as only doubled ones are here");
        }
        line.accept("SCHEDULED EVENT: %d expected, %d found"
                .formatted(programme.episodes().size(), outcome.events().size()));
    }

    private void check(Episode episode, Consumer<String> fault) {
        List<JsonNode> events =
                outcome.events().stream().filter(event -> isOf(episode, event)).toList();
        if (events.size() != 1) {
            fault.accept("scheduled events of episode " + episode.number() + ": 1 expected, found " + events);
            return;
        }
        Instant starts =
                Instant.parse(events.get(0).path("scheduled_start_time").asText());
        Instant ends = Instant.parse(events.get(0).path("scheduled_end_time").asText());
        if (!starts.equals(programme.airs(episode)) || !ends.equals(programme.ends(episode))) {
            fault.accept("the scheduled event of episode " + episode.number() + " is at another time: " + events);
        }
    }

    private static boolean isOf(Episode episode, JsonNode event) {
        Matcher mark = MARK.matcher(event.path("description").asText());
        return mark.find() && Integer.parseInt(mark.group(1)) == episode.number();
    }
}

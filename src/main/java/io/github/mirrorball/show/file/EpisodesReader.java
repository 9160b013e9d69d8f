package io.github.mirrorball.show.file;

import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the episodes with their results. An episode with a faulty number or air time gets a stand-in, in the order of the file, so
 * that its result can still be checked.
 */
final class EpisodesReader {

    static final int LONGEST_TITLE = 100;

    private static final int MOST = 200;
    private static final int MOST_ASKS = 25;
    private static final int LONGEST_MINUTES = 1440;
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2100;
    private static final List<String> FIELDS = List.of("number", "title", "airsAt", "minutes", "asks", "result");

    private final Optional<ZoneId> zone;
    private final AskRules rules;
    private final Map<Integer, Episode> episodes = new LinkedHashMap<>();
    private final Map<Integer, Result> results = new LinkedHashMap<>();
    private final Map<Integer, Spot> resultSpots = new LinkedHashMap<>();
    private LocalDateTime standIn = LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0);

    EpisodesReader(Optional<ZoneId> zone, AskRules rules) {
        this.zone = zone;
        this.rules = rules;
    }

    void read(Spot spot, int fewest) {
        spot.items(fewest, MOST).forEach(this::readEpisode);
    }

    List<Episode> episodes() {
        return new ArrayList<>(episodes.values());
    }

    Map<Integer, Result> results() {
        return results;
    }

    /** Where the result of an episode stands. */
    Map<Integer, Spot> resultSpots() {
        return resultSpots;
    }

    private void readEpisode(Spot spot) {
        if (!spot.isObjectOf(FIELDS)) {
            return;
        }
        int number = spot.required("number").flatMap(this::number).orElse(-1 - episodes.size());
        Optional<String> title = spot.required("title").flatMap(field -> field.text(LONGEST_TITLE));
        standIn = spot.required("airsAt").flatMap(this::airsAt).orElse(standIn.plusMinutes(1));
        int minutes = spot.field("minutes")
                .flatMap(field -> field.whole(1, LONGEST_MINUTES))
                .orElse(Episode.USUAL_MINUTES);
        List<Ask> asks = spot.required("asks")
                .map(field -> rules.ofEpisode(field, MOST_ASKS))
                .orElse(List.of());
        episodes.put(number, new Episode(number, title.orElse(""), standIn, minutes, asks));
        spot.field("result").ifPresent(result -> {
            results.put(number, ResultJson.read(result, ResultJson.IN_FILES));
            resultSpots.put(number, result);
        });
    }

    private Optional<Integer> number(Spot spot) {
        Optional<Integer> number = spot.whole(1, Episode.LAST_NUMBER);
        if (number.filter(episodes::containsKey).isPresent()) {
            spot.addFault("fault.episode.twice", number.get());
            return Optional.empty();
        }
        return number;
    }

    private Optional<LocalDateTime> airsAt(Spot spot) {
        Optional<LocalDateTime> time = spot.text(text -> parsed(text).isPresent(), "fault.time.malformed")
                .flatMap(EpisodesReader::parsed);
        if (time.filter(at -> at.getYear() < FIRST_YEAR || at.getYear() > LAST_YEAR)
                .isPresent()) {
            spot.addFault("fault.time.year", FIRST_YEAR, LAST_YEAR);
            return Optional.empty();
        }
        if (time.isPresent() && zone.filter(where -> skips(where, time.get())).isPresent()) {
            spot.addFault("fault.time.skipped", zone.get().getId());
        }
        return time;
    }

    /** Whole minutes only: nothing is broadcast at the second, and the databases differ in how finely they keep time. */
    private static Optional<LocalDateTime> parsed(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text)).filter(at -> at.getSecond() == 0 && at.getNano() == 0);
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static boolean skips(ZoneId zone, LocalDateTime time) {
        return zone.getRules().getValidOffsets(time).isEmpty();
    }
}

package io.github.mirrorball.show;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Builds small seasons for tests of the rules. Episodes air a week apart, on Tuesdays at 20:00 in New York, from 2024-09-17. */
public final class SampleSeason {

    private static final LocalDateTime FIRST = LocalDateTime.parse("2024-09-17T20:00");

    private final List<Contestant> cast = new ArrayList<>();
    private final List<Episode> episodes = new ArrayList<>();
    private final Map<Integer, ResultVersion> results = new HashMap<>();
    private List<Ask> asks = List.of();
    private SeasonSettings settings = SeasonSettings.USUAL;
    private ZoneId zone = ZoneId.of("America/New_York");

    private SampleSeason() {}

    public static SampleSeason of(String... cast) {
        SampleSeason sample = new SampleSeason();
        for (String id : cast) {
            sample.cast.add(new Contestant(id, "The " + id, Optional.empty(), Optional.empty()));
        }
        return sample;
    }

    public SampleSeason zone(String id) {
        zone = ZoneId.of(id);
        return this;
    }

    public SampleSeason settings(SeasonSettings others) {
        settings = others;
        return this;
    }

    public SampleSeason asks(Ask... seasonLong) {
        asks = List.of(seasonLong);
        return this;
    }

    /** The next episode, a week after the last. */
    public SampleSeason episode(AskKind... kinds) {
        return episodeAt(FIRST.plusWeeks(episodes.size()).toString(), kinds);
    }

    /** The next episode, at this local time. */
    public SampleSeason episodeAt(String airsAt, AskKind... kinds) {
        return episode(airsAt, Arrays.stream(kinds).map(Ask::of).toArray(Ask[]::new));
    }

    public SampleSeason episode(String airsAt, Ask... asked) {
        int number = episodes.size() + 1;
        episodes.add(new Episode(number, "Night " + number, LocalDateTime.parse(airsAt), 120, List.of(asked)));
        return this;
    }

    public SampleSeason result(int episode, Result result) {
        return result(episode, result, Instant.EPOCH);
    }

    public SampleSeason result(int episode, Result result, Instant at) {
        results.put(episode, new ResultVersion(1, result, at, 1));
        return this;
    }

    public Season season() {
        return new Season(7, 8, "Show", "Title", zone, cast, episodes, asks, settings, Posting.to(9), false, results);
    }

    /** The settings with these options, usual otherwise. */
    public static SeasonSettings options(boolean underdog, OptionalInt best, Map<AskKind, BigDecimal> worth) {
        SeasonSettings usual = SeasonSettings.USUAL;
        return new SeasonSettings(
                usual.openLead(),
                usual.lockOffset(),
                usual.reminders(),
                usual.secret(),
                true,
                underdog,
                usual.joker(),
                best,
                worth,
                usual.crowd(),
                usual.hideSpoilers(),
                usual.revealDelay(),
                usual.language());
    }

    /** These were eliminated, and nothing else is known. */
    public static Result left(String... people) {
        return new Result(Optional.of(List.of(people)), List.of(), Optional.empty(), Map.of(), Map.of());
    }

    public static Result withdrew(Result result, String... people) {
        return new Result(result.eliminated(), List.of(people), result.marks(), result.placements(), result.answers());
    }

    /** With the marks of these contestants, each written like {@code ann 7 8.5}. */
    public static Result marked(Result result, String... lines) {
        Map<String, List<BigDecimal>> marks = new LinkedHashMap<>();
        for (String line : lines) {
            List<String> words = List.of(line.split(" "));
            marks.put(
                    words.get(0),
                    words.subList(1, words.size()).stream().map(BigDecimal::new).toList());
        }
        return new Result(
                result.eliminated(), result.withdrew(), Optional.of(marks), result.placements(), result.answers());
    }

    public static Result placed(Result result, Map<String, Integer> placements) {
        return new Result(result.eliminated(), result.withdrew(), result.marks(), placements, result.answers());
    }

    public static Result answered(Result result, String question, String... right) {
        return new Result(
                result.eliminated(),
                result.withdrew(),
                result.marks(),
                result.placements(),
                Map.of(question, List.of(right)));
    }
}

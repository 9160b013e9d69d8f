package io.github.mirrorball.show.file;

import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.ResultRules;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.SeasonSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a whole season. What is faulty is read as far as it goes, so that everything else is still checked. */
final class SeasonReader {

    private static final int LONGEST_TITLE = 100;
    private static final int MOST_ASKS = 25;
    private static final List<String> FIELDS =
            List.of("format", "show", "title", "timeZone", "contestants", "episodes", "placements", "asks", "settings");

    private final Spot root;
    private final boolean whole;

    /** @param whole whether a season without a cast or an episode is a fault */
    SeasonReader(Spot root, boolean whole) {
        this.root = root;
        this.whole = whole;
    }

    /** The season; of use only if there were no faults. */
    Optional<SeasonPlan> read() {
        if (!root.isObjectOf(FIELDS)) {
            return Optional.empty();
        }
        root.required("format").ifPresent(SeasonReader::checkFormat);
        String show = text("show");
        String title = text("title");
        Optional<ZoneId> zone = root.required("timeZone").flatMap(SeasonReader::zone);
        SeasonSettings settings = root.field("settings").map(SettingsJson::read).orElse(SeasonSettings.USUAL);
        List<Contestant> cast = root.required("contestants")
                .map(spot -> CastReader.read(spot, whole ? CastReader.FEWEST : 0))
                .orElse(List.of());
        AskRules rules =
                new AskRules(cast.stream().map(Contestant::id).collect(Collectors.toSet()), settings.lowScore());
        List<Ask> asks =
                root.field("asks").map(spot -> rules.ofSeason(spot, MOST_ASKS)).orElse(List.of());
        EpisodesReader episodes = new EpisodesReader(zone, rules);
        root.required("episodes").ifPresent(spot -> episodes.read(spot, whole ? 1 : 0));
        SeasonPlan plan = new SeasonPlan(
                show,
                title,
                zone.orElse(ZoneOffset.UTC),
                cast,
                episodes.episodes(),
                asks,
                settings,
                episodes.results());
        return Optional.of(checked(plan, episodes.resultSpots()));
    }

    private String text(String name) {
        return root.required(name).flatMap(spot -> spot.text(LONGEST_TITLE)).orElse("");
    }

    private static void checkFormat(Spot spot) {
        if (!spot.node().isNumber()
                || spot.node().decimalValue().compareTo(BigDecimal.valueOf(SeasonFile.FORMAT)) != 0) {
            spot.addFault("fault.file.format", SeasonFile.FORMAT);
        }
    }

    private static Optional<ZoneId> zone(Spot spot) {
        return spot.text(ZoneId.getAvailableZoneIds()::contains, "fault.zone.unknown")
                .map(ZoneId::of);
    }

    private SeasonPlan checked(SeasonPlan plan, Map<Integer, Spot> spots) {
        Season season = season(plan);
        checkCrowd(season);
        for (Episode episode : season.episodes()) {
            Optional<Spot> spot = Optional.ofNullable(spots.get(episode.number()));
            spot.ifPresent(at -> ResultRules.faults(season, episode, season.result(episode.number()))
                    .forEach(fault -> at.faults().add(prefixed(at, fault))));
        }
        Map<String, Integer> places =
                root.field("placements").map(ResultJson::placements).orElse(Map.of());
        return places.isEmpty() ? plan : placed(plan, season, places);
    }

    /** "No one" makes it 25, which is what a menu holds. */
    private void checkCrowd(Season season) {
        if (season.mostIn() > Season.MOST_IN) {
            root.field("contestants")
                    .ifPresent(spot ->
                            spot.addFault("fault.list.size", CastReader.FEWEST, Season.MOST_IN, season.mostIn()));
        }
    }

    private static Fault prefixed(Spot at, Fault fault) {
        return new Fault(at.place() + "." + fault.place(), fault.key(), fault.args());
    }

    private static Season season(SeasonPlan plan) {
        Map<Integer, ResultVersion> results = new LinkedHashMap<>();
        plan.results().forEach((number, result) -> results.put(number, new ResultVersion(1, result, Instant.EPOCH, 0)));
        return new Season(
                0,
                0,
                plan.show(),
                plan.title(),
                plan.zone(),
                plan.cast(),
                plan.episodes(),
                plan.asks(),
                plan.settings(),
                Posting.to(0),
                false,
                results);
    }

    /** The plan with its placements put where they belong: with the finale's result, or else with the last that is in. */
    private SeasonPlan placed(SeasonPlan plan, Season season, Map<String, Integer> places) {
        Optional<Episode> home =
                season.finale().filter(finale -> hasResult(plan, finale)).or(() -> lastResult(plan));
        if (home.isEmpty()) {
            root.field("placements").ifPresent(spot -> spot.addFault("fault.placements.noResult"));
        }
        home.or(season::finale)
                .ifPresent(episode ->
                        root.faults().addAll(ResultRules.faults(season, episode, with(places, Result.NOTHING))));
        Map<Integer, Result> results = new LinkedHashMap<>(plan.results());
        home.ifPresent(episode -> results.computeIfPresent(episode.number(), (number, result) -> with(places, result)));
        return new SeasonPlan(
                plan.show(),
                plan.title(),
                plan.zone(),
                plan.cast(),
                plan.episodes(),
                plan.asks(),
                plan.settings(),
                results);
    }

    private static boolean hasResult(SeasonPlan plan, Episode episode) {
        return plan.results().containsKey(episode.number());
    }

    private static Optional<Episode> lastResult(SeasonPlan plan) {
        return plan.episodes().stream().filter(each -> hasResult(plan, each)).reduce((earlier, later) -> later);
    }

    private static Result with(Map<String, Integer> places, Result result) {
        return new Result(result.eliminated(), result.withdrew(), result.marks(), places, result.answers());
    }
}

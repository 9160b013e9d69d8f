package io.github.mirrorball.show.sheet;

import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonSettings;
import io.github.mirrorball.show.typed.CastIndex;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a season of a sheet, and a result of each of its nights. Names are found as when they are typed; whom nothing fits is told. */
public final class SheetSeason {

    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final int A_WEEK = 7;

    private SheetSeason() {}

    /**
     * What a file does not say of a season.
     *
     * @param title where the file tells none
     * @param airs when the first night airs; its time of day is that of all whose time the file does not tell
     */
    public record Terms(String title, ZoneId zone, Optional<LocalDateTime> airs) {}

    /** A night's result, and what of it nobody in the cast fits. */
    public record Read(Result result, List<Fault> faults) {}

    /** The season that a sheet describes; empty if it has neither dates nor is told when it begins. */
    public static Optional<Season> of(Sheet sheet, Terms terms) {
        List<Contestant> cast = cast(sheet);
        List<Sheet.Night> nights = sheet.nights().isEmpty() ? made(cast) : sheet.nights();
        if (terms.airs().isEmpty() && nights.get(0).date().isEmpty()) {
            return Optional.empty();
        }
        int finale = finale(sheet, nights);
        LocalDateTime first = terms.airs()
                .or(() -> nights.get(0).date().map(day -> day.atTime(EVENING)))
                .orElseThrow();
        List<Episode> episodes = IntStream.range(0, nights.size())
                .mapToObj(i -> episode(nights.get(i), i, asks(i, finale), first))
                .toList();
        Map<Integer, ResultVersion> results = new HashMap<>();
        for (Sheet.Night night : nights) {
            boolean isLast = nights.indexOf(night) == finale;
            if (night.isOver() || (isLast && !sheet.places().isEmpty())) {
                Result result =
                        result(night, isLast ? sheet.places() : Map.of(), cast).result();
                results.put(number(night, nights), new ResultVersion(1, result, Instant.EPOCH, 0));
            }
        }
        String title = sheet.title().orElse(terms.title());
        return Optional.of(new Season(
                0,
                0,
                title.replaceFirst(",? season \\d+$", ""),
                title,
                terms.zone(),
                cast,
                episodes,
                List.of(),
                SeasonSettings.USUAL,
                Posting.to(0),
                false,
                results));
    }

    private static int number(Sheet.Night night, List<Sheet.Night> nights) {
        return night.number() > 0 ? night.number() : nights.indexOf(night) + 1;
    }

    /** A cast alone leaves one a week until three are left. */
    private static List<Sheet.Night> made(List<Contestant> cast) {
        return IntStream.rangeClosed(1, Math.max(1, cast.size() - 2))
                .mapToObj(NightBuilder::new)
                .map(NightBuilder::build)
                .toList();
    }

    private static Episode episode(Sheet.Night night, int place, List<Ask> asks, LocalDateTime first) {
        LocalTime clock = night.time().orElse(first.toLocalTime());
        LocalDateTime airs = night.date().map(day -> day.atTime(clock)).orElse(first.plusDays((long) place * A_WEEK));
        int number = night.number() > 0 ? night.number() : place + 1;
        return new Episode(number, night.title().orElse("Night " + number), airs, Episode.USUAL_MINUTES, asks);
    }

    /** Where the file tells who won, that was on the last night of which it tells anything; what follows is no contest. */
    private static int finale(Sheet sheet, List<Sheet.Night> nights) {
        return IntStream.iterate(nights.size() - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> sheet.places().isEmpty() || nights.get(i).isOver())
                .findFirst()
                .orElse(nights.size() - 1);
    }

    private static List<Ask> asks(int place, int finale) {
        if (place > finale) {
            return List.of();
        }
        return place == finale && place > 0
                ? List.of(Ask.of(AskKind.WINNER))
                : List.of(Ask.of(AskKind.ELIMINATION), Ask.of(AskKind.TOP_SCORE));
    }

    /** Whoever the sheet lists, each with an id made from the name. */
    public static List<Contestant> cast(Sheet sheet) {
        List<Contestant> cast = new ArrayList<>();
        for (Sheet.Person person : sheet.cast()) {
            List<String> taken = cast.stream().map(Contestant::id).toList();
            cast.add(new Contestant(
                    Contestant.id(person.name(), taken), person.name(), person.partner(), Optional.empty()));
        }
        return cast;
    }

    /** A night's result for this cast. */
    public static Read result(Sheet.Night night, Map<String, Integer> places, List<Contestant> cast) {
        List<Fault> faults = new ArrayList<>();
        Names names = new Names(new CastIndex(cast), faults);
        Map<String, List<BigDecimal>> marks = new LinkedHashMap<>();
        night.marks().forEach((name, given) -> names.find(name).ifPresent(who -> marks.put(who, given)));
        Map<String, Integer> placed = new LinkedHashMap<>();
        places.forEach((name, place) -> names.find(name).ifPresent(who -> placed.put(who, place)));
        return new Read(
                new Result(
                        night.eliminated()
                                .map(people ->
                                        people.stream().flatMap(names::stream).toList()),
                        night.withdrew().stream().flatMap(names::stream).toList(),
                        marks.isEmpty() ? Optional.empty() : Optional.of(marks),
                        placed,
                        Map.of()),
                faults);
    }

    private record Names(CastIndex index, List<Fault> faults) {

        Optional<String> find(String name) {
            var match = index.find(name);
            if (match.only().isEmpty()) {
                faults.add(match.fault(name));
            }
            return match.only().map(Contestant::id);
        }

        Stream<String> stream(String name) {
            return find(name).stream();
        }
    }
}

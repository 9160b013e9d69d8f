package io.github.mirrorball.show.sheet;

import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.SeasonPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A season file as a sheet, so that its results can be added to those of a season. */
public final class PlanSheet {

    private PlanSheet() {}

    /** The sheet of a plan. */
    public static Sheet of(SeasonPlan plan) {
        Map<String, String> labels = plan.cast().stream().collect(Collectors.toMap(Contestant::id, Contestant::label));
        Function<String, String> label = id -> labels.getOrDefault(id, id);
        List<Sheet.Night> nights = new ArrayList<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Episode episode : plan.episodes()) {
            Result result =
                    Optional.ofNullable(plan.results().get(episode.number())).orElse(Result.NOTHING);
            nights.add(night(episode, result, label));
            result.placements().forEach((who, place) -> places.put(label.apply(who), place));
        }
        List<Sheet.Person> cast = plan.cast().stream()
                .map(who -> new Sheet.Person(who.name(), who.partner()))
                .toList();
        return new Sheet(Optional.of(plan.title()), cast, nights, places, List.of());
    }

    private static Sheet.Night night(Episode episode, Result result, Function<String, String> label) {
        Map<String, List<BigDecimal>> marks = new LinkedHashMap<>();
        result.marks().orElse(Map.of()).forEach((who, given) -> marks.put(label.apply(who), given));
        return new Sheet.Night(
                episode.number(),
                Optional.of(episode.title()),
                Optional.of(episode.airsAt().toLocalDate()),
                Optional.of(episode.airsAt().toLocalTime()),
                marks,
                result.eliminated().map(people -> people.stream().map(label).toList()),
                result.withdrew().stream().map(label).toList());
    }
}

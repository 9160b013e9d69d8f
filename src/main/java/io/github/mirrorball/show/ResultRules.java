package io.github.mirrorball.show;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a result must keep to. Used by the season file and by hosts' forms alike. */
public final class ResultRules {

    /** Decimal places that a mark may have. */
    public static final int PLACES = 4;

    private ResultRules() {}

    /** Everything that stands against this result of an episode, given the results of earlier episodes; places are relative to the result. */
    public static List<Fault> faults(Season season, Episode episode, Result result) {
        Set<String> gone = season.goneBefore(episode);
        List<Fault> faults = new ArrayList<>();
        checkPeople(season, gone, "eliminated", result.eliminated().orElse(List.of()), faults);
        checkPeople(season, gone, "withdrew", result.withdrew(), faults);
        result.withdrew().stream()
                .filter(who -> result.eliminated().orElse(List.of()).contains(who))
                .forEach(who -> faults.add(Fault.at("withdrew", "fault.result.both", name(season, who))));
        result.marks().orElse(Map.of()).forEach((who, marks) -> checkMarks(season, gone, who, marks, faults));
        result.placements().forEach((who, place) -> checkPlace(season, who, place, faults));
        if (!result.placements().isEmpty() && !result.placements().containsValue(1)) {
            faults.add(Fault.at("placements", "fault.result.noWinner"));
        }
        result.answers().forEach((question, right) -> checkAnswers(season, episode, question, right, faults));
        return faults;
    }

    private static void checkPeople(
            Season season, Set<String> gone, String part, List<String> people, List<Fault> faults) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < people.size(); i++) {
            String who = people.get(i);
            String place = part + "[" + i + "]";
            checkKnown(season, who, place, faults);
            if (gone.contains(who)) {
                faults.add(Fault.at(place, "fault.result.alreadyOut", name(season, who)));
            }
            if (!seen.add(who)) {
                faults.add(Fault.at(place, "fault.result.twice", name(season, who)));
            }
        }
    }

    private static void checkMarks(
            Season season, Set<String> gone, String who, List<BigDecimal> marks, List<Fault> faults) {
        String place = "scores." + who;
        checkKnown(season, who, place, faults);
        if (gone.contains(who)) {
            faults.add(Fault.at(place, "fault.result.markedButOut", name(season, who)));
        }
        for (BigDecimal mark : marks) {
            if (mark.signum() < 0) {
                faults.add(Fault.at(place, "fault.result.negativeMark", mark.toPlainString()));
            }
            if (mark.stripTrailingZeros().scale() > PLACES) {
                faults.add(Fault.at(place, "fault.result.finerMark", mark.toPlainString(), PLACES));
            }
        }
    }

    private static void checkPlace(Season season, String who, int place, List<Fault> faults) {
        checkKnown(season, who, "placements." + who, faults);
        if (place < 1) {
            faults.add(Fault.at("placements." + who, "fault.result.place", place));
        }
    }

    private static void checkAnswers(
            Season season, Episode episode, String question, List<String> right, List<Fault> faults) {
        String place = "answers." + question;
        Optional<Ask> asked = Stream.concat(episode.asks().stream(), season.asks().stream())
                .filter(ask -> ask.question().filter(question::equals).isPresent())
                .findFirst();
        if (asked.isEmpty()) {
            faults.add(Fault.at(place, "fault.result.notAsked"));
            return;
        }
        right.stream()
                .filter(answer -> !asked.get().answers().contains(answer))
                .forEach(answer -> faults.add(Fault.at(place, "fault.result.noSuchAnswer", answer)));
    }

    private static void checkKnown(Season season, String who, String place, List<Fault> faults) {
        if (season.contestant(who).isEmpty()) {
            faults.add(Fault.at(place, "fault.contestant.unknown", who));
        }
    }

    private static String name(Season season, String who) {
        return season.contestant(who).map(Contestant::name).orElse(who);
    }
}

package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.typed.CastIndex;
import io.github.mirrorball.show.typed.CastMatch;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Marks and places as hosts type them on a phone: a line a contestant, such as {@code Ilona: 7 7 8.5} or {@code 1 Joey}. Every line that
 * cannot be read is a fault of its own.
 */
final class MarksText {

    /** What a host writes when there were no marks that night. */
    static final String NO_MARKS = "none";

    private static final Pattern MARKED = Pattern.compile("(.+?)[\\s:=]+([\\d.][\\d.,\\s/+]*)");
    private static final Pattern UNMARKED = Pattern.compile("(.+?)\\s*[:=]\\s*");
    private static final Pattern PLACED = Pattern.compile("(\\d{1,3})[.):]?\\s+(.+)");
    private static final Pattern PLACED_AFTER = Pattern.compile("(.+?)[\\s:=]+(\\d{1,3})");

    private final CastIndex index;
    private final boolean commaIsPoint;
    private final List<Fault> faults = new ArrayList<>();

    /** @param language of whoever typed it; only where it writes decimals with a comma, 8,5 is eight and a half */
    MarksText(List<Contestant> contestants, Locale language) {
        this.index = new CastIndex(contestants);
        this.commaIsPoint = DecimalFormatSymbols.getInstance(language).getDecimalSeparator() == ',';
    }

    /** What could not be read. */
    List<Fault> faults() {
        return faults;
    }

    /** The marks, empty if nothing was typed but names; an empty map for {@link #NO_MARKS}. */
    Optional<Map<String, List<BigDecimal>>> marks(String text) {
        if (text.strip().equalsIgnoreCase(NO_MARKS)) {
            return Optional.of(Map.of());
        }
        Map<String, List<BigDecimal>> marks = new LinkedHashMap<>();
        lines(text).forEach(line -> marks(line, marks));
        return marks.isEmpty() ? Optional.empty() : Optional.of(marks);
    }

    /** The lines that hold anything, with plain spaces for those that must not break. */
    private static Stream<String> lines(String text) {
        return text.replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty());
    }

    private void marks(String line, Map<String, List<BigDecimal>> marks) {
        Matcher marked = MARKED.matcher(line);
        if (UNMARKED.matcher(line).matches()) {
            return;
        }
        if (!marked.matches()) {
            faults.add(Fault.at("", "marks.unreadable", line));
            return;
        }
        contestant(marked.group(1)).ifPresent(who -> {
            List<BigDecimal> given = numbers(line, marked.group(2));
            if (marks.put(who.id(), given) != null) {
                faults.add(Fault.at("", "marks.twice", who.name()));
            }
        });
    }

    private List<BigDecimal> numbers(String line, String text) {
        List<BigDecimal> numbers = new ArrayList<>();
        String typed = commaIsPoint ? text.replace(',', '.') : text;
        for (String number : typed.strip().split("[\\s/+]+")) {
            if (number.matches("\\d{1,6}(\\.\\d{1,6})?")) {
                numbers.add(new BigDecimal(number));
            } else {
                faults.add(Fault.at("", "marks.unreadable", line));
            }
        }
        return numbers;
    }

    /** The places; empty if nothing was typed. */
    Map<String, Integer> placements(String text) {
        Map<String, Integer> placements = new LinkedHashMap<>();
        lines(text).forEach(line -> placement(line, placements));
        return placements;
    }

    private void placement(String line, Map<String, Integer> placements) {
        Matcher before = PLACED.matcher(line);
        Matcher after = PLACED_AFTER.matcher(line);
        if (before.matches()) {
            contestant(before.group(2)).ifPresent(who -> put(who, before.group(1), placements));
        } else if (after.matches()) {
            contestant(after.group(1)).ifPresent(who -> put(who, after.group(2), placements));
        } else {
            faults.add(Fault.at("", "placements.unreadable", line));
        }
    }

    private void put(Contestant who, String place, Map<String, Integer> placements) {
        if (placements.put(who.id(), Integer.parseInt(place)) != null) {
            faults.add(Fault.at("", "marks.twice", who.name()));
        }
    }

    private Optional<Contestant> contestant(String typed) {
        CastMatch match = index.find(typed);
        if (match.only().isEmpty()) {
            faults.add(match.fault(typed));
        }
        return match.only();
    }

    /** Marks as a host would type them, with a line for whoever has none yet. */
    static String written(List<Contestant> contestants, Optional<Map<String, List<BigDecimal>>> marks) {
        if (marks.filter(Map::isEmpty).isPresent()) {
            return NO_MARKS;
        }
        Map<String, List<BigDecimal>> given = marks.orElse(Map.of());
        CastIndex index = new CastIndex(contestants);
        return contestants.stream()
                .map(who -> index.shortName(who) + ": "
                        + given.getOrDefault(who.id(), List.of()).stream()
                                .map(Wording::points)
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    /** Places as a host would type them. */
    static String written(List<Contestant> contestants, Map<String, Integer> placements) {
        CastIndex index = new CastIndex(contestants);
        return contestants.stream()
                .filter(who -> placements.containsKey(who.id()))
                .sorted(Comparator.comparing(who -> placements.get(who.id())))
                .map(who -> placements.get(who.id()) + " " + index.shortName(who))
                .collect(Collectors.joining("\n"));
    }
}

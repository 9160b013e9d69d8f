package io.github.mirrorball.show.typed;

import io.github.mirrorball.show.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The judges' scores of one line, as people write them: {@code 8, 8, 8}, {@code 24 (8, 8, 8)}, {@code 8+8+8}, {@code 8 8 8 = 24}. A total is
 * only checked; what can be read in two ways is a fault that names both.
 */
final class ScoreText {

    /** What may stand in scores; anything else belongs to a name. */
    static final Pattern ALLOWED = Pattern.compile("(?i)(?:[\\d.,;+/|=() -]|\\bn/?a\\b)*");

    private static final BigDecimal FAR_ABOVE = new BigDecimal("1.5");
    private static final BigDecimal USUAL_MOST = BigDecimal.TEN;
    private static final BigDecimal MOST_ALONE = BigDecimal.valueOf(100);
    private static final Pattern NO_SCORE = Pattern.compile("(?i)\\bn/?a\\b|(?<=^|[\\s,;+/|(])-+(?=$|[\\s,;+/|)])");
    private static final Pattern TOTAL_FIRST = Pattern.compile("([\\d.,]+)\\s*\\(([^()]+)\\)");
    private static final Pattern TOTAL_LAST = Pattern.compile("([^=]*)=\\s*([\\d.,]+)");
    private static final Pattern OUT_OF = Pattern.compile("([\\d.,]+)/(\\d{2,})");
    private static final Pattern BETWEEN = Pattern.compile("[\\s+/|;()]+|,(?=\\s|$)");
    private static final Pattern COMMAS = Pattern.compile("\\d+(?:,\\d+){2,}");
    private static final Pattern ONE_COMMA = Pattern.compile("\\d+,\\d+");
    private static final Pattern HALVES_AND_QUARTERS = Pattern.compile("\\d+,(?:5|25|75)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:\\.\\d{1,6})?");

    private final String line;
    private final boolean commaIsPoint;

    /** @param commaIsPoint whether whoever typed it writes 8,9 for eight and nine tenths */
    ScoreText(String line, boolean commaIsPoint) {
        this.line = line;
        this.commaIsPoint = commaIsPoint;
    }

    /** The scores. */
    List<BigDecimal> read(String scores) throws Unclear {
        String text = NO_SCORE.matcher(scores.strip()).replaceAll(" ").strip();
        Matcher first = TOTAL_FIRST.matcher(text);
        Matcher last = TOTAL_LAST.matcher(text);
        if (first.matches()) {
            return checked(numbers(first.group(2)), number(first.group(1)));
        }
        if (last.matches()) {
            List<BigDecimal> given = numbers(last.group(1));
            BigDecimal total = number(last.group(2));
            return given.isEmpty() ? List.of(total) : checked(given, total);
        }
        readOutOf(text);
        List<BigDecimal> given = numbers(text);
        return text.contains("+") ? given : withoutTotal(given);
    }

    /** Scores as a host would type them; with plus signs where plain ones would be taken for a total. */
    static String written(List<BigDecimal> given) {
        String spaced = joined(given, " ");
        try {
            boolean readsBack = given.isEmpty()
                    || joined(new ScoreText(spaced, false).read(spaced), " ").equals(spaced);
            return readsBack ? spaced : joined(given, "+");
        } catch (Unclear unclear) {
            return given.size() == 1 ? "= " + spaced : joined(given, "+");
        }
    }

    private List<BigDecimal> checked(List<BigDecimal> given, BigDecimal total) throws Unclear {
        if (sum(given).compareTo(total) != 0) {
            throw new Unclear(
                    Fault.at("", "marks.total", line, plain(sum(given)), plain(total)),
                    List.of(written(given), "= " + plain(total)));
        }
        return given;
    }

    /** Scores "out of": nobody knows whether the second number is a score. */
    private void readOutOf(String text) throws Unclear {
        List<String> parts = Stream.of(text.split(" ")).toList();
        if (parts.stream().allMatch(part -> OUT_OF.matcher(part).matches())) {
            String scores =
                    parts.stream().map(part -> part.replaceAll("/.*", "")).collect(Collectors.joining(" "));
            String all = text.replaceAll("[ /]+", "+");
            throw unclear(parts.size() == 1 ? "= " + scores : scores, all);
        }
    }

    /** The last number of a row may be the total of those before it. */
    private List<BigDecimal> withoutTotal(List<BigDecimal> given) throws Unclear {
        if (given.size() == 1 && given.get(0).compareTo(MOST_ALONE) > 0) {
            String digits = plain(given.get(0));
            throw unclear(
                    "= " + digits, String.join(" ", digits.replace(".", "").split("")));
        }
        if (given.size() < 2) {
            return given;
        }
        List<BigDecimal> before = given.subList(0, given.size() - 1);
        BigDecimal last = given.get(given.size() - 1);
        if (before.size() > 1 && last.compareTo(USUAL_MOST) > 0 && sum(before).compareTo(last) == 0) {
            return before;
        }
        List<BigDecimal> usual =
                given.stream().filter(each -> !standsOut(each, given)).toList();
        if (usual.size() < given.size()) {
            throw unclear(joined(usual, " "), joined(given, "+"));
        }
        return given;
    }

    /** Whether a number is above what judges usually give, and far above the least of the others: it may be a total. */
    private static boolean standsOut(BigDecimal one, List<BigDecimal> given) {
        BigDecimal least = Collections.min(given);
        return one.compareTo(USUAL_MOST) > 0 && one.compareTo(least.multiply(FAR_ABOVE)) > 0;
    }

    private List<BigDecimal> numbers(String text) throws Unclear {
        List<String> parts = Stream.of(BETWEEN.split(text))
                .flatMap(part -> COMMAS.matcher(part).matches() ? Stream.of(part.split(",")) : Stream.of(part))
                .filter(part -> !part.isEmpty())
                .toList();
        boolean isMixed = parts.stream().anyMatch(part -> !part.contains(","));
        List<BigDecimal> numbers = new ArrayList<>();
        for (String part : parts) {
            if (ONE_COMMA.matcher(part).matches()
                    && !commaIsPoint
                    && !(isMixed && HALVES_AND_QUARTERS.matcher(part).matches())) {
                throw unclear(part.replace(',', '.'), part.replace(',', ' '));
            }
            numbers.add(number(part));
        }
        return numbers;
    }

    private BigDecimal number(String part) throws Unclear {
        return Optional.of(part.replace(',', '.'))
                .filter(text -> NUMBER.matcher(text).matches())
                .map(BigDecimal::new)
                .orElseThrow(() -> new Unclear(Fault.at("", "marks.unreadable", line), List.of()));
    }

    private Unclear unclear(String one, String other) {
        return new Unclear(Fault.at("", "marks.doubtful", line, one, other), List.of(one, other));
    }

    private static BigDecimal sum(List<BigDecimal> given) {
        return given.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String joined(List<BigDecimal> given, String between) {
        return given.stream().map(ScoreText::plain).collect(Collectors.joining(between));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Scores that cannot be read with certainty, and what may be meant. Carries no trace. */
    static final class Unclear extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Fault fault;
        private final transient List<String> readings;

        Unclear(Fault fault, List<String> readings) {
            super(fault.key(), null, false, false);
            this.fault = fault;
            this.readings = readings;
        }

        Fault fault() {
            return fault;
        }

        List<String> readings() {
            return readings;
        }
    }
}

package io.github.mirrorball.show.typed;

import io.github.mirrorball.show.TypedText;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day in a text, as people write it. Words are those of all languages that the messages have. */
final class DayText {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"));
    private static final Map<String, DayOfWeek> WEEKDAYS =
            words(DayOfWeek.values(), (day, style) -> language -> day.getDisplayName(style, language));
    private static final Map<String, Month> MONTHS =
            words(Month.values(), (month, style) -> language -> month.getDisplayName(style, language));

    private static final int CENTURY = 2000;
    private static final int A_YEAR = 12;
    private static final String YEAR = "(\\d{4}|\\d{2})";
    private static final Pattern ISO =
            Pattern.compile("(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:t\\b)?(?!\\d)");
    private static final Pattern DOTTED =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\.\\s?(\\d{1,2})(?:\\.\\s?" + YEAR + "(?![\\d:])|\\.|(?=\\s|$))");
    private static final Pattern SLASHED =
            Pattern.compile("(?<!\\d)(\\d{1,2})[/-](\\d{1,2})(?:[/-]" + YEAR + ")?(?![\\d:])");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s?(?:of |de )?(\\p{L}{3,}\\.?)(?:,?\\s(?:de )?(\\d{4})(?![\\d:]))?");
    private static final Pattern MONTH_DAY =
            Pattern.compile("(\\p{L}{3,}\\.?)\\s(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,?\\s(\\d{4})(?![\\d:]))?");

    private DayText() {}

    private static <T> Map<String, T> words(
            T[] all, BiFunction<T, TextStyle, java.util.function.Function<Locale, String>> name) {
        Map<String, T> words = new HashMap<>();
        for (T each : all) {
            for (Locale language : LANGUAGES) {
                Arrays.stream(TextStyle.values())
                        .filter(style -> style != TextStyle.NARROW && style != TextStyle.NARROW_STANDALONE)
                        .map(style -> key(name.apply(each, style).apply(language)))
                        .filter(word -> word.length() > 1)
                        .forEach(word -> words.putIfAbsent(word, each));
            }
        }
        return words;
    }

    private static String key(String word) {
        return TypedText.withoutAccents(word).replace(".", "");
    }

    /** Takes a day of the week. */
    static Optional<DayOfWeek> weekday(Parts parts) {
        return parts.take(word -> {
            String key = key(word);
            Optional<DayOfWeek> begun = key.startsWith("tues") || key.startsWith("thur")
                    ? Optional.of(key.startsWith("tues") ? DayOfWeek.TUESDAY : DayOfWeek.THURSDAY)
                    : Optional.empty();
            return Optional.ofNullable(WEEKDAYS.get(key)).or(() -> begun);
        });
    }

    /** Takes the date, in every way in which it can be read; empty if there is none. */
    static List<LocalDate> dates(Parts parts, LocalDate today) {
        if (parts.takes("today|tonight|heute|heute abend|hoy|aujourd'hui")) {
            return List.of(today);
        }
        if (parts.takes("tomorrow|morgen|ma[nñ]ana|demain")) {
            return List.of(today.plusDays(1));
        }
        return parts.take(
                        ISO,
                        found -> Optional.of(
                                List.of(LocalDate.of(number(found, 1), number(found, 2), number(found, 3)))))
                .or(() -> parts.take(DOTTED, found -> dated(today, number(found, 2), number(found, 1), year(found))))
                .or(() -> parts.take(SLASHED, found -> slashed(today, found)))
                .or(() -> parts.take(
                        DAY_MONTH,
                        found -> month(found.group(2))
                                .flatMap(month -> dated(today, month, number(found, 1), year(found)))))
                .or(() -> parts.take(
                        MONTH_DAY,
                        found -> month(found.group(1))
                                .flatMap(month -> dated(today, month, number(found, 2), year(found)))))
                .orElse(List.of());
    }

    private static Optional<Integer> month(String word) {
        return Optional.ofNullable(MONTHS.get(key(word))).map(Month::getValue);
    }

    private static Optional<Integer> year(Matcher found) {
        return Optional.ofNullable(found.group(3))
                .map(Integer::parseInt)
                .map(year -> year < 100 ? CENTURY + year : year);
    }

    private static Optional<List<LocalDate>> dated(LocalDate today, int month, int day, Optional<Integer> year) {
        if (month < 1 || month > A_YEAR) {
            return Optional.empty();
        }
        return Optional.of(year.map(each -> List.of(LocalDate.of(each, month, day)))
                .orElseGet(() -> TimeText.inSomeYear(today, month, day)));
    }

    /** Which of the two is the month, some write first and some last. */
    private static Optional<List<LocalDate>> slashed(LocalDate today, Matcher found) {
        int one = number(found, 1);
        int two = number(found, 2);
        List<LocalDate> dates = new ArrayList<>();
        if (one <= A_YEAR) {
            dated(today, one, two, year(found)).ifPresent(dates::addAll);
        }
        if (two <= A_YEAR && one != two) {
            dated(today, two, one, year(found)).ifPresent(dates::addAll);
        }
        return dates.isEmpty() ? Optional.empty() : Optional.of(dates);
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}

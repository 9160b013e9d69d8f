package io.github.mirrorball.show.typed;

import io.github.mirrorball.show.TypedText;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Dates and times as people write them: {@code Tue 8pm}, {@code 8 pm ET}, {@code 24.9. 20:00}, {@code 9/24 8:00 PM},
 * {@code 1 October 2024 20:00}, {@code in 3 days}, {@code <t:1789516800:F>}. The whole text must be understood, or none of it is.
 */
public final class TimeText {

    private static final Pattern TIMESTAMP = Pattern.compile("<t:(-?\\d{1,12})(?::[tdfr])?>");
    private static final Pattern IN = Pattern.compile("(?:in|en|dans)\\s+(\\d{1,4}|an?|one|einer?|einem|une?|una?)\\s*"
            + "(minute[ns]?|min|minutos?|hours?|hrs?|h|stunden?|std|horas?|heures?|days?|tag(?:en)?|d[ií]as?|jours?|weeks?"
            + "|wochen?|semanas?|semaines?)\\b");
    private static final Pattern FILLERS =
            Pattern.compile("\\b(?:at|on|um|am|den|el|la|las|a las|le|à|of|de|the|uhr|h)\\b|[,·@]");
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2100;
    private static final Duration FAR = Duration.ofDays(400);
    private static final Duration JUST_OVER = Duration.ofDays(60);
    private static final int DAYS_OF_A_WEEK = 7;

    private final ZoneId zone;
    private final Instant now;

    /**
     * @param zone in which times are meant unless they name another, and in which they are told
     * @param now the instant from which "Tue" and "in 3 days" are reckoned
     */
    public TimeText(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /** What may be meant. Never throws for what is typed. */
    public TimeReading read(String typed) {
        String text = TypedText.caseFolded(typed);
        Matcher timestamp = TIMESTAMP.matcher(text);
        try {
            return timestamp.matches()
                    ? TimeReading.certain(
                            LocalDateTime.ofInstant(Instant.ofEpochSecond(Long.parseLong(timestamp.group(1))), zone))
                    : reading(text);
        } catch (DateTimeException impossible) {
            return TimeReading.NONE;
        }
    }

    private TimeReading reading(String text) {
        Parts parts = new Parts(text);
        ZoneId said = parts.take(ZoneText::abbreviation).orElse(zone);
        LocalDateTime here = LocalDateTime.ofInstant(now, said).truncatedTo(ChronoUnit.MINUTES);
        Optional<LocalDateTime> later = parts.take(IN, in -> later(here, in));
        List<LocalTime> clocks = ClockText.take(parts);
        Optional<DayOfWeek> weekday = DayText.weekday(parts);
        boolean isNext = weekday.isPresent() && parts.takes("next|n[äa]chste[nr]?|pr[oó]ximo|prochaine?");
        List<LocalDate> dates = DayText.dates(parts, here.toLocalDate());
        if (!parts.rest(FILLERS).isEmpty()) {
            return TimeReading.NONE;
        }
        if (later.isPresent()) {
            return weekday.isPresent() || !dates.isEmpty() ? TimeReading.NONE : relative(later.get(), clocks, said);
        }
        if (clocks.isEmpty()) {
            return TimeReading.NONE;
        }
        List<LocalDateTime> readings = days(here, dates, weekday, isNext, clocks)
                .distinct()
                .map(local -> here(local, said))
                .toList();
        return new TimeReading(readings, readings.stream().allMatch(this::isFar));
    }

    private TimeReading relative(LocalDateTime later, List<LocalTime> clocks, ZoneId said) {
        Stream<LocalDateTime> times =
                clocks.isEmpty() ? Stream.of(later) : clocks.stream().map(later.toLocalDate()::atTime);
        return new TimeReading(times.map(local -> here(local, said)).toList(), false);
    }

    /** A time that clocks skip stays as it is, so that it is told as such. */
    private LocalDateTime here(LocalDateTime local, ZoneId said) {
        return said.equals(zone)
                ? local
                : local.atZone(said).withZoneSameInstant(zone).toLocalDateTime();
    }

    private static Optional<LocalDateTime> later(LocalDateTime here, Matcher in) {
        long count = Character.isDigit(in.group(1).charAt(0)) ? Long.parseLong(in.group(1)) : 1;
        String unit = in.group(2);
        if (unit.startsWith("min")) {
            return Optional.of(here.plusMinutes(count));
        }
        if (unit.startsWith("h") || unit.startsWith("st")) {
            return Optional.of(here.plusHours(count));
        }
        boolean isWeeks = unit.startsWith("w") || unit.startsWith("sem");
        return Optional.of(isWeeks ? here.plusWeeks(count) : here.plusDays(count));
    }

    private Stream<LocalDateTime> days(
            LocalDateTime here,
            List<LocalDate> dates,
            Optional<DayOfWeek> weekday,
            boolean isNext,
            List<LocalTime> clocks) {
        List<LocalDateTime> days = new ArrayList<>();
        for (LocalTime clock : clocks) {
            if (dates.isEmpty()) {
                LocalDateTime first = first(here, weekday, clock);
                days.add(first);
                if (isNext) {
                    days.add(first.plusDays(DAYS_OF_A_WEEK));
                }
            }
            for (LocalDate date : dates) {
                days.add(date.atTime(clock));
                weekday.filter(day -> day != date.getDayOfWeek())
                        .map(day -> nearest(date, day).atTime(clock))
                        .ifPresent(days::add);
            }
        }
        return days.stream();
    }

    /** The first such time from now on. */
    private static LocalDateTime first(LocalDateTime here, Optional<DayOfWeek> weekday, LocalTime clock) {
        LocalDateTime today = here.toLocalDate().atTime(clock);
        LocalDateTime day = today.isAfter(here) ? today : today.plusDays(1);
        while (weekday.filter(wanted -> wanted != today.getDayOfWeek()).isPresent()
                && day.getDayOfWeek() != weekday.orElseThrow()) {
            day = day.plusDays(1);
        }
        return weekday.filter(wanted -> wanted == today.getDayOfWeek()).isPresent() && !today.isAfter(here)
                ? today.plusDays(DAYS_OF_A_WEEK)
                : day;
    }

    /** Whoever says "Tue 2 December" of a Wednesday may have mistaken either. */
    private static LocalDate nearest(LocalDate date, DayOfWeek day) {
        int ahead = Math.floorMod(day.getValue() - date.getDayOfWeek().getValue(), DAYS_OF_A_WEEK);
        return date.plusDays(ahead > DAYS_OF_A_WEEK / 2 ? ahead - DAYS_OF_A_WEEK : ahead);
    }

    /** What no season can have is told by its rules. */
    private boolean isFar(LocalDateTime local) {
        return local.getYear() >= FIRST_YEAR
                && local.getYear() <= LAST_YEAR
                && Duration.between(now, local.atZone(zone).toInstant()).abs().compareTo(FAR) > 0;
    }

    /** A date without a year: the next one, and the last one, too, where that is just over. */
    static List<LocalDate> inSomeYear(LocalDate today, int month, int day) {
        List<LocalDate> dates = new ArrayList<>();
        LocalDate next = LocalDate.of(today.getYear(), month, day);
        if (next.isBefore(today)) {
            if (next.plusDays(JUST_OVER.toDays()).isAfter(today)) {
                dates.add(next);
            }
            dates.add(next.plusYears(1));
        } else {
            dates.add(next);
        }
        return dates;
    }
}

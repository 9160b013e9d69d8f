package io.github.mirrorball.show.typed;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time of day in a text, as people write it; an hour that may be in the morning or in the evening has two meanings. */
final class ClockText {

    private static final int NOON = 12;

    private static final Pattern HALF_DAY =
            Pattern.compile("(?<![\\d.:/-])(\\d{1,2})(?:[:.](\\d{2}))?(?::00)?\\s?([ap])\\.?\\s?m\\b\\.?");
    private static final Pattern COLON = Pattern.compile("(?<![\\d.:/-])(\\d{1,2}):(\\d{2})(?::00)?(?![\\d:])");
    private static final Pattern HOUR =
            Pattern.compile("(?<![\\d.:/-])(\\d{1,2})(?:[.:](\\d{2}))?\\s?(?:uhr|h)(\\d{2})?\\b");
    private static final Pattern DOTTED = Pattern.compile("(?<![\\d.:/-])(\\d{1,2})\\.(\\d{2})(?![\\d.])");

    private ClockText() {}

    /** Takes the time of day; empty if there is none. */
    static List<LocalTime> take(Parts parts) {
        if (parts.takes("noon|midi|mittags?|mediod[ií]a")) {
            return List.of(LocalTime.NOON);
        }
        return parts.take(HALF_DAY, ClockText::halfDay)
                .or(() -> parts.take(COLON, found -> clock(found.group(1), found.group(2))))
                .or(() -> parts.take(HOUR, found -> clock(found.group(1), minutes(found))))
                .or(() -> parts.take(DOTTED, found -> clock(found.group(1), found.group(2))))
                .orElse(List.of());
    }

    private static String minutes(Matcher found) {
        return Optional.ofNullable(found.group(2))
                .or(() -> Optional.ofNullable(found.group(3)))
                .orElse("00");
    }

    private static Optional<List<LocalTime>> halfDay(Matcher found) {
        int hour = Integer.parseInt(found.group(1));
        int minute = Optional.ofNullable(found.group(2)).map(Integer::parseInt).orElse(0);
        if (hour < 1 || hour > NOON || minute > 59) {
            return Optional.empty();
        }
        return Optional.of(List.of(LocalTime.of(hour % NOON + (found.group(3).equals("p") ? NOON : 0), minute)));
    }

    /** Eight may be in the morning or in the evening; whoever writes 08 means the morning. */
    private static Optional<List<LocalTime>> clock(String hours, String minutes) {
        int hour = Integer.parseInt(hours);
        int minute = Integer.parseInt(minutes);
        if (hour > 23 || minute > 59) {
            return Optional.empty();
        }
        LocalTime time = LocalTime.of(hour, minute);
        boolean isOpen = hours.length() == 1 && hour > 0;
        return Optional.of(isOpen ? List.of(time.plusHours(NOON), time) : List.of(time));
    }
}

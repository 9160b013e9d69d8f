package io.github.mirrorball.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** When a season's episodes air, local time; half of the seasons begin shortly before their zone changes its clocks. */
final class RandomNights {

    private static final List<String> ZONES = List.of(
            "America/New_York",
            "America/Los_Angeles",
            "America/St_Johns",
            "America/Sao_Paulo",
            "Europe/London",
            "Europe/Berlin",
            "Asia/Kolkata",
            "Asia/Tokyo",
            "Australia/Sydney",
            "Australia/Lord_Howe",
            "Pacific/Chatham");
    private static final int[][] RHYTHMS = {{7}, {7}, {1, 6}, {3, 4}, {1, 1, 5}, {7, 1, 14, 2}};

    private RandomNights() {}

    static ZoneId zone(Random random) {
        return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    }

    static List<LocalDateTime> of(Random random, ZoneId zone, int count) {
        int[] rhythm = RHYTHMS[random.nextInt(RHYTHMS.length)];
        LocalTime usual = LocalTime.of(18 + random.nextInt(3), 15 * random.nextInt(4));
        LocalDate date = firstDate(random, zone);
        List<LocalDateTime> nights = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean anHourLater = random.nextInt(5) == 0;
            nights.add(date.atTime(anHourLater ? usual.plusHours(1) : usual));
            date = date.plusDays(rhythm[i % rhythm.length]);
        }
        return nights;
    }

    private static LocalDate firstDate(Random random, ZoneId zone) {
        LocalDate any = LocalDate.of(2005, 1, 1).plusDays(random.nextInt(25 * 365));
        Instant from = any.atStartOfDay(ZoneOffset.UTC).toInstant();
        ZoneOffsetTransition change = zone.getRules().nextTransition(from);
        if (change == null || random.nextBoolean()) {
            return any;
        }
        return change.getDateTimeBefore().toLocalDate().minusDays(1 + random.nextInt(20));
    }
}

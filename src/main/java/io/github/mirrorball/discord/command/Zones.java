package io.github.mirrorball.discord.command;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Time zones as people know them: a region and a city. */
final class Zones {

    private static final Pattern REGION_AND_CITY =
            Pattern.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC");
    private static final List<String> ALL = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> REGION_AND_CITY.matcher(id).matches())
            .sorted()
            .toList();

    private Zones() {}

    /** Zones whose region or city has what is typed; those whose city begins with it come first. */
    static Stream<String> like(String typed) {
        String wanted = words(typed);
        return ALL.stream()
                .filter(id -> words(id).contains(wanted))
                .sorted(Comparator.comparing(id -> !city(id).startsWith(wanted)));
    }

    /** The zone with this id, however its letters and spaces are typed. */
    static Optional<ZoneId> named(String typed) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> words(id).equals(words(typed)))
                .findFirst()
                .map(ZoneId::of);
    }

    private static String city(String id) {
        return words(id.substring(id.lastIndexOf('/') + 1));
    }

    private static String words(String text) {
        return text.strip().replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}

package io.github.mirrorball.show.typed;

import io.github.mirrorball.show.TypedText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Time zones as people name them: a city, a country, {@code ET}, {@code Eastern}, {@code UTC+2}, or the zone's own id. Countries are those
 * of the time zone database.
 */
public final class ZoneText {

    private static final Pattern REGION_AND_CITY =
            Pattern.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC");
    private static final Pattern FROM_UTC = Pattern.compile("(?:utc|gmt)\\s?([+-])\\s?(\\d{1,2})(?::?00)?");
    private static final Pattern ETC = Pattern.compile("etc/gmt([+-])(\\d{1,2})");
    private static final int MOST_AHEAD = 14;
    private static final int MOST_BEHIND = 12;
    private static final List<String> ALL = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> REGION_AND_CITY.matcher(id).matches())
            .sorted()
            .toList();
    private static final Map<String, List<String>> COUNTRIES = countries();

    /** What viewers call zones; where one name means several, none of them is here. */
    private static final Map<String, String> NAMES = names();

    private ZoneText() {}

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        addName(names, "America/New_York", "et", "est", "edt", "eastern");
        addName(names, "America/Chicago", "ct", "cdt", "central");
        addName(names, "America/Denver", "mt", "mst", "mdt", "mountain");
        addName(names, "America/Los_Angeles", "pt", "pst", "pdt", "pacific");
        addName(names, "Europe/London", "uk", "bst", "england", "scotland", "wales");
        addName(names, "Europe/Berlin", "cet", "cest", "mez", "mesz");
        addName(names, "Europe/Athens", "eet", "eest");
        addName(names, "Australia/Sydney", "aest", "aedt");
        addName(names, "Pacific/Auckland", "nzst", "nzdt");
        addName(names, "Asia/Tokyo", "jst");
        addName(names, "UTC", "gmt", "utc", "zulu");
        return names;
    }

    private static void addName(Map<String, String> names, String id, String... all) {
        for (String each : all) {
            names.put(each, id);
        }
    }

    /** Every zone that may be meant, the likeliest first; the only one is the one that is meant. */
    public static List<ZoneId> find(String typed) {
        String wanted = words(typed);
        Optional<ZoneId> exact = named(wanted);
        return exact.map(List::of)
                .orElseGet(() -> fitting(wanted).distinct().map(ZoneId::of).toList());
    }

    private static Optional<ZoneId> named(String wanted) {
        String bare = wanted.replaceFirst("\\s(?:standard |daylight )?time$", "");
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> words(id).equals(wanted) && (id.contains("/") || id.equals("UTC")))
                .findFirst()
                .map(ZoneId::of)
                .or(() -> abbreviation(bare));
    }

    /** What is typed of a city or a region, or a whole country. */
    private static Stream<String> fitting(String wanted) {
        List<String> country = COUNTRIES.getOrDefault(wanted, List.of());
        Stream<String> whole = ALL.stream().filter(id -> city(id).equals(wanted));
        Stream<String> begun = ALL.stream()
                .filter(id -> words(id).contains(wanted))
                .sorted(Comparator.comparing(id -> !city(id).startsWith(wanted)));
        List<String> exact = Stream.concat(whole, country.stream()).toList();
        return exact.isEmpty() ? begun : exact.stream();
    }

    /** Zones for what is typed so far. */
    public static Stream<String> suggest(String typed) {
        String wanted = words(typed);
        Stream<String> named = abbreviation(wanted).map(ZoneId::getId).stream();
        Stream<String> ofCountries = wanted.length() < 3
                ? Stream.empty()
                : COUNTRIES.entrySet().stream()
                        .filter(country -> country.getKey().startsWith(wanted))
                        .flatMap(country -> country.getValue().stream());
        Stream<String> cities = ALL.stream()
                .filter(id -> words(id).contains(wanted))
                .sorted(Comparator.comparing(id -> !city(id).startsWith(wanted)));
        return Stream.of(named, cities, ofCountries).flatMap(all -> all).distinct();
    }

    /** The zone of a name that viewers use, or of a distance from UTC. */
    static Optional<ZoneId> abbreviation(String typed) {
        String wanted = words(typed);
        Matcher distance = FROM_UTC.matcher(wanted);
        if (distance.matches()) {
            return fromUtc(distance.group(1).equals("+"), Integer.parseInt(distance.group(2)));
        }
        return Optional.ofNullable(NAMES.get(wanted)).map(ZoneId::of);
    }

    /** In the ids of such zones the sign is the other way round: Etc/GMT-2 is two hours ahead. */
    private static Optional<ZoneId> fromUtc(boolean isAhead, int hours) {
        if (hours > (isAhead ? MOST_AHEAD : MOST_BEHIND)) {
            return Optional.empty();
        }
        return Optional.of(ZoneId.of(hours == 0 ? "UTC" : "Etc/GMT" + (isAhead ? "-" : "+") + hours));
    }

    /** What an id of the kind Etc/GMT-4 means: UTC+4. Its sign is the other way round than most people think. */
    public static Optional<String> turnedRound(String typed) {
        Matcher etc = ETC.matcher(words(typed));
        return etc.matches()
                ? Optional.of("UTC" + (etc.group(1).equals("-") ? "+" : "-") + etc.group(2))
                : Optional.empty();
    }

    private static String city(String id) {
        return words(id.substring(id.lastIndexOf('/') + 1));
    }

    private static String words(String text) {
        return TypedText.withoutAccents(text.replace('_', ' '))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Map<String, List<String>> countries() {
        Map<String, List<String>> countries = new HashMap<>();
        try (InputStream in = ZoneText.class.getResourceAsStream("zones.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        in == null ? InputStream.nullInputStream() : in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> addCountry(countries, line.split("\t")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return countries;
    }

    private static void addCountry(Map<String, List<String>> countries, String[] row) {
        for (String code : row[0].split(",")) {
            Locale country = new Locale.Builder().setRegion(code).build();
            Stream.of("en", "de", "es", "fr")
                    .map(Locale::forLanguageTag)
                    .map(language -> words(country.getDisplayCountry(language)))
                    .distinct()
                    .forEach(name -> countries
                            .computeIfAbsent(name, each -> new ArrayList<>())
                            .add(row[1]));
        }
    }
}

package io.github.mirrorball.show.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.SeasonSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Settings as an object that says only what is not usual. */
final class SettingsJson {

    private static final List<String> FIELDS = List.of(
            "openLeadHours",
            "lockOffsetMinutes",
            "reminderMinutes",
            "secret",
            "lowScore",
            "underdog",
            "joker",
            "bestEpisodes",
            "worth",
            "crowd",
            "hideSpoilers",
            "revealDelayHours",
            "language");
    private static final int LONGEST_LEAD = 720;
    /** Polls open 12 hours before air at the latest, so a lock must come after that. */
    private static final int EARLIEST_LOCK = -600;

    private static final int LATEST_LOCK = 120;
    private static final int MOST_REMINDERS = 5;
    private static final int SHORTEST_REMINDER = 5;
    private static final int LONGEST_REMINDER = 10_080;
    private static final int MOST_BEST = 60;
    private static final int LONGEST_DELAY = 168;
    private static final SeasonSettings USUAL = SeasonSettings.USUAL;

    private SettingsJson() {}

    static ObjectNode write(SeasonSettings settings) {
        ObjectNode object = Nodes.object();
        readTimes(object, settings);
        readFlag(object, "secret", settings.secret(), USUAL.secret());
        readFlag(object, "lowScore", settings.lowScore(), USUAL.lowScore());
        readFlag(object, "underdog", settings.underdog(), USUAL.underdog());
        readFlag(object, "joker", settings.joker(), USUAL.joker());
        settings.bestEpisodes().ifPresent(best -> object.put("bestEpisodes", best));
        if (!settings.worth().isEmpty()) {
            ObjectNode worth = object.putObject("worth");
            settings.worth().forEach((kind, points) -> worth.put(kind.id(), Nodes.plain(points)));
        }
        readFlag(object, "crowd", settings.crowd(), USUAL.crowd());
        readFlag(object, "hideSpoilers", settings.hideSpoilers(), USUAL.hideSpoilers());
        if (!settings.revealDelay().equals(USUAL.revealDelay())) {
            object.put("revealDelayHours", settings.revealDelay().toHours());
        }
        if (!settings.language().equals(USUAL.language())) {
            object.put("language", settings.language());
        }
        return object;
    }

    private static void readTimes(ObjectNode object, SeasonSettings settings) {
        if (!settings.openLead().equals(USUAL.openLead())) {
            object.put("openLeadHours", settings.openLead().toHours());
        }
        if (!settings.lockOffset().equals(USUAL.lockOffset())) {
            object.put("lockOffsetMinutes", settings.lockOffset().toMinutes());
        }
        if (!settings.reminders().equals(USUAL.reminders())) {
            ArrayNode reminders = object.putArray("reminderMinutes");
            settings.reminders().forEach(lead -> reminders.add(lead.toMinutes()));
        }
    }

    private static void readFlag(ObjectNode object, String name, boolean value, boolean usual) {
        if (value != usual) {
            object.put(name, value);
        }
    }

    /** The settings that stand here, each usual where it is left out or faulty. */
    static SeasonSettings read(Spot spot) {
        if (!spot.isObjectOf(FIELDS)) {
            return USUAL;
        }
        return new SeasonSettings(
                whole(spot, "openLeadHours", 1, LONGEST_LEAD)
                        .map(Duration::ofHours)
                        .orElse(USUAL.openLead()),
                whole(spot, "lockOffsetMinutes", EARLIEST_LOCK, LATEST_LOCK)
                        .map(Duration::ofMinutes)
                        .orElse(USUAL.lockOffset()),
                spot.field("reminderMinutes").map(SettingsJson::reminders).orElse(USUAL.reminders()),
                readFlag(spot, "secret", USUAL.secret()),
                readFlag(spot, "lowScore", USUAL.lowScore()),
                readFlag(spot, "underdog", USUAL.underdog()),
                readFlag(spot, "joker", USUAL.joker()),
                whole(spot, "bestEpisodes", 1, MOST_BEST)
                        .map(best -> OptionalInt.of(best.intValue()))
                        .orElse(USUAL.bestEpisodes()),
                spot.field("worth").map(SettingsJson::worth).orElse(USUAL.worth()),
                readFlag(spot, "crowd", USUAL.crowd()),
                readFlag(spot, "hideSpoilers", USUAL.hideSpoilers()),
                whole(spot, "revealDelayHours", 0, LONGEST_DELAY)
                        .map(Duration::ofHours)
                        .orElse(USUAL.revealDelay()),
                spot.field("language").flatMap(SettingsJson::language).orElse(USUAL.language()));
    }

    private static Optional<Long> whole(Spot spot, String name, int least, int most) {
        return spot.field(name).flatMap(field -> field.whole(least, most)).map(Integer::longValue);
    }

    private static boolean readFlag(Spot spot, String name, boolean usual) {
        return spot.field(name).flatMap(Spot::flag).orElse(usual);
    }

    private static List<Duration> reminders(Spot spot) {
        List<Duration> reminders = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (Spot item : spot.items(0, MOST_REMINDERS)) {
            Optional<Integer> lead = item.whole(SHORTEST_REMINDER, LONGEST_REMINDER);
            lead.filter(minutes -> !seen.add(minutes))
                    .ifPresent(minutes -> item.addFault("fault.settings.sameReminder"));
            lead.map(Duration::ofMinutes).ifPresent(reminders::add);
        }
        return reminders;
    }

    private static Map<AskKind, BigDecimal> worth(Spot spot) {
        Map<AskKind, BigDecimal> worth = new EnumMap<>(AskKind.class);
        spot.entries().forEach((name, points) -> {
            Optional<AskKind> kind = AskKind.named(name);
            if (kind.isEmpty()) {
                points.addFault("fault.ask.unknown", Spot.shown(name), AskJson.names());
            }
            AskJson.worth(points).ifPresent(value -> kind.ifPresent(known -> worth.put(known, value)));
        });
        return worth;
    }

    private static Optional<String> language(Spot spot) {
        return spot.text(SettingsJson::isLanguage, "fault.settings.language")
                .map(tag -> Locale.forLanguageTag(tag).toLanguageTag());
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException malformed) {
            return false;
        }
    }
}

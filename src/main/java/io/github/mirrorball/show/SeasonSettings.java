package io.github.mirrorball.show;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The rules and habits of one season that travel with its file. What belongs to one server, such as its channels, is in {@link Posting}.
 *
 * @param openLead how long before air time polls open at the earliest
 * @param lockOffset from air time to the lock; negative locks earlier
 * @param reminders leads before the lock at which the channel is reminded
 * @param secret whether ballots are secret unless a poll says otherwise
 * @param lowScore whether the season may ask for the lowest total
 * @param underdog whether rare right picks earn up to their worth again
 * @param joker whether a fan may double one episode
 * @param bestEpisodes how many of a fan's episodes count, where not all do
 * @param worth points for a right pick by kind, where it differs from the usual
 * @param crowd whether The Crowd is shown as an unranked line of the standings
 * @param hideSpoilers whether result posts stand behind spoiler marks
 * @param revealDelay how long a result waits before it takes effect for fans
 * @param language BCP 47 tag of the season's posts
 */
public record SeasonSettings(
        Duration openLead,
        Duration lockOffset,
        List<Duration> reminders,
        boolean secret,
        boolean lowScore,
        boolean underdog,
        boolean joker,
        OptionalInt bestEpisodes,
        Map<AskKind, BigDecimal> worth,
        boolean crowd,
        boolean hideSpoilers,
        Duration revealDelay,
        String language) {

    /** What a season does unless its host says otherwise. */
    public static final SeasonSettings USUAL = new SeasonSettings(
            Duration.ofDays(6),
            Duration.ZERO,
            List.of(Duration.ofHours(24), Duration.ofHours(1)),
            false,
            false,
            false,
            false,
            OptionalInt.empty(),
            Map.of(),
            false,
            false,
            Duration.ZERO,
            "en");

    public SeasonSettings {
        reminders = List.copyOf(reminders);
        Map<AskKind, BigDecimal> sorted = new EnumMap<>(AskKind.class);
        sorted.putAll(worth);
        worth = Collections.unmodifiableMap(sorted);
    }

    /** The same settings for posts in another language. */
    public SeasonSettings in(String otherLanguage) {
        return new SeasonSettings(
                openLead,
                lockOffset,
                reminders,
                secret,
                lowScore,
                underdog,
                joker,
                bestEpisodes,
                worth,
                crowd,
                hideSpoilers,
                revealDelay,
                otherLanguage);
    }

    /** Points for a right pick of this ask: its own, else the season's for its kind, else the usual. */
    public BigDecimal worth(Ask ask) {
        return ask.worth()
                .orElseGet(() -> worth.getOrDefault(ask.kind(), ask.kind().worth()));
    }
}

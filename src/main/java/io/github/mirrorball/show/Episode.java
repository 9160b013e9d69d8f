package io.github.mirrorball.show;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One broadcast.
 *
 * @param number unique in its season, and how everyone names it
 * @param airsAt local date and time in the season's zone; instants are derived, so that a change of the zone's rules moves nothing
 * @param minutes running time
 */
public record Episode(int number, String title, LocalDateTime airsAt, int minutes, List<Ask> asks) {

    /** The largest number that an episode can have. */
    public static final int LAST_NUMBER = 9999;

    /** Running time unless said otherwise, in minutes. */
    public static final int USUAL_MINUTES = 120;

    /** The order in which episodes are broadcast: by air time, then by number. */
    public static final Comparator<Episode> BY_AIR_TIME =
            Comparator.comparing(Episode::airsAt).thenComparing(Episode::number);

    public Episode {
        asks = List.copyOf(asks);
    }

    /** The same episode with one more question. */
    public Episode asking(Ask ask) {
        return new Episode(
                number,
                title,
                airsAt,
                minutes,
                Stream.concat(asks.stream(), Stream.of(ask)).toList());
    }

    /** The instant of air time. A local time that happens twice means the first; one that is skipped means after the gap. */
    public Instant airs(ZoneId zone) {
        return airsAt.atZone(zone).toInstant();
    }

    /** The instant at which the broadcast is over. */
    public Instant ends(ZoneId zone) {
        return airs(zone).plus(Duration.ofMinutes(minutes));
    }
}

package io.github.mirrorball.show.typed;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a typed time may mean.
 *
 * @param readings local times, the likeliest first; none if the text is no time
 * @param isFar whether all of them are so far from now that a year may be mistyped
 */
public record TimeReading(List<LocalDateTime> readings, boolean isFar) {

    static final TimeReading NONE = new TimeReading(List.of(), false);

    public TimeReading {
        readings = List.copyOf(readings);
    }

    static TimeReading certain(LocalDateTime time) {
        return new TimeReading(List.of(time), false);
    }

    /** The time that is meant without a doubt. */
    public Optional<LocalDateTime> certain() {
        return readings.size() == 1 && !isFar ? Optional.of(readings.get(0)) : Optional.empty();
    }
}

package io.github.mirrorball.poll;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a host decided about one poll, which no change of the season undoes.
 *
 * @param calledOff whether it counts for nobody, whatever the results say
 * @param lock when it locks, local to the season's zone, where that is not the season's own rule
 */
public record ManualOverride(boolean calledOff, Optional<LocalDateTime> lock) {

    /** The season's own rules hold. */
    public static final ManualOverride NOTHING = new ManualOverride(false, Optional.empty());

    /** The instant of the host's own lock. */
    public Optional<Instant> locks(ZoneId zone) {
        return lock.map(local -> local.atZone(zone).toInstant());
    }

    /** The same with a lock of its own. */
    public ManualOverride lockingAt(LocalDateTime local) {
        return new ManualOverride(calledOff, Optional.of(local));
    }

    /** The same, called off or not. */
    public ManualOverride calledOff(boolean now) {
        return new ManualOverride(now, lock);
    }
}

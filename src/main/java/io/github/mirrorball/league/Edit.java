package io.github.mirrorball.league;

import io.github.mirrorball.show.Season;
import java.time.Instant;

/** A pure change of a season. It may be worked out several times: once to show what it would do, and again when it is done. */
@FunctionalInterface
public interface Edit {

    /** What this makes of the season at this instant of the show clock. */
    Change on(Season season, Instant now);
}

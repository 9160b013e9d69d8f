package io.github.mirrorball.league;

import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Season;
import java.util.List;

/** What an edit makes of a season. */
public sealed interface Change {

    /**
     * It can be.
     *
     * @param season as it would be; a result that differs is the next version of its episode's
     * @param what for the audit log, such as {@code contestant.add}
     * @param before what was changed as it was, empty where it is new
     * @param after the same as it becomes, empty where it goes
     */
    record Made(Season season, String what, String before, String after) implements Change {}

    /** It cannot be, and why. */
    record Refused(List<Fault> faults) implements Change {}

    /** A refusal for one reason. */
    static Change refused(String key, Object... args) {
        return new Refused(List.of(Fault.at("", key, args)));
    }
}

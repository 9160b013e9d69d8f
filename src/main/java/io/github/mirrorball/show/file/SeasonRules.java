package io.github.mirrorball.show.file;

import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Season;
import java.util.ArrayList;
import java.util.List;

/**
 * What a season must keep to, however it is set up: the rules of its file, except that a season which is still being set up may lack
 * contestants and episodes.
 */
public final class SeasonRules {

    private SeasonRules() {}

    /** Everything that stands against a season as it is, with the places that its file would have. */
    public static List<Fault> faults(Season season) {
        List<Fault> faults = new ArrayList<>();
        new SeasonReader(new Spot(SeasonWriter.tree(season), "", faults), false).read();
        return List.copyOf(faults);
    }
}

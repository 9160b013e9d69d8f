package io.github.mirrorball.show.file;

import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.SeasonPlan;
import java.util.List;

/** What reading a season file came to: the season, or all that is wrong with the file. */
public sealed interface Reading {

    /** The file is sound. */
    record Read(SeasonPlan plan) implements Reading {}

    /** The file is not; nothing of it is used. */
    record Faulty(List<Fault> faults) implements Reading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}

package io.github.mirrorball.show.sheet;

import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.file.Reading;
import java.util.List;

/** What a file turned out to be. */
public sealed interface SheetReading {

    /** A season file, sound or not. */
    record SeasonJson(Reading reading) implements SheetReading {}

    /** A table, or a wiki page's source. */
    record Found(Sheet sheet) implements SheetReading {}

    /** Nothing that can be read. */
    record Unreadable(Fault fault) implements SheetReading {}

    /** Nothing that can be read, and why. */
    static SheetReading unreadable(String key, Object... args) {
        return new Unreadable(new Fault("", key, List.of(args)));
    }
}

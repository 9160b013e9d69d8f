package io.github.mirrorball.show.typed;

import io.github.mirrorball.show.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * A line that can be read in several ways. Nothing of it is taken until whoever typed it says which.
 *
 * @param fault what to tell
 * @param line its number in the text, from 0
 * @param readings what the line could say instead; an empty one leaves it out
 */
public record Doubt(Fault fault, int line, List<String> readings) {

    public Doubt {
        readings = List.copyOf(readings);
    }

    /** The text that it stands in, with this reading in place of the line. */
    public String resolve(String text, int reading) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        String meant = readings.get(reading);
        if (meant.isEmpty()) {
            lines.remove(line);
        } else {
            lines.set(line, meant);
        }
        return String.join("\n", lines);
    }
}

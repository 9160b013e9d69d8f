package io.github.mirrorball.show.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonPlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A season as a file: JSON in UTF-8, described in docs/architecture.md, section 11. There {@code "scores": null} says that the scores are
 * still to come, where a result without scores says that there were none.
 */
public final class SeasonFile {

    /** The only format there is so far. */
    public static final int FORMAT = 1;

    /** Bytes that a file may have. */
    public static final int LARGEST = 1 << 20;

    private SeasonFile() {}

    /** Reads a file. Never throws for what is in it. */
    public static Reading read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return new Reading.Faulty(List.of(Fault.at("", "fault.file.tooLarge", LARGEST >> 10)));
        }
        List<Fault> faults = new ArrayList<>();
        Optional<JsonNode> tree = Tree.read(bytes, faults);
        Optional<SeasonPlan> plan = tree.flatMap(root -> new SeasonReader(new Spot(root, "", faults), true).read());
        return plan.filter(complete -> faults.isEmpty())
                .<Reading>map(Reading.Read::new)
                .orElseGet(() -> new Reading.Faulty(faults));
    }

    /** Writes a season with its results. What belongs to one server, such as channels and who entered a result, stays behind. */
    public static byte[] write(Season season) {
        return (Layout.of(SeasonWriter.tree(season)) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}

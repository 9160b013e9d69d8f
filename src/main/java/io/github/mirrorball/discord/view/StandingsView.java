package io.github.mirrorball.discord.view;

import io.github.mirrorball.show.Messages;
import io.github.mirrorball.standings.Standing;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of the standings as text. */
public final class StandingsView {

    private StandingsView() {}

    /** The rows, a line each; the first three ranks have medals. */
    public static String rows(Messages words, List<Standing> standings) {
        return standings.stream().map(standing -> row(words, standing)).collect(Collectors.joining("\n"));
    }

    /** One row. */
    public static String row(Messages words, Standing standing) {
        return words.text(
                "standings.row",
                place(standing.rank()),
                Markdown.escape(standing.name()),
                Wording.points(standing.points()),
                standing.correct(),
                standing.picked());
    }

    private static String place(int rank) {
        return switch (rank) {
            case 1 -> "🥇";
            case 2 -> "🥈";
            case 3 -> "🥉";
            default -> "`" + rank + ".`";
        };
    }
}

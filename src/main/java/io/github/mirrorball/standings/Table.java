package io.github.mirrorball.standings;

import java.util.List;

/**
 * The standings of one scope.
 *
 * @param rows best first
 * @param crowd what {@link Crowd} would have in it, which has no rank
 */
public record Table(Scope scope, List<Standing> rows, Totals crowd) {

    public Table {
        rows = List.copyOf(rows);
    }
}

package io.github.mirrorball.rehearsal;

import io.github.mirrorball.bot.Report;
import java.util.ArrayList;
import java.util.List;

/** Final standings as a table for the terminal. */
final class StandingsTable {

    private static final String[] HEAD = {"Rank", "Fan", "Points", "Correct", "Picked"};
    private static final int NAMES = 1;
    private static final String GAP = "  ";

    private StandingsTable() {}

    /** The table, its heading first. */
    static List<String> of(Report report) {
        List<String[]> rows = new ArrayList<>();
        rows.add(HEAD);
        report.standings().forEach(row -> rows.add(cells(row)));
        int[] widths = new int[HEAD.length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], width(row[i]));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String[] cells(Report.Row row) {
        return new String[] {
            Integer.toString(row.rank()),
            row.fan(),
            row.points().toPlainString(),
            Integer.toString(row.correct()),
            Integer.toString(row.picked())
        };
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            String padding = " ".repeat(widths[i] - width(row[i]));
            line.append(i == 0 ? "" : GAP).append(i == NAMES ? row[i] + padding : padding + row[i]);
        }
        return line.toString();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}

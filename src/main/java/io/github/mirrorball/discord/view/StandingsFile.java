package io.github.mirrorball.discord.view;

import io.github.mirrorball.standings.Standing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Standings as a file for a spreadsheet: CSV by RFC 4180, in UTF-8 with the mark by which spreadsheets know it. */
public final class StandingsFile {

    /** What a spreadsheet takes for the beginning of a formula, in the wide forms of East Asian keyboards too. */
    private static final String FORMULA = "=+-@\t\r\n|%＝＋－＠";

    private static final String HEADING = "rank,fan,points,correct,picked";

    private StandingsFile() {}

    /** The bytes of the file. */
    public static byte[] of(List<Standing> standings) {
        String lines = standings.stream().map(StandingsFile::line).collect(Collectors.joining());
        return ("\uFEFF" + HEADING + "\r\n" + lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Standing standing) {
        return standing.rank() + "," + quoted(harmless(standing.name())) + "," + Wording.points(standing.points()) + ","
                + standing.correct() + "," + standing.picked() + "\r\n";
    }

    /** A text as a cell. */
    static String cell(String text) {
        return quoted(text.isEmpty() ? "" : harmless(text));
    }

    /**
     * A name that a spreadsheet would calculate is marked as text. One that takes semicolons for the separator knows no quotes here, so that
     * whatever comes after a semicolon would be a cell of its own.
     */
    private static String harmless(String name) {
        String plain = Markdown.plain(name).replace(';', ',');
        return plain.isEmpty() || FORMULA.indexOf(plain.charAt(0)) < 0 ? plain : "'" + plain;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}

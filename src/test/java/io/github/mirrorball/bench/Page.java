package io.github.mirrorball.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The table, and the page in the documentation that shows it. */
final class Page {

    private static final String BEGIN = "<!-- measured -->";
    private static final String END = "<!-- end of measured -->";

    private Page() {}

    static String table(List<Row> rows, String machine) {
        return rows.stream()
                .map(Row::line)
                .collect(Collectors.joining(
                        "\n",
                        machine + "\n\n| work | Mirrorball | bare JDA | goal | |\n|---|---|---|---|---|\n",
                        "\n"));
    }

    /** Puts the table in the place of the one that the page has. */
    static void update(Path page, String table) {
        try {
            String text = Files.readString(page);
            int begin = text.indexOf(BEGIN) + BEGIN.length();
            Files.writeString(page, text.substring(0, begin) + "\n" + table + text.substring(text.indexOf(END)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

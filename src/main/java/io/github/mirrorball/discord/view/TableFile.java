package io.github.mirrorball.discord.view;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A table as a file for a spreadsheet, written as {@link StandingsFile} writes standings. */
public final class TableFile {

    private TableFile() {}

    /** The bytes of the file. */
    public static byte[] of(List<List<String>> rows) {
        String lines = rows.stream()
                .map(row -> row.stream().map(StandingsFile::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
        return ("\uFEFF" + lines).getBytes(StandardCharsets.UTF_8);
    }
}

package io.github.mirrorball.show.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of a wiki page, with cells that span rows or columns repeated in each of them.
 *
 * @param section the headings above it, the nearest last
 * @param night what stands above it within its section, such as "Night 1"
 */
record WikiTable(List<String> section, String night, String caption, List<List<String>> rows) {

    private static final Pattern HEADING = Pattern.compile("^(={2,6})\\s*(.*?)\\s*\\1\\s*$");
    private static final Pattern ROWS = Pattern.compile("rowspan\\s*=\\s*\"?\\s*(\\d{1,3})", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLUMNS =
            Pattern.compile("colspan\\s*=\\s*\"?\\s*(\\d{1,3})", Pattern.CASE_INSENSITIVE);
    private static final int WIDEST = 60;

    /** All tables of a page without markup. */
    static List<WikiTable> all(String text) {
        Reader reader = new Reader();
        text.lines().forEach(reader::readLine);
        reader.end();
        return reader.tables;
    }

    /** Reads a page line by line. */
    private static final class Reader {

        private final List<WikiTable> tables = new ArrayList<>();
        private final List<String> section = new ArrayList<>();
        private String night = "";
        private String caption = "";
        private boolean isInside;
        private final List<List<String>> cells = new ArrayList<>();

        private void readLine(String line) {
            String stripped = line.strip();
            Matcher heading = HEADING.matcher(stripped);
            if (heading.matches()) {
                end();
                int level = heading.group(1).length() - 2;
                while (section.size() > level) {
                    section.remove(section.size() - 1);
                }
                section.add(heading.group(2));
                night = "";
            } else if (stripped.startsWith("{|")) {
                end();
                isInside = true;
            } else if (stripped.startsWith("|}")) {
                end();
            } else if (isInside) {
                readInside(stripped);
            } else if (stripped.startsWith(";")
                    && stripped.toLowerCase(java.util.Locale.ROOT).contains("night")) {
                night = stripped.substring(1).strip();
            }
        }

        private void readInside(String line) {
            if (line.startsWith("|+")) {
                caption = line.substring(2).strip();
            } else if (line.startsWith("|-")) {
                cells.add(new ArrayList<>());
            } else if (line.startsWith("|") || line.startsWith("!")) {
                String separator = line.startsWith("!") ? "!!|\\|\\|" : "\\|\\|";
                for (String cell : line.substring(1).split(separator, -1)) {
                    row().add(cell);
                }
            } else if (!cells.isEmpty() && !row().isEmpty()) {
                int last = row().size() - 1;
                row().set(last, row().get(last) + WikiMarkup.LINE + line);
            }
        }

        private List<String> row() {
            if (cells.isEmpty()) {
                cells.add(new ArrayList<>());
            }
            return cells.get(cells.size() - 1);
        }

        private void end() {
            if (isInside && !cells.isEmpty()) {
                tables.add(new WikiTable(List.copyOf(section), night, caption, spanned()));
            }
            isInside = false;
            caption = "";
            cells.clear();
        }

        private List<List<String>> spanned() {
            List<List<String>> rows = new ArrayList<>();
            Map<Integer, Span> open = new HashMap<>();
            for (List<String> given : cells) {
                if (!given.isEmpty()) {
                    rows.add(row(given, open));
                }
            }
            return rows;
        }

        private static List<String> row(List<String> given, Map<Integer, Span> open) {
            List<String> row = new ArrayList<>();
            int next = 0;
            while (row.size() < WIDEST && (next < given.size() || open.containsKey(row.size()))) {
                int column = row.size();
                Span above = open.remove(column);
                if (above != null) {
                    row.add(above.text());
                    if (above.left() > 1) {
                        open.put(column, new Span(above.text(), above.left() - 1));
                    }
                    continue;
                }
                add(given.get(next++), row, open);
            }
            return row;
        }

        private static void add(String cell, List<String> row, Map<Integer, Span> open) {
            int bar = cell.indexOf('|');
            String attributes = bar < 0 ? "" : cell.substring(0, bar);
            String text = cell.substring(bar + 1).strip();
            int down = span(ROWS, attributes);
            for (int i = span(COLUMNS, attributes); i > 0 && row.size() < WIDEST; i--) {
                if (down > 1) {
                    open.put(row.size(), new Span(text, down - 1));
                }
                row.add(text);
            }
        }

        private static int span(Pattern kind, String attributes) {
            Matcher found = kind.matcher(attributes);
            return found.find() ? Math.max(1, Integer.parseInt(found.group(1))) : 1;
        }
    }

    private record Span(String text, int left) {}
}

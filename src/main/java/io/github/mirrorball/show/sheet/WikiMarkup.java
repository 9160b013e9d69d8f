package io.github.mirrorball.show.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A wiki page's source without its markup: what is left are headings, tables and plain text; its episode lists are taken out of it. */
final class WikiMarkup {

    /** However deep templates lie in one another. */
    private static final int DEEPEST = 20;

    private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|$)", Pattern.DOTALL);
    private static final Pattern REFERENCE =
            Pattern.compile("<ref\\b[^>]*?/>|<ref\\b[^>]*>.*?</ref\\s*>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern BREAK = Pattern.compile("<br\\s*/?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{([^{}]*)\\}\\}");
    private static final Pattern LINK = Pattern.compile("\\[\\[(?:[^\\[\\]|]*\\|)?([^\\[\\]|]*)\\]\\]");
    private static final Pattern QUOTES = Pattern.compile("'{2,5}");

    /** Stands for a line break inside a cell. */
    static final String LINE = "\u2028";

    private final String text;
    private final List<Map<String, String>> episodes = new ArrayList<>();

    WikiMarkup(String source) {
        String plain = COMMENT.matcher(source.replace("\r\n", "\n")).replaceAll("");
        plain = REFERENCE.matcher(plain).replaceAll("");
        plain = BREAK.matcher(plain).replaceAll(LINE);
        plain = LINK.matcher(plain).replaceAll("$1");
        for (int depth = 0; depth < DEEPEST && TEMPLATE.matcher(plain).find(); depth++) {
            plain = TEMPLATE.matcher(plain)
                    .replaceAll(template -> Matcher.quoteReplacement(replacement(template.group(1))));
        }
        plain = QUOTES.matcher(TAG.matcher(plain).replaceAll("")).replaceAll("");
        text = plain.replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .replace("&ndash;", "–")
                .replace("&#39;", "'");
    }

    String text() {
        return text;
    }

    /** The fields of each episode of the page's lists. */
    List<Map<String, String>> episodes() {
        return episodes;
    }

    private String replacement(String template) {
        List<String> parts =
                Stream.of(template.split("\\|", -1)).map(String::strip).toList();
        String name = parts.get(0).toLowerCase(Locale.ROOT).replace('_', ' ');
        if (name.startsWith("#invoke:episode list") || name.startsWith("episode list")) {
            episodes.add(fields(parts));
            return "";
        }
        List<String> plain = parts.stream()
                .skip(1)
                .filter(part -> !part.matches("[a-zA-Z0-9_ -]+=.*"))
                .toList();
        return switch (name) {
            case "sortname" -> plain.stream().limit(2).collect(Collectors.joining(" "));
            case "start date", "start-date", "dts" ->
                plain.stream().limit(3).map(WikiMarkup::twoDigits).collect(Collectors.joining("-"));
            case "nowrap", "small", "abbr", "nobold", "center", "nobr", "big", "smaller", "tooltip", "sort" ->
                plain.isEmpty() ? "" : plain.get(name.equals("sort") ? plain.size() - 1 : 0);
            case "!" -> "|";
            default -> "";
        };
    }

    private static String twoDigits(String part) {
        return part.length() == 1 ? "0" + part : part;
    }

    private static Map<String, String> fields(List<String> parts) {
        Map<String, String> fields = new LinkedHashMap<>();
        parts.stream()
                .filter(part -> part.contains("="))
                .forEach(part -> fields.put(
                        part.substring(0, part.indexOf('=')).strip(),
                        QUOTES.matcher(part.substring(part.indexOf('=') + 1))
                                .replaceAll("")
                                .replace(LINE, " ")
                                .strip()));
        return fields;
    }
}

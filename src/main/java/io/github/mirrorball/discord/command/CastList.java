package io.github.mirrorball.discord.command;

import io.github.mirrorball.league.CastEdits.Newcomer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Several contestants as hosts type them: names with commas between, such as {@code Ada, Ben & Bea, Cleo}. */
final class CastList {

    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;\uFF0C\u3001\\n]\\s*");
    private static final Pattern COUPLE = Pattern.compile("\\s+&\\s+");

    /** What follows a comma and still belongs to the name before it. */
    private static final Pattern SUFFIX = Pattern.compile("(?i)(?:jr|sr)\\.?|ii|iii|iv|m\\.?d\\.?|esq\\.?");

    private CastList() {}

    /** Everybody who is named; a single name is taken as it is. */
    static List<Newcomer> read(String typed) {
        List<String> names = new ArrayList<>();
        for (String part : BETWEEN.split(typed)) {
            if (SUFFIX.matcher(part).matches() && !names.isEmpty()) {
                names.set(names.size() - 1, names.get(names.size() - 1) + ", " + part);
            } else if (!part.isBlank()) {
                names.add(part);
            }
        }
        return names.size() < 2
                ? List.of(new Newcomer(typed, Optional.empty(), Optional.empty()))
                : names.stream().map(CastList::newcomer).toList();
    }

    private static Newcomer newcomer(String name) {
        String[] halves = COUPLE.split(name, 2);
        Optional<String> partner = halves.length == 2 ? Optional.of(halves[1]) : Optional.empty();
        return new Newcomer(halves[0], partner, Optional.empty());
    }
}

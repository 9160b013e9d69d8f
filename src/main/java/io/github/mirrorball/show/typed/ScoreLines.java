package io.github.mirrorball.show.typed;

import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.TypedText;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Scores as hosts type or paste them: a line a dance, such as {@code Ilona: 7 7 8.5}. The longest name that exists is tried first, since names
 * may hold numbers. Every line that cannot be read is one fault.
 */
public final class ScoreLines {

    private static final Pattern NAME_ENDS = Pattern.compile("[\\s:=|(-]");
    private static final Pattern SEPARATORS = Pattern.compile("^[\\s:|-]+");
    private static final Pattern NOTHING_YET = Pattern.compile(".*[:=]");

    private final CastIndex index;
    private final boolean commaIsPoint;
    private final Map<String, List<BigDecimal>> scores = new LinkedHashMap<>();
    private final Map<String, List<List<BigDecimal>>> dances = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** @param language of whoever typed it; where it writes decimals with a comma, 8,9 is eight and nine tenths */
    public ScoreLines(CastIndex index, Locale language) {
        this.index = index;
        this.commaIsPoint = DecimalFormatSymbols.getInstance(language).getDecimalSeparator() == ',';
    }

    /** Reads all lines. */
    public void read(String text) {
        text.lines().filter(line -> !TypedText.plain(line).isEmpty()).forEach(line -> {
            try {
                read(line, TypedText.plain(line));
            } catch (ScoreText.Doubt doubt) {
                faults.add(doubt.fault());
            }
        });
    }

    /** Scores as a host would type them, so that they read back as the same. */
    public static String written(List<BigDecimal> scores) {
        return ScoreText.written(scores);
    }

    /** The scores by contestant, those of several dances one after the other. */
    public Map<String, List<BigDecimal>> scores() {
        return scores;
    }

    /** What could not be read. */
    public List<Fault> faults() {
        return faults;
    }

    private void read(String line, String plain) throws ScoreText.Doubt {
        List<Split> splits = splits(plain).toList();
        Optional<Split> found =
                splits.stream().filter(split -> split.who().isPresent()).findFirst();
        if (found.isEmpty()) {
            if (!NOTHING_YET.matcher(plain).matches()) {
                faults.add(unread(line, splits));
            }
            return;
        }
        Contestant who = found.get().who().orElseThrow();
        for (Split other : splits) {
            if (!found.get().hasColon()
                    && other.who().filter(one -> !one.equals(who)).isPresent()) {
                throw new ScoreText.Doubt(
                        Fault.at("", "marks.doubtful", line, found.get().text(), other.text()));
            }
        }
        List<BigDecimal> given =
                new ScoreText(line, commaIsPoint).read(found.get().scores());
        if (!given.isEmpty()) {
            dance(line, who, given);
        }
    }

    private void dance(String line, Contestant who, List<BigDecimal> given) throws ScoreText.Doubt {
        List<List<BigDecimal>> before = dances.computeIfAbsent(who.id(), id -> new ArrayList<>());
        if (before.contains(given)) {
            String once = line.strip();
            String twice = once + " / "
                    + once.substring(Math.min(once.length(), who.name().length()))
                            .replaceFirst("^[\\s:]+", "");
            throw new ScoreText.Doubt(Fault.at("", "marks.doubtful", once + "\" + \"" + once, once, twice));
        }
        before.add(given);
        scores.computeIfAbsent(who.id(), id -> new ArrayList<>()).addAll(given);
    }

    private Fault unread(String line, List<Split> splits) {
        if (splits.isEmpty()) {
            return Fault.at("", "marks.unreadable", line.strip());
        }
        String name = splits.get(splits.size() - 1).name();
        return index.find(name).fault(name);
    }

    /** Every way to part the line into a name and scores: at a colon before elsewhere, and the longest name first. */
    private Stream<Split> splits(String plain) {
        List<Split> splits = new ArrayList<>();
        Matcher end = NAME_ENDS.matcher(plain);
        while (end.find()) {
            String scores = SEPARATORS.matcher(plain.substring(end.start())).replaceFirst("");
            if (end.start() > 0
                    && scores.codePoints().anyMatch(c -> Character.isDigit(c))
                    && ScoreText.ALLOWED.matcher(scores).matches()) {
                String name = plain.substring(0, end.start());
                boolean hasColon = plain.substring(end.start()).stripLeading().startsWith(":");
                splits.add(0, new Split(name, scores, index.find(name).only(), hasColon));
            }
        }
        return splits.stream().sorted(Comparator.comparing(split -> !split.hasColon()));
    }

    private record Split(String name, String scores, Optional<Contestant> who, boolean hasColon) {

        String text() {
            return name + ": " + scores;
        }
    }
}

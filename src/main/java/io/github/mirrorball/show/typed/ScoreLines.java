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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scores as hosts type or paste them: a line a dance, such as {@code Ilona: 7 7 8.5}. The longest name that exists is tried first, since names
 * may hold numbers. Every line that cannot be read is one fault.
 */
public final class ScoreLines {

    private static final Pattern NAME_ENDS = Pattern.compile("[\\s:=|(-]");
    private static final Pattern SEPARATORS = Pattern.compile("^[\\s:|-]+");
    private static final Pattern NOTHING_YET = Pattern.compile(".*[:=]");

    /** Before scores it says that they are of another dance, even if they are the same. */
    private static final String ANOTHER = "+";

    private final CastIndex index;
    private final boolean commaIsPoint;
    private final Map<String, List<BigDecimal>> scores = new LinkedHashMap<>();
    private final Map<String, List<List<BigDecimal>>> dances = new HashMap<>();
    private final Set<String> eliminated = new LinkedHashSet<>();
    private final Set<String> withdrawn = new LinkedHashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();

    /** @param language of whoever typed it; where it writes decimals with a comma, 8,9 is eight and nine tenths */
    public ScoreLines(CastIndex index, Locale language) {
        this.index = index;
        this.commaIsPoint = DecimalFormatSymbols.getInstance(language).getDecimalSeparator() == ',';
    }

    /** Reads all lines. */
    public void read(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            ScoreRow row = ScoreRow.of(lines.get(i));
            if (!row.text().isEmpty() && !row.isHeading()) {
                read(new Line(i, lines.get(i).strip()), row);
            }
        }
    }

    private record Line(int number, String typed) {}

    /** Scores as a host would type them, so that they read back as the same. */
    public static String written(List<BigDecimal> scores) {
        return ScoreText.written(scores);
    }

    /** The scores of a table's cell; empty if they can be read in several ways or not at all. */
    public static Optional<List<BigDecimal>> certain(String scores) {
        try {
            String plain = TypedText.plain(scores);
            return ScoreText.ALLOWED.matcher(plain).matches()
                    ? Optional.of(new ScoreText(plain, true).read(plain))
                    : Optional.empty();
        } catch (ScoreText.Unclear unclear) {
            return Optional.empty();
        }
    }

    /** The scores by contestant, those of several dances one after the other. */
    public Map<String, List<BigDecimal>> scores() {
        return scores;
    }

    /** Who was eliminated or withdrew, where rows say so. */
    public Set<String> gone(boolean withdrew) {
        return withdrew ? withdrawn : eliminated;
    }

    /** What could not be read, doubts too. */
    public List<Fault> faults() {
        return faults;
    }

    /** The lines that can be read in several ways. */
    public List<Doubt> doubts() {
        return doubts;
    }

    private void read(Line line, ScoreRow row) {
        List<Split> splits = splits(row.text());
        Optional<Split> found =
                splits.stream().filter(split -> split.who().isPresent()).findFirst();
        if (found.isPresent()) {
            read(line, row, splits, found.get());
        } else if (row.fate().isPresent() && index.find(row.text()).only().isPresent()) {
            addFate(row, index.find(row.text()).only().orElseThrow());
        } else if (!NOTHING_YET.matcher(row.text()).matches()) {
            addUnread(line, splits);
        }
    }

    private void read(Line line, ScoreRow row, List<Split> splits, Split found) {
        Contestant who = found.who().orElseThrow();
        Optional<Split> other = found.hasColon()
                ? Optional.empty()
                : splits.stream()
                        .filter(split ->
                                split.who().filter(one -> !one.equals(who)).isPresent())
                        .findFirst();
        if (other.isPresent()) {
            List<String> readings = List.of(found.text(), other.get().text());
            addDoubt(line, Fault.at("", "marks.doubtful", line.typed(), readings.get(0), readings.get(1)), readings);
            return;
        }
        try {
            List<BigDecimal> given = new ScoreText(line.typed(), commaIsPoint).read(found.scores());
            addFate(row, who);
            if (!given.isEmpty()) {
                readDance(line, who, given, found.scores().startsWith(ANOTHER));
            }
        } catch (ScoreText.Unclear unclear) {
            addDoubt(
                    line,
                    unclear.fault(),
                    unclear.readings().stream()
                            .map(scores -> index.shortName(who) + ": " + scores)
                            .toList());
        }
    }

    private void addFate(ScoreRow row, Contestant who) {
        if (row.fate().filter(ScoreRow.Fate.ELIMINATED::equals).isPresent()) {
            eliminated.add(who.id());
        } else if (row.fate().filter(ScoreRow.Fate.WITHDREW::equals).isPresent()) {
            withdrawn.add(who.id());
        }
    }

    private void addDoubt(Line line, Fault fault, List<String> readings) {
        faults.add(fault);
        if (!readings.isEmpty()) {
            doubts.add(new Doubt(fault, line.number(), readings));
        }
    }

    private void readDance(Line line, Contestant who, List<BigDecimal> given, boolean isAnother) {
        List<List<BigDecimal>> before = dances.computeIfAbsent(who.id(), id -> new ArrayList<>());
        if (before.contains(given) && !isAnother) {
            String once = line.typed();
            String scores =
                    once.substring(Math.min(once.length(), who.name().length())).replaceFirst("^[\\s:]+", "");
            addDoubt(
                    line,
                    Fault.at("", "marks.doubtful", once + "\" + \"" + once, once, once + " / " + scores),
                    List.of("", index.shortName(who) + ": " + ANOTHER + " " + written(given)));
            return;
        }
        before.add(given);
        scores.computeIfAbsent(who.id(), id -> new ArrayList<>()).addAll(given);
    }

    private void addUnread(Line line, List<Split> splits) {
        if (splits.isEmpty()) {
            faults.add(Fault.at("", "marks.unreadable", line.typed()));
            return;
        }
        Split whole = splits.get(splits.size() - 1);
        CastMatch match = index.find(whole.name());
        addDoubt(
                line,
                match.fault(whole.name()),
                match.candidates()
                        .map(who -> index.shortName(who) + ": " + whole.scores())
                        .toList());
    }

    /** Every way to part the line into a name and scores: at a colon before elsewhere, and the longest name first. */
    private List<Split> splits(String plain) {
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
        return splits.stream()
                .sorted(Comparator.comparing(split -> !split.hasColon()))
                .toList();
    }

    private record Split(String name, String scores, Optional<Contestant> who, boolean hasColon) {

        String text() {
            return name + ": " + scores;
        }
    }
}

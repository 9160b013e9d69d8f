package io.github.mirrorball.show.typed;

import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.TypedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Final places as hosts type or paste them: a line a contestant, such as {@code 1 Joey}, {@code Joey - 1st} or {@code Winner: Joey}. */
public final class PlaceLines {

    private static final String NUMBER = "#?(\\d{1,3})(?:st|nd|rd|th|er|e|o|a|\\.)?(?:\\s+place)?";
    private static final Pattern BEFORE =
            Pattern.compile(NUMBER + "(?:[).:]|\\s)[\\s).:-]*(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER =
            Pattern.compile("(.+?)[\\s:=,(-]+" + NUMBER + "\\)?", Pattern.CASE_INSENSITIVE);

    private static final Map<Pattern, String> WORDS = Map.of(
            Pattern.compile("^(?:🥇|winners?\\b|champions?\\b)", Pattern.CASE_INSENSITIVE), "1 ",
            Pattern.compile("^(?:🥈|runners?[- ]up\\b)", Pattern.CASE_INSENSITIVE), "2 ",
            Pattern.compile("^(?:🥉|third place\\b)", Pattern.CASE_INSENSITIVE), "3 ");

    private final CastIndex index;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();

    public PlaceLines(CastIndex index) {
        this.index = index;
    }

    /** Reads all lines. */
    public void read(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!TypedText.plain(lines.get(i)).isEmpty()) {
                read(i, lines.get(i));
            }
        }
    }

    /** The lines that can be read in several ways. */
    public List<Doubt> doubts() {
        return doubts;
    }

    /** The places by contestant. */
    public Map<String, Integer> places() {
        return places;
    }

    /** What could not be read. */
    public List<Fault> faults() {
        return faults;
    }

    private void read(int number, String line) {
        String plain = TypedText.plain(line);
        for (Map.Entry<Pattern, String> word : WORDS.entrySet()) {
            plain = word.getKey().matcher(plain).replaceFirst(word.getValue());
        }
        Matcher before = BEFORE.matcher(plain);
        Matcher after = AFTER.matcher(plain);
        if (before.matches()) {
            readPlace(number, before.group(2), before.group(1));
        } else if (after.matches()) {
            readPlace(number, after.group(1), after.group(2));
        } else {
            faults.add(Fault.at("", "placements.unreadable", line.strip()));
        }
    }

    private void readPlace(int line, String name, String place) {
        CastMatch match = index.find(name);
        match.only().ifPresentOrElse(who -> readPlace(who, place), () -> addDoubt(line, match, name, place));
    }

    private void addDoubt(int line, CastMatch match, String name, String place) {
        List<String> readings = match.candidates()
                .map(who -> place + " " + index.shortName(who))
                .toList();
        faults.add(match.fault(name));
        if (!readings.isEmpty()) {
            doubts.add(new Doubt(match.fault(name), line, readings));
        }
    }

    private void readPlace(Contestant who, String place) {
        if (places.put(who.id(), Integer.parseInt(place)) != null) {
            faults.add(Fault.at("", "marks.twice", who.name()));
        }
    }
}

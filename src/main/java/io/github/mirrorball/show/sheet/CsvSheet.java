package io.github.mirrorball.show.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.TypedText;
import io.github.mirrorball.show.sheet.Columns.Kind;
import io.github.mirrorball.show.typed.ScoreLines;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table with separators: a cast, episodes, or scores, with a row a contestant and night ("long") or a column a week and judge ("wide").
 */
final class CsvSheet {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:[.,]\\d{1,6})?");
    private static final Pattern NO_SCORE = Pattern.compile("(?i)|-+|–|—|n/?a|x");
    private static final Pattern COUNT = Pattern.compile("(?i)(?:week|episode|night|ep\\.?)?\\s*#?(\\d{1,4})\\.?");
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ T]+(\\d{1,2}):(\\d{2}).*)?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2}).*");

    private final Columns columns;
    private final List<List<String>> rows;
    private final Map<Integer, NightBuilder> nights = new TreeMap<>();
    private final Map<String, Optional<String>> cast = new LinkedHashMap<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<Fault> leftOut = new ArrayList<>();

    private CsvSheet(Columns columns, List<List<String>> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    static SheetReading read(String text) {
        List<List<String>> all;
        try {
            all = records(text);
        } catch (CsvParseException | UncheckedIOException broken) {
            return SheetReading.unreadable("sheet.broken");
        }
        Columns columns = all.isEmpty() ? new Columns(List.of()) : new Columns(all.get(0));
        if (!columns.has(Kind.NAME) && !columns.has(Kind.EPISODE) && !columns.has(Kind.WEEK)) {
            return SheetReading.unreadable("sheet.noHeading");
        }
        List<List<String>> rows = all.subList(1, all.size());
        List<String> seasons = rows.stream()
                .map(row -> columns.cell(row, Kind.SEASON))
                .filter(season -> !season.isEmpty())
                .distinct()
                .toList();
        if (seasons.size() > 1) {
            return SheetReading.unreadable("sheet.seasons", seasons.get(0), seasons.get(seasons.size() - 1));
        }
        return new CsvSheet(columns, rows).read(seasons);
    }

    private static List<List<String>> records(String text) {
        String first = text.lines().findFirst().orElse("");
        char separator = Stream.of(',', ';', '\t')
                .max((one, other) -> Long.compare(count(first, one), count(first, other)))
                .orElse(',');
        List<List<String>> all = new ArrayList<>();
        CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .ofCsvRecord(text)
                .forEach((CsvRecord each) -> all.add(List.copyOf(each.getFields())));
        return all.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private SheetReading read(List<String> seasons) {
        boolean hasScores = !judges().isEmpty() || columns.has(Kind.SCORES) || columns.has(Kind.TOTAL);
        for (List<String> row : rows) {
            String name = columns.cell(row, Kind.NAME);
            if (!name.isEmpty()) {
                readPerson(name, columns.cell(row, Kind.PARTNER));
            }
            if (!columns.weeks().isEmpty()) {
                readWide(name, row);
            } else if (hasScores || columns.has(Kind.EPISODE) || columns.has(Kind.WEEK)) {
                readNight(name, row);
            } else {
                readPlace(name, row);
            }
        }
        if (!columns.weeks().isEmpty()) {
            addWeeksWithoutLeavers();
        }
        List<Sheet.Person> people = cast.entrySet().stream()
                .map(each -> new Sheet.Person(each.getKey(), each.getValue()))
                .toList();
        List<Sheet.Night> all =
                nights.values().stream().map(NightBuilder::build).toList();
        if (people.isEmpty() && all.isEmpty()) {
            return SheetReading.unreadable("sheet.empty");
        }
        Optional<String> title = seasons.stream()
                .filter(season -> !COUNT.matcher(season).matches())
                .findFirst();
        return new SheetReading.Found(new Sheet(title, people, all, places, leftOut));
    }

    private void readPerson(String name, String partner) {
        Optional<String> other = Optional.of(partner).filter(text -> !text.isEmpty());
        cast.merge(name, other, (before, now) -> before.isPresent() ? before : now);
    }

    /** Columns with a judge's name as their heading hold nothing but numbers. */
    private List<Integer> judges() {
        if (!columns.judges().isEmpty() || columns.has(Kind.SCORES)) {
            return columns.judges();
        }
        return columns.others().stream()
                .filter(column -> rows.stream().anyMatch(row -> isNumber(cell(row, column))))
                .filter(column -> rows.stream()
                        .map(row -> cell(row, column))
                        .allMatch(
                                cell -> isNumber(cell) || NO_SCORE.matcher(cell).matches()))
                .toList();
    }

    private static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches();
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? TypedText.plain(row.get(column)) : "";
    }

    private void readNight(String name, List<String> row) {
        String said = columns.has(Kind.EPISODE) ? columns.cell(row, Kind.EPISODE) : columns.cell(row, Kind.WEEK);
        Matcher count = COUNT.matcher(said.strip());
        if (!said.isEmpty() && !count.matches()) {
            leftOut.add(Fault.at("", "sheet.noNumber", name, said));
            return;
        }
        NightBuilder night =
                nights.computeIfAbsent(said.isEmpty() ? 0 : Integer.parseInt(count.group(1)), NightBuilder::new);
        night.setTitle(columns.cell(row, Kind.TITLE));
        readWhen(night, columns.cell(row, Kind.DATE), columns.cell(row, Kind.TIME));
        if (!name.isEmpty()) {
            readMarks(name, row, night);
            Fate fate = Fate.of(columns.cell(row, Kind.RESULT));
            night.addFate(name, fate.kind());
            fate.place().ifPresent(place -> places.put(name, place));
            readPlace(name, row);
        }
    }

    private static void readWhen(NightBuilder night, String date, String time) {
        Matcher day = DATE.matcher(date);
        Matcher clock = TIME.matcher(time);
        try {
            if (day.matches()) {
                Optional<LocalTime> within = Optional.ofNullable(day.group(4))
                        .map(hour -> LocalTime.of(Integer.parseInt(hour), Integer.parseInt(day.group(5))));
                Optional<LocalTime> beside = clock.matches()
                        ? Optional.of(LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2))))
                        : Optional.empty();
                night.setDate(
                        Optional.of(LocalDate.of(
                                Integer.parseInt(day.group(1)),
                                Integer.parseInt(day.group(2)),
                                Integer.parseInt(day.group(3)))),
                        within.or(() -> beside));
            }
        } catch (DateTimeException impossible) {
            night.setDate(Optional.empty(), Optional.empty());
        }
    }

    /** A row's scores: a cell a judge, or one for all of them; a total beside them is only checked. */
    private void readMarks(String name, List<String> row, NightBuilder night) {
        List<BigDecimal> given = judges().stream()
                .map(column -> cell(row, column))
                .filter(CsvSheet::isNumber)
                .map(CsvSheet::number)
                .toList();
        String total = TypedText.plain(columns.cell(row, Kind.TOTAL));
        String scores = columns.cell(row, Kind.SCORES);
        if (!given.isEmpty()) {
            if (isNumber(total) && sum(given).compareTo(number(total)) != 0) {
                leftOut.add(Fault.at("", "marks.total", name, sum(given).toPlainString(), total));
                return;
            }
            night.addMarks(name, given);
        } else if (!scores.isEmpty()) {
            Optional<List<BigDecimal>> read = ScoreLines.certain(scores);
            read.ifPresentOrElse(
                    marks -> night.addMarks(name, marks),
                    () -> leftOut.add(Fault.at("", "sheet.doubtful", name, scores)));
        } else if (isNumber(total)) {
            night.addMarks(name, List.of(number(total)));
        }
    }

    private void readPlace(String name, List<String> row) {
        Matcher place = COUNT.matcher(columns.cell(row, Kind.PLACE).replaceFirst("(?i)(?<=\\d)(?:st|nd|rd|th)$", ""));
        if (place.matches()) {
            places.put(name, Integer.parseInt(place.group(1)));
        }
    }

    private void readWide(String name, List<String> row) {
        int last = 0;
        for (Map.Entry<Integer, List<Integer>> week : new TreeMap<>(columns.weeks()).entrySet()) {
            List<BigDecimal> given = week.getValue().stream()
                    .map(column -> cell(row, column))
                    .filter(CsvSheet::isNumber)
                    .map(CsvSheet::number)
                    .toList();
            if (sum(given).signum() > 0) {
                nights.computeIfAbsent(week.getKey(), NightBuilder::new).addMarks(name, given);
                last = week.getKey();
            }
        }
        Fate fate = Fate.of(columns.cell(row, Kind.RESULT));
        boolean hasLeft = fate.kind() == Fate.Kind.ELIMINATED || fate.kind() == Fate.Kind.WITHDREW;
        if (hasLeft && fate.week().orElse(last) > 0) {
            nights.computeIfAbsent(fate.week().orElse(last), NightBuilder::new).addFate(name, fate.kind());
        }
        fate.place().ifPresent(place -> places.put(name, place));
        readPlace(name, row);
    }

    /** Where the table says of everybody how it ended, nobody else left. */
    private void addWeeksWithoutLeavers() {
        int last = nights.keySet().stream().reduce(0, Math::max);
        columns.weeks().keySet().stream()
                .filter(week -> week < last)
                .forEach(week -> nights.computeIfAbsent(week, NightBuilder::new));
        boolean isWhole = rows.stream()
                .map(row -> Fate.of(columns.cell(row, Kind.RESULT)).kind())
                .noneMatch(fate -> fate == Fate.Kind.NOTHING || fate == Fate.Kind.OTHER);
        if (columns.has(Kind.RESULT) && isWhole) {
            nights.values().forEach(NightBuilder::markWhoLeftKnown);
        }
    }

    private static BigDecimal number(String cell) {
        return new BigDecimal(cell.replace(',', '.'));
    }

    private static BigDecimal sum(List<BigDecimal> given) {
        return given.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

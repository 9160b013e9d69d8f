package io.github.mirrorball.show.sheet;

import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.TypedText;
import io.github.mirrorball.show.sheet.Columns.Kind;
import io.github.mirrorball.show.typed.CastIndex;
import io.github.mirrorball.show.typed.ScoreLines;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The source of a season's wiki page: cast with partners and status, episodes with dates, weekly tables of scores and of who left. Tables are
 * known by the headings of their columns. A night of which not everything is certain is left out, and told.
 */
final class WikiSheet {

    private static final Pattern WEEK =
            Pattern.compile("(?i)(?:week|episode|round|show)\\s+(\\d{1,2})\\b(?:\\s*[:–-]\\s*(.+))?");
    private static final Pattern DATE = Pattern.compile("([A-Z][a-z]+ \\d{1,2}, \\d{4})");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
    private static final Pattern SEASON = Pattern.compile("(.+?)\\s*\\(season (\\d{1,3})\\).*");
    private static final Pattern BARE = Pattern.compile("\\d{1,3}(?:\\.\\d+)?");

    private final List<Contestant> cast = new ArrayList<>();
    private final Map<String, LocalDate> left = new HashMap<>();
    private final Set<String> withdrew = new HashSet<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<Integer, NightBuilder> nights = new TreeMap<>();
    private final Map<Integer, String> titles = new TreeMap<>();
    private final Map<Integer, LocalDate> dates = new TreeMap<>();
    private final List<Fault> leftOut = new ArrayList<>();
    private boolean isEverybodyPlaced;
    private Optional<String> title = Optional.empty();
    private CastIndex index = new CastIndex(List.of());

    private WikiSheet() {}

    static SheetReading read(String source) {
        return new WikiSheet().readPage(new WikiMarkup(source));
    }

    private SheetReading readPage(WikiMarkup page) {
        List<WikiTable> tables = WikiTable.all(page.text());
        tables.stream().filter(table -> isCast(table)).findFirst().ifPresent(this::readCast);
        index = new CastIndex(cast);
        page.episodes().forEach(this::readEpisode);
        tables.stream().filter(WikiSheet::isScores).forEach(this::readScores);
        if (cast.isEmpty() && nights.isEmpty() && titles.isEmpty()) {
            return SheetReading.unreadable("sheet.noTables");
        }
        List<Sheet.Person> people = cast.stream()
                .map(who -> new Sheet.Person(who.name(), who.partner()))
                .toList();
        return new SheetReading.Found(new Sheet(title, people, build(), finalPlaces(), leftOut));
    }

    private static Columns columns(WikiTable table) {
        return new Columns(
                table.rows().get(0).stream().map(WikiSheet::firstLine).toList());
    }

    private static String firstLine(String cell) {
        return cell.split(WikiMarkup.LINE)[0].strip();
    }

    private static boolean isCast(WikiTable table) {
        Columns columns = columns(table);
        return columns.has(Kind.NAME) && columns.has(Kind.RESULT) && !columns.has(Kind.SCORES);
    }

    private static boolean isScores(WikiTable table) {
        Columns columns = columns(table);
        return columns.has(Kind.NAME) && columns.has(Kind.SCORES) && week(table).isPresent();
    }

    private static Optional<Matcher> week(WikiTable table) {
        return Stream.concat(table.section().stream(), Stream.of(table.caption()))
                .map(heading -> WEEK.matcher(heading.strip()))
                .filter(Matcher::find)
                .findFirst();
    }

    private void readCast(WikiTable table) {
        Matcher caption = SEASON.matcher(table.caption().replaceFirst("(?i)^cast of ", ""));
        if (caption.matches()) {
            title = Optional.of(caption.group(1) + ", season " + caption.group(2));
        }
        Columns columns = columns(table);
        isEverybodyPlaced = true;
        for (List<String> row : table.rows().subList(1, table.rows().size())) {
            String name = firstLine(columns.cell(row, Kind.NAME));
            if (name.isEmpty()) {
                continue;
            }
            String partner = firstLine(columns.cell(row, Kind.PARTNER));
            String id = "c" + cast.size();
            cast.add(new Contestant(id, name, Optional.of(partner).filter(text -> !text.isEmpty()), Optional.empty()));
            readStatus(id, columns.cell(row, Kind.RESULT));
        }
    }

    private void readStatus(String who, String status) {
        Fate fate = Fate.of(firstLine(status));
        isEverybodyPlaced &= fate.kind() != Fate.Kind.NOTHING && fate.kind() != Fate.Kind.OTHER;
        if (fate.kind() == Fate.Kind.ELIMINATED || fate.kind() == Fate.Kind.WITHDREW) {
            date(status).ifPresent(day -> left.put(who, day));
            if (fate.kind() == Fate.Kind.WITHDREW) {
                withdrew.add(who);
            }
        }
        fate.place().ifPresent(place -> places.put(who, place));
    }

    private static Optional<LocalDate> date(String text) {
        Matcher found = DATE.matcher(text);
        try {
            return found.find() ? Optional.of(LocalDate.parse(found.group(1), DAY)) : Optional.empty();
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    private void readEpisode(Map<String, String> fields) {
        String number = fields.getOrDefault("EpisodeNumber2", fields.getOrDefault("EpisodeNumber", ""));
        String name = fields.getOrDefault("Title", fields.getOrDefault("RTitle", ""));
        if (!number.matches("\\d{1,4}")) {
            if (!name.isEmpty()) {
                leftOut.add(Fault.at("", "sheet.unnumbered", name));
            }
            return;
        }
        titles.put(Integer.parseInt(number), name);
        try {
            String date = fields.getOrDefault("OriginalAirDate", "");
            if (!date.isBlank()) {
                dates.put(Integer.parseInt(number), LocalDate.parse(date.strip()));
            }
        } catch (DateTimeParseException other) {
            leftOut.add(Fault.at("", "sheet.noDate", name));
        }
    }

    /** The episode that a week's table belongs to: by its title, by its date, else the one with its number. */
    private int number(WikiTable table) {
        Matcher week = week(table).orElseThrow();
        String name = TypedText.key(Optional.ofNullable(week.group(2)).orElse(""));
        List<Integer> called = titles.entrySet().stream()
                .filter(each ->
                        !name.isEmpty() && TypedText.key(each.getValue()).equals(name))
                .map(Map.Entry::getKey)
                .toList();
        Optional<Integer> dated = date(table.night())
                .flatMap(day -> dates.entrySet().stream()
                        .filter(each -> each.getValue().equals(day))
                        .map(Map.Entry::getKey)
                        .findFirst());
        return dated.orElseGet(() -> called.size() == 1 ? called.get(0) : Integer.parseInt(week.group(1)));
    }

    private void readScores(WikiTable table) {
        int number = number(table);
        Columns columns = columns(table);
        List<List<String>> rows = table.rows().subList(1, table.rows().size());
        if (rows.stream().allMatch(row -> columns.cell(row, Kind.SCORES).isEmpty())) {
            return;
        }
        String night = Integer.toString(number);
        NightBuilder builder = nights.computeIfAbsent(number, NightBuilder::new);
        Optional.ofNullable(week(table).orElseThrow().group(2))
                .filter(name -> !titles.containsKey(number))
                .ifPresent(builder::setTitle);
        for (List<String> row : rows) {
            readRow(columns, row, night, builder);
        }
    }

    private void readRow(Columns columns, List<String> row, String night, NightBuilder builder) {
        String cell = columns.cell(row, Kind.NAME);
        List<String> people = Stream.of(cell.split(WikiMarkup.LINE))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String scores =
                columns.cell(row, Kind.SCORES).replace(WikiMarkup.LINE, " ").strip();
        if (people.size() > 1 && people.stream().skip(1).anyMatch(line -> line.contains("&"))) {
            leftOut.add(Fault.at("", "sheet.team", night, String.join(", ", people), scores));
            return;
        }
        String name = people.isEmpty() ? "" : people.get(0);
        Optional<String> who =
                cast.isEmpty() ? Optional.of(name) : index.find(name).only().map(Contestant::id);
        if (who.isEmpty()) {
            leftOut.add(Fault.at("", "sheet.who", night, name));
            return;
        }
        if (builder.hasMarks(who.get()) && BARE.matcher(scores).matches()) {
            leftOut.add(Fault.at("", "sheet.bonus", night, name, scores));
        } else if (!scores.isEmpty()) {
            Optional<List<BigDecimal>> read = ScoreLines.certain(scores);
            read.ifPresentOrElse(
                    marks -> builder.addMarks(who.get(), marks),
                    () -> leftOut.add(Fault.at("", "sheet.doubtful", name, scores)));
        }
        builder.addFate(
                who.get(), Fate.of(firstLine(columns.cell(row, Kind.RESULT))).kind());
    }

    private List<Sheet.Night> build() {
        Set<Integer> numbers = new LinkedHashSet<>(titles.keySet());
        numbers.addAll(nights.keySet());
        Set<String> gone = new HashSet<>();
        List<Sheet.Night> built = new ArrayList<>();
        for (int number : numbers.stream().sorted().toList()) {
            NightBuilder builder = Optional.ofNullable(nights.get(number)).orElseGet(() -> new NightBuilder(number));
            builder.setTitle(titles.getOrDefault(number, ""));
            builder.setDate(Optional.ofNullable(dates.get(number)), Optional.empty());
            Sheet.Night night = certain(builder.build(), gone);
            night.eliminated().ifPresent(gone::addAll);
            gone.addAll(night.withdrew());
            built.add(named(night));
        }
        return built;
    }

    /** A night without what contradicts the rest of the page. */
    private Sheet.Night certain(Sheet.Night night, Set<String> gone) {
        List<String> missing = cast.stream()
                .filter(who -> !gone.contains(who.id()) && !night.marks().containsKey(who.id()))
                .map(Contestant::name)
                .toList();
        if (night.marks().isEmpty() || missing.isEmpty()) {
            return leavers(night, night.marks());
        }
        leftOut.add(Fault.at("", "sheet.incomplete", Integer.toString(night.number()), String.join(", ", missing)));
        return leavers(night, Map.of());
    }

    private Sheet.Night leavers(Sheet.Night night, Map<String, List<BigDecimal>> marks) {
        Optional<LocalDate> day = night.date();
        Optional<List<String>> byStatus =
                day.isPresent() && !left.isEmpty() && (night.isOver() || left.containsValue(day.get()))
                        ? Optional.of(leftOn(day.get(), false))
                        : Optional.empty();
        Optional<List<String>> said = night.eliminated();
        boolean differ = said.isPresent()
                && byStatus.isPresent()
                && !Set.copyOf(said.get()).equals(Set.copyOf(byStatus.get()));
        if (differ) {
            leftOut.add(Fault.at("", "sheet.leaversDiffer", Integer.toString(night.number())));
        }
        Set<String> gone = new LinkedHashSet<>(night.withdrew());
        day.ifPresent(on -> gone.addAll(leftOn(on, true)));
        return new Sheet.Night(
                night.number(),
                night.title(),
                night.date(),
                night.time(),
                marks,
                differ ? Optional.empty() : said.or(() -> byStatus),
                List.copyOf(gone));
    }

    private List<String> leftOn(LocalDate day, boolean byThemselves) {
        return cast.stream()
                .map(Contestant::id)
                .filter(who -> day.equals(left.get(who)) && withdrew.contains(who) == byThemselves)
                .toList();
    }

    private Map<String, Integer> finalPlaces() {
        if (!places.isEmpty() && !isEverybodyPlaced) {
            leftOut.add(Fault.at("", "sheet.tooEarly"));
            return Map.of();
        }
        return places.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> label(each.getKey()), Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private Sheet.Night named(Sheet.Night night) {
        Map<String, List<BigDecimal>> marks = new LinkedHashMap<>();
        night.marks().forEach((who, given) -> marks.put(label(who), given));
        return new Sheet.Night(
                night.number(),
                night.title(),
                night.date(),
                night.time(),
                marks,
                night.eliminated().map(this::labels),
                labels(night.withdrew()));
    }

    private List<String> labels(List<String> people) {
        return people.stream().map(this::label).toList();
    }

    private String label(String id) {
        return cast.stream()
                .filter(who -> who.id().equals(id))
                .findFirst()
                .map(Contestant::label)
                .orElse(id);
    }
}

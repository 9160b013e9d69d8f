package io.github.mirrorball.show.sheet;

import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.SeasonPlan;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A season's cast and results written out as people have them. */
public final class Layouts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

    private final SeasonPlan plan;
    private final int judges;

    public Layouts(SeasonPlan plan) {
        this.plan = plan;
        this.judges = plan.results().values().stream()
                .flatMap(result -> result.marks().orElse(Map.of()).values().stream())
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }

    /** A row a contestant and night, one of them the results of that episode alone. */
    public String longRows(char separator) {
        return longRows(separator, plan.episodes());
    }

    public String longRows(char separator, List<Episode> episodes) {
        List<List<String>> rows = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("Celebrity", "Partner", "Episode", "Title", "Date", "Time"));
        IntStream.rangeClosed(1, judges).forEach(judge -> heading.add("Judge " + judge));
        heading.addAll(List.of("Total", "Result", "Place"));
        rows.add(heading);
        for (Episode episode : episodes) {
            for (Contestant who : in(episode)) {
                List<BigDecimal> marks = marks(episode, who);
                List<String> row = new ArrayList<>(List.of(
                        who.name(),
                        who.partner().orElse(""),
                        Integer.toString(episode.number()),
                        episode.title(),
                        episode.airsAt().toLocalDate().toString(),
                        episode.airsAt().toLocalTime().toString()));
                IntStream.range(0, judges)
                        .forEach(judge -> row.add(judge < marks.size() ? plain(marks.get(judge)) : "N/A"));
                row.add(marks.isEmpty() ? "" : plain(marks.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
                row.add(fate(episode, who));
                row.add(isLast(episode) ? place(who) : "");
                rows.add(row);
            }
        }
        return rows.stream()
                .map(row ->
                        row.stream().map(cell -> quoted(cell, separator)).collect(Collectors.joining(separator + "")))
                .collect(Collectors.joining("\r\n"));
    }

    /** A row a contestant, a column a week and judge. */
    public String wide() {
        List<Episode> episodes = plan.episodes();
        StringBuilder text = new StringBuilder("celebrity_name,ballroom_partner,results,placement");
        for (int week = 1; week <= episodes.size(); week++) {
            for (int judge = 1; judge <= judges; judge++) {
                text.append(",week").append(week).append("_judge").append(judge).append("_score");
            }
        }
        for (Contestant who : plan.cast()) {
            text.append('\n')
                    .append(quoted(who.name() + " ", ','))
                    .append(',')
                    .append(quoted(who.partner().orElse(""), ','));
            text.append(',').append(end(who)).append(',').append(place(who));
            for (Episode episode : episodes) {
                List<BigDecimal> marks = marks(episode, who);
                boolean isIn = in(episode).contains(who);
                for (int judge = 0; judge < judges; judge++) {
                    text.append(',').append(judge < marks.size() ? plain(marks.get(judge)) : isIn ? "N/A" : "0");
                }
            }
        }
        return text.toString();
    }

    /** The source of the season's page. */
    public String wiki() {
        StringBuilder text =
                new StringBuilder("""
            == Cast ==
            === Couples ===
            {| class="wikitable sortable" style="text-align:center;"
            |+Cast of ''%s'' (season %s)
            |-
            ! scope="col" | Celebrity<ref name="cast" />
            ! scope="col" class="unsortable"| Notability
            ! scope="col" | Professional partner
            ! scope="col" | Status
            """.formatted(plan.show(), plan.title().replaceAll("\\D", "")));
        for (Contestant who : plan.cast()) {
            text.append("|- style=\"height:50px\"\n! scope=\"row\"| {{sortname|")
                    .append(who.name().replaceFirst(" ", "|"))
                    .append("}}\n| [[Actor|Film]] & television\n| [[")
                    .append(who.partner().orElse(""))
                    .append(" (dancer)|")
                    .append(who.partner().orElse(""))
                    .append(
                            "]]<br />''{{small|[[Somebody Else]] (Week 9)}}''\n| style=\"background:#f4c7b8\"|{{nowrap|")
                    .append(status(who))
                    .append("}}\n");
        }
        text.append("|}\n\n==Episodes==\n");
        for (Episode episode : plan.episodes()) {
            text.append("""
                {{#invoke:Episode list|sublist|Season
                | EpisodeNumber   = %d
                | EpisodeNumber2  = %d
                | Title           = %s
                | OriginalAirDate = {{Start date|%s}}
                }}
                """.formatted(
                            500 + episode.number(),
                            episode.number(),
                            episode.title(),
                            episode.airsAt().toLocalDate().toString().replace('-', '|')));
        }
        text.append("\n== Weekly scores ==\n");
        plan.episodes().forEach(episode -> week(episode, text));
        return text.toString();
    }

    private void week(Episode episode, StringBuilder text) {
        if (in(episode).stream().allMatch(who -> marks(episode, who).isEmpty())) {
            return;
        }
        text.append("=== Week %d: %s ===\n{| class=\"wikitable\"\n".formatted(episode.number(), episode.title()));
        text.append("! scope=\"col\" | Couple\n! scope=\"col\" | Scores<ref>a 10, a note</ref>\n! Dance\n! Result \n");
        for (Contestant who : in(episode)) {
            List<BigDecimal> marks = marks(episode, who);
            String total = plain(marks.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            text.append("|-\n! scope=\"row\" | ").append(couple(who)).append("\n| ");
            text.append(
                    marks.isEmpty()
                            ? ""
                            : total + " (" + marks.stream().map(Layouts::plain).collect(Collectors.joining(", ")));
            text.append(marks.isEmpty() ? "" : "){{efn|It was a 9, they said.}} ")
                    .append("\n| Jive\n| bgcolor= f4c7b8 | ");
            text.append(fate(episode, who)).append('\n');
        }
        text.append("|}\n");
    }

    /** By first names where they are enough, as such pages do. */
    private static String couple(Contestant who) {
        return first(who.name()) + " & " + first(who.partner().orElse(""));
    }

    private static String first(String name) {
        return name.split(" ")[0].length() < 3 || name.startsWith("Lil") ? name : name.split(" ")[0];
    }

    private String status(Contestant who) {
        for (Episode episode : plan.episodes()) {
            Result result = result(episode);
            String day = "<br />{{small|on " + DAY.format(episode.airsAt()) + "}}";
            if (result.eliminated().orElse(List.of()).contains(who.id())) {
                return "Eliminated 5th" + day;
            }
            if (result.withdrew().contains(who.id())) {
                return "Withdrew" + day;
            }
        }
        return List.of("'''Winners'''", "Runners-up", "Third place", "Fourth place", "Fifth place")
                .get(Integer.parseInt(place(who)) - 1);
    }

    private String end(Contestant who) {
        for (Episode episode : plan.episodes()) {
            if (result(episode).eliminated().orElse(List.of()).contains(who.id())) {
                return "Eliminated Week " + (plan.episodes().indexOf(episode) + 1);
            }
            if (result(episode).withdrew().contains(who.id())) {
                return "Withdrew Week " + (plan.episodes().indexOf(episode) + 1);
            }
        }
        return place(who) + List.of("st", "nd", "rd", "th", "th").get(Integer.parseInt(place(who)) - 1) + " Place";
    }

    private String place(Contestant who) {
        return plan.results().values().stream()
                .map(result -> result.placements().get(who.id()))
                .filter(place -> place != null)
                .findFirst()
                .map(Object::toString)
                .orElse("");
    }

    private String fate(Episode episode, Contestant who) {
        Result result = result(episode);
        return result.eliminated().orElse(List.of()).contains(who.id())
                ? "Eliminated"
                : result.withdrew().contains(who.id()) ? "Withdrew" : "Safe";
    }

    private boolean isLast(Episode episode) {
        return plan.episodes().indexOf(episode) == plan.episodes().size() - 1;
    }

    private List<Contestant> in(Episode episode) {
        return plan.cast().stream()
                .filter(who -> plan.episodes().stream()
                        .takeWhile(earlier -> !earlier.equals(episode))
                        .noneMatch(earlier -> result(earlier).gone().contains(who.id())))
                .toList();
    }

    private List<BigDecimal> marks(Episode episode, Contestant who) {
        return result(episode).marks().orElse(Map.of()).getOrDefault(who.id(), List.of());
    }

    private Result result(Episode episode) {
        return Optional.ofNullable(plan.results().get(episode.number())).orElse(Result.NOTHING);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String quoted(String cell, char separator) {
        return cell.indexOf(separator) >= 0 || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}

package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Facts;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.league.EnterResult;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.sheet.PlanSheet;
import io.github.mirrorball.show.sheet.Sheet;
import io.github.mirrorball.show.sheet.SheetReading;
import io.github.mirrorball.show.sheet.SheetUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/**
 * {@code /result import}: results from a file. What it adds is shown first; where it differs from what was entered, the season's own is kept
 * unless the host chooses the file's. Each night becomes a version of its result as if it had been typed.
 */
public final class ResultImport {

    private static final String CONFIRM = "import-enter";
    private static final String CHOOSE = "import-choose";
    private static final String EDIT = "import-edit";
    private static final int MOST_CHOICES = 25;
    private static final int LABEL = 100;

    private final Lookup lookup;
    private final EnterResult enterResult;
    private final Uploads uploads;

    public ResultImport(Lookup lookup, EnterResult enterResult, Uploads uploads) {
        this.lookup = lookup;
        this.enterResult = enterResult;
        this.uploads = uploads;
    }

    SubcommandData definition() {
        return new SubcommandData(
                        "import", "Enter results from a file: a table (CSV), a wiki page’s source, a season file")
                .addOptions(
                        Attached.option("The file; it is shown what would change before anything does"),
                        Lookup.episodeOption("Which episode, if the file does not say", false),
                        Lookup.seasonOption());
    }

    List<Route> routes() {
        return List.of(
                Route.command("result import", Route.Mode.ANSWER_PRIVATE, this::start),
                Route.suggestion("result import", lookup::suggest),
                Route.component(CHOOSE, Route.Mode.UPDATE, this::choose),
                Route.component(EDIT, Route.Mode.MODAL, this::edit),
                Route.component(CONFIRM, Route.Mode.UPDATE, this::enter));
    }

    private Reply start(Request request) {
        Season season = lookup.season(request);
        Uploads.Upload upload = new Uploads.Upload(
                request.user(),
                season.id(),
                request.integer(Lookup.EPISODE).orElse(0),
                sheet(Attached.read(request)),
                Optional.empty(),
                Set.of());
        return preview(request, season, uploads.keep(upload), upload);
    }

    private static Sheet sheet(SheetReading reading) {
        if (reading instanceof SheetReading.SeasonJson season) {
            return PlanSheet.of(Attached.plan(season.reading()));
        }
        return ((SheetReading.Found) reading).sheet();
    }

    /** What a file would change, night by night, each on top of those before it. */
    private record Outcome(
            Map<Episode, Result> nights, List<SheetUpdate.Difference> differences, List<Fault> leftOut) {}

    private Outcome outcome(Season held, Uploads.Upload upload) {
        Season season = held.asEntered();
        SheetUpdate update = SheetUpdate.of(season, upload.sheet(), upload.episode(), upload.chosen());
        Map<Integer, ResultVersion> results = new HashMap<>(season.results());
        Map<Episode, Result> nights = new LinkedHashMap<>();
        List<Fault> leftOut = new ArrayList<>(update.leftOut());
        for (Episode episode : season.episodes()) {
            Optional<Result> night = Optional.ofNullable(update.nights().get(episode.number()));
            List<Fault> faults = night.map(result -> enterResult.faults(season.with(results), episode.number(), result))
                    .orElse(List.of());
            leftOut.addAll(faults);
            if (faults.isEmpty() && night.isPresent()) {
                nights.put(episode, night.get());
                results.put(episode.number(), new ResultVersion(1, night.get(), Instant.EPOCH, 0));
            }
        }
        return new Outcome(
                nights, update.differences(), leftOut.stream().distinct().toList());
    }

    /** The preview of a file that is kept. */
    Reply preview(Request request, Season season, long id, Uploads.Upload upload) {
        Outcome outcome = outcome(season, upload);
        Panels panel = Panels.of(season.id())
                .headline(
                        Sign.RESULT,
                        request.words()
                                .text("import.preview", outcome.nights().size(), Markdown.escape(season.title())));
        outcome.nights()
                .forEach((episode, result) -> panel.text("**" + Wording.episode(request.words(), episode) + "**\n"
                        + Facts.of(request.words(), season, result)));
        panel.part(Attached.leftOut(request, outcome.leftOut()));
        if (!outcome.differences().isEmpty()) {
            panel.part(request.words()
                            .text("import.differs", outcome.differences().size()))
                    .row(differences(request, season, id, upload, outcome));
        }
        if (outcome.nights().isEmpty()) {
            uploads.replace(id, upload);
            return Reply.of(panel.build());
        }
        Button enter = Button.success(
                CONFIRM + ":" + id + ":" + stamp(season, outcome),
                request.words().text("import.enter"));
        Button edit = Button.secondary(EDIT + ":" + id, request.words().text("result.edit"));
        return Reply.of(
                outcome.nights().size() == 1
                        ? panel.row(enter, edit).build()
                        : panel.row(enter).build());
    }

    /** What was confirmed is what was shown: the versions that it stands on. */
    private static int stamp(Season season, Outcome outcome) {
        Season entered = season.asEntered();
        return outcome.nights().keySet().stream()
                        .map(episode -> episode.number() + "/" + entered.version(episode.number()))
                        .collect(Collectors.joining(" "))
                        .hashCode()
                & Integer.MAX_VALUE;
    }

    private static StringSelectMenu differences(
            Request request, Season season, long id, Uploads.Upload upload, Outcome outcome) {
        StringSelectMenu.Builder menu = StringSelectMenu.create(CHOOSE + ":" + id)
                .setPlaceholder(request.words().text("import.keep"))
                .setMinValues(0);
        outcome.differences().stream().limit(MOST_CHOICES).forEach(difference -> {
            String about = difference
                    .about()
                    .flatMap(season::contestant)
                    .map(Contestant::name)
                    .orElseGet(() -> request.words().text("import.left"));
            String label = request.words()
                    .text("import.difference", difference.episode(), about, difference.ours(), difference.theirs());
            menu.addOption(Markdown.cut(Markdown.plain(label), LABEL), difference.key());
        });
        menu.setMaxValues(menu.getOptions().size());
        menu.setDefaultValues(menu.getOptions().stream()
                .map(option -> option.getValue())
                .filter(upload.chosen()::contains)
                .toList());
        return menu.build();
    }

    private Reply choose(Request request) {
        long id = request.number(0);
        Uploads.Upload upload = uploads.find(id, request.user()).choosing(Set.copyOf(request.chosen()));
        Season season = seasonOf(request, upload);
        uploads.replace(id, upload);
        return preview(request, season, id, upload);
    }

    private Season seasonOf(Request request, Uploads.Upload upload) {
        Season season = lookup.season(request, upload.season()).orElseThrow(() -> new Rejection("import.expired"));
        request.requireHost(season);
        return season;
    }

    private Reply edit(Request request) {
        Uploads.Upload upload = uploads.find(request.number(0), request.user());
        Season season = seasonOf(request, upload);
        Map.Entry<Episode, Result> night = outcome(season, upload).nights().entrySet().stream()
                .findFirst()
                .orElseThrow(() -> new Rejection("import.expired"));
        return new ResultForm(request, season, night.getKey())
                .open(season.asEntered().version(night.getKey().number()), night.getValue(), Optional.empty());
    }

    private Reply enter(Request request) {
        long id = request.number(0);
        Uploads.Upload upload = uploads.find(id, request.user());
        Season season = seasonOf(request, upload);
        Outcome outcome = outcome(season, upload);
        if (stamp(season, outcome) != request.number(1)) {
            return preview(request, season, id, upload);
        }
        uploads.drop(id);
        List<String> told = new ArrayList<>();
        outcome.nights().forEach((episode, result) -> told.add(entered(request, season, episode, result)));
        return Reply.of(Panels.of(season.id()).text(String.join("\n", told)).build());
    }

    private String entered(Request request, Season season, Episode episode, Result result) {
        int base = season.asEntered().version(episode.number());
        String named = Wording.episode(request.words(), episode);
        EnterResult.Answer answer = enterResult.enter(season.id(), episode.number(), base, result, request.user());
        if (answer instanceof EnterResult.Answer.Refused refused) {
            return new Rejection(refused.faults()).text(request.words());
        }
        if (answer instanceof EnterResult.Answer.Overtaken overtaken) {
            String by =
                    overtaken.newest().map(newest -> "<@" + newest.by() + ">").orElse("");
            return request.words().text("result.overtaken", named, by);
        }
        return ((EnterResult.Answer.Entered) answer)
                .reveals()
                .map(at -> request.words().text("result.delayed", named, Markdown.moment(at), Markdown.until(at)))
                .orElseGet(() -> request.words().text("result.entered", named));
    }
}

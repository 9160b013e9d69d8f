package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.league.AddSeason;
import io.github.mirrorball.league.CastEdits;
import io.github.mirrorball.league.EditSeason;
import io.github.mirrorball.league.EpisodeEdits;
import io.github.mirrorball.league.Seasons;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.TypedText;
import io.github.mirrorball.show.file.Reading;
import io.github.mirrorball.show.file.SeasonFile;
import io.github.mirrorball.show.sheet.PlanSheet;
import io.github.mirrorball.show.sheet.Sheet;
import io.github.mirrorball.show.sheet.SheetReading;
import io.github.mirrorball.show.sheet.SheetSeason;
import io.github.mirrorball.show.sheet.SheetUpdate;
import io.github.mirrorball.show.typed.CastIndex;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.utils.FileUpload;

/** {@code /season import} and {@code /season export}: a season as a file. */
final class SeasonFiles implements Part {

    private static final String TITLE = "title";
    private static final String WHAT = "what";
    private static final int LONGEST_TITLE = 100;
    private static final String UPDATE = "import-update";
    private static final String ANOTHER = "import-another";

    private final Lookup lookup;
    private final EmojiChoice choice;
    private final Seasons seasons;
    private final AddSeason addSeason;
    private final EditSeason editSeason;
    private final Uploads uploads;
    private final ResultImport results;
    private final SeasonTables tables;

    SeasonFiles(
            Lookup lookup,
            EmojiChoice choice,
            Seasons seasons,
            AddSeason addSeason,
            EditSeason editSeason,
            Uploads uploads,
            ResultImport results,
            SeasonTables tables) {
        this.lookup = lookup;
        this.choice = choice;
        this.seasons = seasons;
        this.addSeason = addSeason;
        this.editSeason = editSeason;
        this.uploads = uploads;
        this.results = results;
        this.tables = tables;
    }

    @Override
    public List<SubcommandData> subcommands() {
        SubcommandData imported = new SubcommandData(
                        "import", "Set a season up from a file: a season file, a table (CSV), a wiki page’s source")
                .addOptions(
                        Attached.option("The file"),
                        Places.channelOption(),
                        new OptionData(OptionType.STRING, TITLE, "What it is called, if the file does not say")
                                .setMaxLength(LONGEST_TITLE),
                        new OptionData(
                                        OptionType.STRING,
                                        Lookup.ZONE,
                                        "In which time zone it airs, if the file does not say")
                                .setAutoComplete(true),
                        new OptionData(
                                        OptionType.STRING,
                                        Lookup.AIRS,
                                        "When its first night airs, if the file does not say")
                                .setAutoComplete(true));
        SubcommandData exported = new SubcommandData("export", "Get a season as a file, with its results so far")
                .addOptions(
                        new OptionData(OptionType.STRING, WHAT, "What of it; the season file unless you say otherwise")
                                .addChoice("the season file", "season")
                                .addChoice("results as a table", "results")
                                .addChoice("standings as a table", "standings")
                                .addChoice("picks as a table", "picks"),
                        Lookup.seasonOption());
        return List.of(imported, exported);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("season import", Route.Mode.ANSWER_PRIVATE, this::importFile),
                Route.suggestion("season import", lookup::suggest),
                Route.component(UPDATE, Route.Mode.UPDATE, this::update),
                Route.component(ANOTHER, Route.Mode.UPDATE, this::another),
                Route.command("season export", Route.Mode.ANSWER_PRIVATE, this::exportFile),
                Route.suggestion("season export", lookup::suggest));
    }

    private Reply importFile(Request request) {
        SheetReading reading = Attached.read(request);
        SeasonPlan plan = plan(request, reading);
        Sheet sheet = reading instanceof SheetReading.Found found ? found.sheet() : PlanSheet.of(plan);
        Uploads.Upload upload = new Uploads.Upload(request.user(), 0, 0, sheet, Optional.of(plan), Set.of());
        Optional<Season> same = seasons.of(request.server()).stream()
                .filter(season -> !season.archived())
                .filter(season -> TypedText.key(season.title()).equals(TypedText.key(plan.title())))
                .findFirst()
                .flatMap(season -> seasons.find(season.id()));
        return same.isPresent() ? askWhich(request, same.get(), upload) : added(request, Places.first(request), upload);
    }

    private SeasonPlan plan(Request request, SheetReading reading) {
        return Attached.plan(
                reading instanceof SheetReading.SeasonJson season
                        ? season.reading()
                        : SeasonFile.read(SeasonFile.write(season(request, ((SheetReading.Found) reading).sheet()))));
    }

    private Season season(Request request, Sheet sheet) {
        if (request.text(Lookup.ZONE).isEmpty()) {
            throw new Rejection("import.zone");
        }
        String title = request.text(TITLE).orElseGet(() -> Attached.name(request));
        SheetSeason.Terms terms = new SheetSeason.Terms(title, Lookup.zone(request), lookup.time(request, Lookup.AIRS));
        Sheet called = request.text(TITLE).isPresent() ? sheet.called(title) : sheet;
        return SheetSeason.of(called, terms).orElseThrow(() -> new Rejection("import.airs"));
    }

    private Reply added(Request request, Posting posting, Uploads.Upload upload) {
        SeasonPlan plan = upload.plan().orElseThrow(() -> new Rejection("import.expired"));
        addSeason.add(request.server(), plan, posting, request.user());
        String done = request.words()
                .text(
                        "season.imported",
                        Markdown.escape(plan.title()),
                        plan.cast().size(),
                        plan.episodes().size(),
                        "<#" + posting.channel() + ">");
        String made = upload.sheet().nights().isEmpty() ? "\n" + request.words().text("import.made") : "";
        String leftOut = Attached.leftOut(request, upload.sheet().leftOut());
        String letters = choice.letters(request, plan.cast(), Set.of());
        return Places.answer(
                request,
                plan.at(posting),
                done + made + (leftOut.isEmpty() ? "" : "\n" + leftOut) + (letters.isEmpty() ? "" : "\n" + letters));
    }

    /** A season of this title is there: the file may be news of it, or of another run. */
    private Reply askWhich(Request request, Season season, Uploads.Upload upload) {
        SeasonPlan plan = upload.plan().orElseThrow(() -> new Rejection("import.expired"));
        SheetUpdate changes = SheetUpdate.of(season.asEntered(), upload.sheet(), 0, Set.of());
        int newcomers = newcomers(season, plan).size();
        int episodes = episodes(season, plan).size();
        long id = uploads.keep(upload);
        Button another = Button.secondary(
                ANOTHER + ":" + id + ":" + Places.first(request).channel(),
                request.words().text("import.another"));
        boolean isSame = newcomers
                        + episodes
                        + changes.nights().size()
                        + changes.differences().size()
                == 0;
        Panels panel = Panels.of(season.id())
                .text(request.words()
                        .text(
                                isSame ? "import.same" : "import.which",
                                Markdown.escape(season.title()),
                                newcomers,
                                episodes,
                                changes.nights().size(),
                                changes.differences().size()));
        return Reply.of(
                isSame
                        ? panel.row(another).build()
                        : panel.row(
                                        Button.success(
                                                UPDATE + ":" + id + ":" + season.id(),
                                                request.words().text("import.update")),
                                        another)
                                .build());
    }

    private static List<CastEdits.Newcomer> newcomers(Season season, SeasonPlan plan) {
        CastIndex index = new CastIndex(season.cast());
        return plan.cast().stream()
                .filter(who -> season.contestant(who.id()).isEmpty()
                        && index.find(who.label()).fitting().isEmpty()
                        && index.find(who.name()).fitting().isEmpty())
                .map(who -> new CastEdits.Newcomer(who.name(), who.partner(), who.emoji()))
                .toList();
    }

    private static List<Episode> episodes(Season season, SeasonPlan plan) {
        return plan.episodes().stream()
                .filter(episode -> season.episode(episode.number()).isEmpty())
                .toList();
    }

    private Reply update(Request request) {
        long id = request.number(0);
        Uploads.Upload upload = uploads.find(id, request.user());
        Season season = lookup.seasonOf(request, 1);
        request.requireHost(season);
        SeasonPlan plan = upload.plan().orElseThrow(() -> new Rejection("import.expired"));
        List<CastEdits.Newcomer> newcomers = newcomers(season, plan);
        List<Episode> episodes = episodes(season, plan);
        if (!newcomers.isEmpty()) {
            Changes.made(editSeason.edit(season.id(), request.user(), CastEdits.add(newcomers)));
        }
        if (!episodes.isEmpty()) {
            Changes.made(editSeason.edit(season.id(), request.user(), EpisodeEdits.add(episodes)));
        }
        Uploads.Upload decided = upload.of(season.id());
        uploads.replace(id, decided);
        return results.preview(request, lookup.seasonOf(request, 1), id, decided);
    }

    private Reply another(Request request) {
        long id = request.number(0);
        Uploads.Upload upload = uploads.find(id, request.user());
        uploads.drop(id);
        return added(request, Posting.to(request.number(1)), upload);
    }

    /** A file that could not be imported again is not given out. */
    private Reply exportFile(Request request) {
        Season season = lookup.season(request);
        return switch (request.text(WHAT).orElse("season")) {
            case "results" -> table(request, season, "results", tables.results(season.asEntered()));
            case "standings" -> table(request, season, "standings", tables.standings(season));
            case "picks" -> table(request, season, "picks", tables.picks(season));
            default -> seasonFile(request, season);
        };
    }

    private static Reply table(Request request, Season season, String what, byte[] file) {
        return Reply.of(Panels.of(season.id())
                .text(request.words().text("season.exportedTable", Markdown.escape(season.title())))
                .file(FileUpload.fromData(file, name(season).replace(".json", "-" + what + ".csv")))
                .build());
    }

    private Reply seasonFile(Request request, Season season) {
        byte[] file = SeasonFile.write(season);
        if (SeasonFile.read(file) instanceof Reading.Faulty faulty) {
            throw new Rejection(faulty.faults());
        }
        return Reply.of(Panels.of(season.id())
                .text(request.words().text("season.exported", Markdown.escape(season.title())))
                .file(FileUpload.fromData(file, name(season)))
                .build());
    }

    private static String name(Season season) {
        String slug = season.title()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return (slug.isEmpty() ? "season" : slug) + ".json";
    }
}

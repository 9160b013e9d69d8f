package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.league.AddSeason;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.file.Reading;
import io.github.mirrorball.show.file.SeasonFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.utils.FileUpload;
import okhttp3.OkHttpClient;

/** {@code /season import} and {@code /season export}: a season as a file. */
final class SeasonFiles implements Part {

    private static final long DOWNLOAD_SECONDS = 30;

    private final Lookup lookup;
    private final AddSeason addSeason;

    SeasonFiles(Lookup lookup, AddSeason addSeason) {
        this.lookup = lookup;
        this.addSeason = addSeason;
    }

    @Override
    public List<SubcommandData> subcommands() {
        SubcommandData imported = new SubcommandData("import", "Set a season up from a season file")
                .addOptions(
                        new OptionData(OptionType.ATTACHMENT, "file", "The season file (JSON)", true),
                        Places.channelOption());
        SubcommandData exported = new SubcommandData("export", "Get a season as a file, with its results so far")
                .addOptions(Lookup.seasonOption());
        return List.of(imported, exported);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("season import", Route.Mode.ANSWER_PRIVATE, this::importFile),
                Route.command("season export", Route.Mode.ANSWER_PRIVATE, this::exportFile),
                Route.suggestion("season export", lookup::suggest));
    }

    private Reply importFile(Request request) {
        Message.Attachment file = request.file("file").orElseThrow(() -> new Rejection("season.noFile"));
        if (file.getSize() > SeasonFile.LARGEST) {
            throw new Rejection("season.tooLarge");
        }
        Reading reading = SeasonFile.read(download(file));
        if (reading instanceof Reading.Faulty faulty) {
            throw new Rejection(faulty.faults());
        }
        SeasonPlan plan = ((Reading.Read) reading).plan();
        Posting posting = Places.first(request);
        addSeason.add(request.server(), plan, posting, request.user());
        return Places.answer(
                request,
                plan.at(posting),
                request.words()
                        .text(
                                "season.imported",
                                Markdown.escape(plan.title()),
                                plan.cast().size(),
                                plan.episodes().size(),
                                "<#" + posting.channel() + ">"));
    }

    /** By the session's own client: JDA's other one keeps threads, and with them the program, for a minute. */
    private static byte[] download(Message.Attachment file) {
        OkHttpClient client = file.getJDA().getHttpClient();
        try (InputStream in = file.getProxy().withClient(client).download().get(DOWNLOAD_SECONDS, TimeUnit.SECONDS)) {
            return in.readNBytes(SeasonFile.LARGEST + 1);
        } catch (IOException | ExecutionException | TimeoutException failed) {
            throw new Rejection("season.noDownload");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Rejection("season.noDownload");
        }
    }

    /** A file that could not be imported again is not given out. */
    private Reply exportFile(Request request) {
        Season season = lookup.season(request);
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

package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.Feature;
import io.github.mirrorball.discord.Rejection;
import io.github.mirrorball.discord.Reply;
import io.github.mirrorball.discord.Request;
import io.github.mirrorball.discord.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.schedule.AddSeason;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.file.Reading;
import io.github.mirrorball.show.file.SeasonFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /season}: import and look at a season. */
public final class SeasonCommand implements Feature {

    private static final long DOWNLOAD_SECONDS = 30;

    private final Lookup lookup;
    private final AddSeason addSeason;

    public SeasonCommand(Lookup lookup, AddSeason addSeason) {
        this.lookup = lookup;
        this.addSeason = addSeason;
    }

    @Override
    public Optional<CommandData> definition() {
        SubcommandData imported = new SubcommandData("import", "Set a season up from a season file")
                .addOptions(
                        new OptionData(OptionType.ATTACHMENT, "file", "The season file (JSON)", true),
                        new OptionData(
                                        OptionType.CHANNEL,
                                        "channel",
                                        "Where it is posted; here unless you say otherwise")
                                .setChannelTypes(ChannelType.TEXT, ChannelType.NEWS));
        SubcommandData show =
                new SubcommandData("show", "Show a season: who is in, what is next").addOptions(Lookup.seasonOption());
        return Optional.of(Commands.slash("season", "Set a season up and look at it")
                .setContexts(InteractionContextType.GUILD)
                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_EVENTS))
                .addSubcommands(imported, show));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("season import", Route.Mode.ANSWER_PRIVATE, this::importFile),
                Route.command("season show", Route.Mode.ANSWER_PRIVATE, this::show),
                Route.suggestion("season show", lookup::suggest));
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
        long channel = request.id("channel").orElse(request.channel());
        addSeason.add(request.server(), plan, Posting.to(channel), request.user());
        return Reply.of(Panels.notice(request.words()
                .text(
                        "season.imported",
                        Markdown.escape(plan.title()),
                        plan.cast().size(),
                        plan.episodes().size(),
                        "<#" + channel + ">")));
    }

    private static byte[] download(Message.Attachment file) {
        try (InputStream in = file.getProxy()
                .withClient(file.getJDA().getHttpClient())
                .download()
                .get(DOWNLOAD_SECONDS, TimeUnit.SECONDS)) {
            return in.readNBytes(SeasonFile.LARGEST + 1);
        } catch (IOException | ExecutionException | TimeoutException failed) {
            throw new Rejection("season.noDownload");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Rejection("season.noDownload");
        }
    }

    private Reply show(Request request) {
        Season season = lookup.season(request);
        return Reply.of(SeasonView.of(request.words(), season));
    }
}

package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.league.EditSeason;
import io.github.mirrorball.league.SettingsEdits;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonSettings;
import io.github.mirrorball.show.typed.DurationText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /season settings}: how a season is run. Shows it when nothing is to be changed. */
final class SeasonSettingsCommand implements Part {

    private static final String NONE = "none";
    private static final String BEST = "best-episodes";
    private static final String CLEAR = "clear";
    private static final String WORTH = "worth";

    private final Lookup lookup;
    private final EditSeason editSeason;

    SeasonSettingsCommand(Lookup lookup, EditSeason editSeason) {
        this.lookup = lookup;
        this.editSeason = editSeason;
    }

    @Override
    public List<SubcommandData> subcommands() {
        List<OptionData> options = new ArrayList<>();
        options.add(Lookup.seasonOption());
        options.add(whole("open-lead", "Polls open so many hours before air time at the earliest", 1, 720));
        options.add(whole("lock-offset", "Polls lock so many minutes after air time; below 0 before it", -600, 120));
        options.add(
                new OptionData(OptionType.STRING, "reminders", "How long before the lock, such as 24h 1h; or none"));
        options.add(flag("secret", "Ballots are secret"));
        options.add(flag("low-score", "The season may ask for the lowest total"));
        options.add(flag("underdog", "Rare right picks earn up to twice as much"));
        options.add(flag("joker", "Every fan may double one episode of their choice"));
        options.add(flag("crowd", "Show The Crowd as a line of the standings"));
        options.add(whole(BEST, "Only a fan's best so many episodes count", 1, 60));
        options.add(flag("season-winner", "Ask for the winner all season long, too"));
        options.add(flag("spoilers", "Hide results behind spoiler marks"));
        options.add(whole("reveal-delay", "Results wait so many hours before fans see them", 0, 168));
        options.add(Places.channelOption().setDescription("Where it is posted"));
        options.addAll(Places.options());
        Arrays.stream(AskKind.values()).map(SeasonSettingsCommand::worth).forEach(options::add);
        options.add(new OptionData(OptionType.STRING, CLEAR, "Take a setting away")
                .addChoice("best episodes", BEST)
                .addChoice("host channel", Places.HOST_CHANNEL)
                .addChoice("host role", Places.HOST_ROLE)
                .addChoice("mention role", Places.MENTION_ROLE)
                .addChoice("points of this season's own", WORTH));
        return List.of(new SubcommandData("settings", "Show or change how a season is run").addOptions(options));
    }

    private static OptionData whole(String name, String description, int least, int most) {
        return new OptionData(OptionType.INTEGER, name, description).setRequiredRange(least, most);
    }

    private static OptionData flag(String name, String description) {
        return new OptionData(OptionType.BOOLEAN, name, description);
    }

    private static OptionData worth(AskKind kind) {
        String named = kind.id().replace('_', ' ');
        return new OptionData(OptionType.NUMBER, worthOf(kind), "Points for a right pick: " + named)
                .setRequiredRange(0.0, 1000.0);
    }

    private static String worthOf(AskKind kind) {
        return WORTH + "-" + kind.id().replace('_', '-');
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("season settings", Route.Mode.ANSWER_PRIVATE, this::settings),
                Route.suggestion("season settings", lookup::suggest));
    }

    private Reply settings(Request request) {
        Season season = lookup.season(request);
        if (isQuestion(request)) {
            return Reply.of(SettingsView.of(request.words(), season));
        }
        Season changed = Changes.made(editSeason.edit(
                        season.id(),
                        request.user(),
                        (held, now) -> SettingsEdits.set(
                                        settings(request, held.settings()),
                                        posting(request, held.posting()),
                                        request.flag("season-winner"))
                                .on(held, now)))
                .season();
        Needs.Lacks lacks = Needs.lacking(request, List.of(changed));
        return Reply.of(SettingsView.changed(
                request.words(),
                changed,
                lacks.troubles().isEmpty() ? Sign.DONE : Sign.TROUBLE,
                lacks.text(),
                Places.secondStep(request, changed.posting())));
    }

    private static boolean isQuestion(Request request) {
        return request.interaction() instanceof CommandInteractionPayload command
                && command.getOptions().stream()
                        .allMatch(option -> option.getName().equals(Lookup.SEASON));
    }

    private static SeasonSettings settings(Request request, SeasonSettings now) {
        return new SeasonSettings(
                duration(request.integer("open-lead"), Duration.ofHours(1), now.openLead()),
                duration(request.integer("lock-offset"), Duration.ofMinutes(1), now.lockOffset()),
                request.text("reminders").map(SeasonSettingsCommand::reminders).orElse(now.reminders()),
                request.flag("secret").orElse(now.secret()),
                request.flag("low-score").orElse(now.lowScore()),
                request.flag("underdog").orElse(now.underdog()),
                request.flag("joker").orElse(now.joker()),
                best(request, now),
                worth(request, now.worth()),
                request.flag("crowd").orElse(now.crowd()),
                request.flag("spoilers").orElse(now.hideSpoilers()),
                duration(request.integer("reveal-delay"), Duration.ofHours(1), now.revealDelay()),
                now.language());
    }

    private static Duration duration(OptionalInt given, Duration unit, Duration now) {
        return given.isPresent() ? unit.multipliedBy(given.getAsInt()) : now;
    }

    private static OptionalInt best(Request request, SeasonSettings now) {
        OptionalInt given = request.integer(BEST);
        if (given.isPresent()) {
            return given;
        }
        return clears(request, BEST) ? OptionalInt.empty() : now.bestEpisodes();
    }

    private static boolean clears(Request request, String setting) {
        return request.text(CLEAR).filter(setting::equals).isPresent();
    }

    private static List<Duration> reminders(String typed) {
        if (typed.strip().equalsIgnoreCase(NONE)) {
            return List.of();
        }
        return DurationText.read(typed).orElseThrow(() -> new Rejection("settings.reminders.unreadable"));
    }

    private static Map<AskKind, BigDecimal> worth(Request request, Map<AskKind, BigDecimal> now) {
        Map<AskKind, BigDecimal> worth = new EnumMap<>(AskKind.class);
        if (!clears(request, WORTH)) {
            worth.putAll(now);
        }
        for (AskKind kind : AskKind.values()) {
            request.decimal(worthOf(kind)).ifPresent(points -> worth.put(kind, plain(points)));
        }
        return worth;
    }

    /** As the season file would read it, so that what is exported is what is kept. */
    private static BigDecimal plain(BigDecimal points) {
        BigDecimal stripped = points.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Posting posting(Request request, Posting now) {
        Posting named = Places.read(request, now);
        return new Posting(
                named.channel(),
                cleared(request, Places.HOST_CHANNEL, named.hostChannel()),
                cleared(request, Places.MENTION_ROLE, named.mentionRole()),
                cleared(request, Places.HOST_ROLE, named.hostRole()));
    }

    private static OptionalLong cleared(Request request, String setting, OptionalLong now) {
        return clears(request, setting) ? OptionalLong.empty() : now;
    }
}

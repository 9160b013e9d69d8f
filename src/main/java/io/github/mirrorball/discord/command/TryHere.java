package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.sample.Leftovers;
import io.github.mirrorball.discord.sample.TrialText;
import io.github.mirrorball.discord.sample.Trials;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.SampleCard;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.league.Seasons;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.modals.Modal;

/** The button under a check-up: posts a sample of everything that a season needs, takes it away again, and tells what Discord refused. */
public final class TryHere implements Feature {

    private static final String HERE = "try";
    private static final String ELSEWHERE = "try-in";
    private static final String FORM = "try-form";
    private static final String TYPED = "typed";

    private final Seasons seasons;
    private final Trials trials;
    private final Leftovers leftovers;

    public TryHere(Seasons seasons, Trials trials, Leftovers leftovers) {
        this.seasons = seasons;
        this.trials = trials;
        this.leftovers = leftovers;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.empty();
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.component(HERE, Route.Mode.ANSWER_PRIVATE, request -> run(request, request.number(0))),
                Route.component(ELSEWHERE, Route.Mode.ANSWER_PRIVATE, request -> run(request, chosen(request))),
                Route.component(FORM, Route.Mode.MODAL, TryHere::form),
                Route.form(FORM, Route.Mode.ANSWER_PRIVATE, TryHere::filledIn),
                Route.component(SampleCard.PATH, Route.Mode.ANSWER_PRIVATE, TryHere::pressed));
    }

    /** Adds the button for the season's channel, or for this one, and the menu of the others. */
    static Panels offer(Request request, Panels panel, List<Season> seasons) {
        Messages words = request.words();
        long channel = home(request, seasons);
        return panel.hint(words.text("sample.offer", "<#" + channel + ">"))
                .row(Button.primary(HERE + ":" + channel, words.text("sample.here")))
                .row(EntitySelectMenu.create(ELSEWHERE, EntitySelectMenu.SelectTarget.CHANNEL)
                        .setChannelTypes(ChannelType.TEXT, ChannelType.NEWS)
                        .setPlaceholder(words.text("sample.elsewhereMenu"))
                        .build());
    }

    /** The channel of a season: this one if it is one, else the newest season's; without a season this one. */
    private static long home(Request request, List<Season> seasons) {
        return seasons.stream()
                .map(season -> season.posting().channel())
                .filter(channel -> channel == request.channel())
                .findFirst()
                .or(() -> seasons.stream()
                        .map(season -> season.posting().channel())
                        .findFirst())
                .orElseGet(request::channel);
    }

    private static long chosen(Request request) {
        return request.chosenIds().stream().findFirst().orElseThrow(() -> new Rejection("reply.stale"));
    }

    private Reply run(Request request, long id) {
        List<Season> known = living(request);
        List<Season> posted = known.stream()
                .filter(season -> season.posting().channel() == id)
                .toList();
        requireHost(request, posted.isEmpty() ? known : posted);
        GuildMessageChannel channel = request.guild().getChannelById(GuildMessageChannel.class, id);
        if (channel == null) {
            throw new Rejection("sample.hidden", "<#" + id + ">");
        }
        requireTheirs(request, channel, posted);
        Optional<Season> season =
                posted.stream().findFirst().or(() -> known.stream().findFirst());
        Trials.Report report = trials.run(channel, season, request.words());
        if (!report.left().isEmpty()) {
            leftovers.look();
        }
        return Reply.of(told(request, report, channel, season));
    }

    private List<Season> living(Request request) {
        return seasons.of(request.server()).stream()
                .filter(named -> !named.archived())
                .flatMap(named -> seasons.find(named.id()).stream())
                .toList();
    }

    private static void requireHost(Request request, List<Season> seasons) {
        boolean host = request.isLetThrough()
                || request.member().hasPermission(Permission.MANAGE_EVENTS)
                || seasons.stream().anyMatch(request::isHost);
        if (!host) {
            throw new Rejection("reply.hostsOnly");
        }
    }

    /** Elsewhere than in a season's channel nobody makes the bot post where they cannot post themselves. */
    private static void requireTheirs(Request request, GuildMessageChannel channel, List<Season> posted) {
        if (!Places.isFit(channel.getType())) {
            throw new Rejection("sample.unfit");
        }
        if (posted.isEmpty()
                && !request.member().hasPermission(channel, Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND)) {
            throw new Rejection("sample.notTheirs");
        }
    }

    private static Container told(
            Request request, Trials.Report report, GuildMessageChannel channel, Optional<Season> season) {
        Messages words = request.words();
        String mention = channel.getAsMention();
        TrialText text = new TrialText(words, mention);
        return Panels.plain()
                .headline(Sign.SETTINGS, words.text("sample.tried", mention))
                .text(text.works(report))
                .text(text.troubles(report))
                .text(season.map(each -> Needs.silentRole(request, each)).orElse(""))
                .text(text.skipped(report))
                .text(TrialText.left(words, report.left()))
                .part(words.text("sample.form"))
                .row(
                        Button.primary(FORM, words.text("sample.form.open")),
                        Button.secondary(HERE + ":" + channel.getId(), words.text("sample.again")))
                .build();
    }

    private static Reply form(Request request) {
        Messages words = request.words();
        TextInput typed = TextInput.create(TYPED, TextInputStyle.SHORT)
                .setPlaceholder(words.text("sample.form.hint"))
                .setRequired(false)
                .build();
        return new Reply.Form(Modal.create(FORM, words.text("sample.title"))
                .addComponents(Label.of(words.text("sample.form.label"), typed))
                .build());
    }

    private static Reply filledIn(Request request) {
        return Reply.of(Panels.notice(Sign.DONE, request.words().text("sample.form.done")));
    }

    private static Reply pressed(Request request) {
        return Reply.of(Panels.notice(Sign.HELP, request.words().text("sample.pressed")));
    }
}

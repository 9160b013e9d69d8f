package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Season;
import java.util.List;
import java.util.OptionalLong;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/** The options that say where a season is posted and who hosts it. */
final class Places {

    static final String HOST_CHANNEL = "host-channel";
    static final String MENTION_ROLE = "mention-role";
    static final String HOST_ROLE = "host-role";
    private static final String CHANNEL = "channel";

    /** Discord's own page on who sees which command. */
    private static final String COMMAND_PERMISSIONS = "https://support.discord.com/hc/en-us/articles/10952896421783";

    private Places() {}

    /** Whether a season can be posted in a channel of this type. */
    static boolean isFit(ChannelType type) {
        return type == ChannelType.TEXT || type == ChannelType.NEWS;
    }

    static OptionData channelOption() {
        return new OptionData(OptionType.CHANNEL, CHANNEL, "Where it is posted; here unless you say otherwise")
                .setChannelTypes(ChannelType.TEXT, ChannelType.NEWS);
    }

    static List<OptionData> options() {
        return List.of(
                new OptionData(OptionType.CHANNEL, HOST_CHANNEL, "Where hosts are asked for results")
                        .setChannelTypes(ChannelType.TEXT, ChannelType.NEWS),
                new OptionData(OptionType.ROLE, HOST_ROLE, "Who may host without Manage Events"),
                new OptionData(OptionType.ROLE, MENTION_ROLE, "Who is mentioned by reminders"));
    }

    /** Where a new season is to be: here unless another channel is named. */
    static Posting first(Request request) {
        if (request.id(CHANNEL).isEmpty()) {
            requireFit(request.channelType());
        }
        return read(request, Posting.to(request.channel()));
    }

    private static void requireFit(ChannelType here) {
        if (here.isThread()) {
            throw new Rejection("place.thread");
        }
        if (!isFit(here)) {
            throw new Rejection("place.unfit");
        }
    }

    /** Where it is to be, with what the request does not name left as it was. */
    static Posting read(Request request, Posting before) {
        return new Posting(
                request.id(CHANNEL).orElse(before.channel()),
                or(request.id(HOST_CHANNEL), before.hostChannel()),
                or(role(request, MENTION_ROLE), before.mentionRole()),
                or(role(request, HOST_ROLE), before.hostRole()));
    }

    /** Tells that a season is set up, and at once what is lacking where it is posted. */
    static Reply answer(Request request, Season season, String done) {
        Needs.Lacks lacks = Needs.lacking(request, List.of(season));
        Sign sign = lacks.troubles().isEmpty() ? Sign.DONE : Sign.TROUBLE;
        return Reply.of(Panels.plain()
                .text(sign.before(done))
                .part(lacks.text())
                .part(secondStep(request, season.posting()))
                .build());
    }

    /** Discord hides the hosts' commands from a host role, whatever the bot thinks of it. */
    static String secondStep(Request request, Posting posting) {
        OptionalLong role = posting.hostRole();
        return role.isPresent() && request.id(HOST_ROLE).isPresent()
                ? request.words().text("season.hostRole", "<@&" + role.getAsLong() + ">", COMMAND_PERMISSIONS)
                : "";
    }

    private static OptionalLong or(OptionalLong named, OptionalLong before) {
        return named.isPresent() ? named : before;
    }

    /** The role of everyone has the server's own id: it would make everyone a host, and no reminder may mention everyone. */
    private static OptionalLong role(Request request, String option) {
        OptionalLong role = request.id(option);
        if (role.isPresent() && role.getAsLong() == request.server()) {
            throw new Rejection("season.everyone");
        }
        return role;
    }
}

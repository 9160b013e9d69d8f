package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.show.Posting;
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

    private Places() {}

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

    /** Where it is to be, with what the request does not name left as it was. */
    static Posting read(Request request, Posting before) {
        return new Posting(
                request.id(CHANNEL).orElse(before.channel()),
                or(request.id(HOST_CHANNEL), before.hostChannel()),
                or(role(request, MENTION_ROLE), before.mentionRole()),
                or(role(request, HOST_ROLE), before.hostRole()));
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

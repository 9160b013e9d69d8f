package io.github.mirrorball.discord.command;

import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Season;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;

/** What the bot needs in the channels of seasons, and what of that it does not have. */
final class Needs {

    private static final List<Permission> TO_POST =
            List.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND, Permission.MESSAGE_HISTORY);
    private static final List<Permission> WELCOME = List.of(Permission.MESSAGE_MANAGE);

    private Needs() {}

    /**
     * What a channel lacks.
     *
     * @param isHidden whether the channel is not there at all, or out of sight
     * @param missing without which something cannot be done
     * @param welcome without which something is done less well
     */
    record Lack(long channel, boolean isHidden, List<Permission> missing, List<Permission> welcome) {

        boolean isNothing() {
            return !isHidden && missing.isEmpty() && welcome.isEmpty();
        }
    }

    /** What is lacking in the channels of these seasons, each channel once. */
    static List<Lack> lacking(Guild server, List<Season> seasons) {
        Map<Long, Set<Permission>> needed = new LinkedHashMap<>();
        Set<Long> ballots = new LinkedHashSet<>();
        for (Season season : seasons) {
            ballots.add(season.posting().channel());
            needed.computeIfAbsent(season.posting().channel(), id -> new LinkedHashSet<>(TO_POST))
                    .addAll(toSeed(season));
            season.posting()
                    .hostChannel()
                    .ifPresent(host -> needed.computeIfAbsent(host, id -> new LinkedHashSet<>(TO_POST)));
        }
        List<Lack> lacks = new ArrayList<>();
        needed.forEach((channel, all) -> lacks.add(lack(server, channel, all, ballots.contains(channel))));
        return lacks.stream().filter(lack -> !lack.isNothing()).toList();
    }

    private static List<Permission> toSeed(Season season) {
        if (season.settings().secret()) {
            return List.of();
        }
        boolean foreign = season.cast().stream()
                .map(Contestant::emoji)
                .flatMap(emoji -> emoji.stream())
                .anyMatch(emoji -> emoji.startsWith("<"));
        return foreign
                ? List.of(Permission.MESSAGE_ADD_REACTION, Permission.MESSAGE_EXT_EMOJI)
                : List.of(Permission.MESSAGE_ADD_REACTION);
    }

    private static Lack lack(Guild server, long id, Set<Permission> needed, boolean ballots) {
        GuildMessageChannel channel = server.getChannelById(GuildMessageChannel.class, id);
        if (channel == null) {
            return new Lack(id, true, List.of(), List.of());
        }
        Set<Permission> given = given(server.getSelfMember(), channel);
        return new Lack(
                id,
                false,
                needed.stream().filter(each -> !given.contains(each)).toList(),
                ballots ? WELCOME.stream().filter(each -> !given.contains(each)).toList() : List.of());
    }

    /** Each by itself: a hidden channel does not make the others missing too. */
    private static Set<Permission> given(Member self, GuildMessageChannel channel) {
        return self.hasPermission(Permission.ADMINISTRATOR)
                ? EnumSet.allOf(Permission.class)
                : self.getPermissionsExplicit(channel);
    }
}

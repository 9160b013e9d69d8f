package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.view.PermissionName;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;

/** What the bot needs where seasons are posted, and what of that it lacks: one list for every command that tells it. Not thread-safe. */
final class Needs {

    private static final List<Permission> TO_POST =
            List.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND, Permission.MESSAGE_HISTORY);

    /** What is done less well without a permission. */
    private static final Map<Permission, String> WELCOME = new EnumMap<>(
            Map.of(Permission.MESSAGE_MANAGE, "doctor.welcome", Permission.MESSAGE_ATTACH_FILES, "doctor.noPictures"));

    private final Messages words;
    private final Guild server;
    private final List<String> troubles = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();

    private Needs(Request request) {
        this.words = request.words();
        this.server = request.guild();
    }

    /**
     * What is lacking, in the words of whoever asks.
     *
     * @param troubles without which something cannot be done
     * @param hints without which something is done less well
     */
    record Lacks(List<String> troubles, List<String> hints) {

        /** All of it, a line each. */
        String text() {
            return Stream.concat(troubles.stream(), hints.stream()).collect(Collectors.joining("\n"));
        }
    }

    /** What is lacking for these seasons, each channel once. */
    static Lacks lacking(Request request, List<Season> seasons) {
        Needs needs = new Needs(request);
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
        needed.forEach((channel, all) -> needs.look(channel, all, ballots.contains(channel)));
        seasons.forEach(needs::lookAtRole);
        return new Lacks(needs.troubles, needs.hints);
    }

    /** That a season's reminders notify nobody; blank where they do, or mention no role. */
    static String silentRole(Request request, Season season) {
        Needs needs = new Needs(request);
        needs.lookAtRole(season);
        return String.join("\n", needs.hints);
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

    private Optional<GuildMessageChannel> channel(long id) {
        return Optional.ofNullable(server.getChannelById(GuildMessageChannel.class, id));
    }

    private void look(long id, Set<Permission> needed, boolean ballots) {
        String mention = "<#" + id + ">";
        channel(id)
                .ifPresentOrElse(
                        channel -> look(channel, mention, needed, ballots),
                        () -> troubles.add(words.text("doctor.hidden", mention)));
    }

    private void look(GuildMessageChannel channel, String mention, Set<Permission> needed, boolean ballots) {
        if (!Places.isFit(channel.getType())) {
            troubles.add(words.text("doctor.move", mention));
        }
        Set<Permission> given = given(channel);
        List<Permission> missing = needed.stream()
                .map(each -> here(channel, each))
                .filter(each -> !given.contains(each))
                .toList();
        if (!missing.isEmpty()) {
            troubles.add(words.text("doctor.missing", mention, named(missing)));
        }
        if (ballots) {
            WELCOME.forEach((each, sentence) -> {
                if (!given.contains(each)) {
                    hints.add(words.text(sentence, mention, named(List.of(each))));
                }
            });
        }
    }

    /** Threads have a permission of their own for sending. */
    private static Permission here(GuildMessageChannel channel, Permission needed) {
        return needed == Permission.MESSAGE_SEND && channel.getType().isThread()
                ? Permission.MESSAGE_SEND_IN_THREADS
                : needed;
    }

    /** A role notifies those who have it only if everybody may mention it, or the bot may mention everyone. */
    private void lookAtRole(Season season) {
        season.posting()
                .mentionRole()
                .ifPresent(id -> channel(season.posting().channel())
                        .filter(channel -> !given(channel).contains(Permission.MESSAGE_MENTION_EVERYONE))
                        .flatMap(channel -> Optional.ofNullable(server.getRoleById(id)))
                        .filter(role -> !role.isMentionable())
                        .ifPresent(role -> hints.add(words.text(
                                "doctor.silentRole",
                                role.getAsMention(),
                                named(List.of(Permission.MESSAGE_MENTION_EVERYONE))))));
    }

    /** Each by itself: a hidden channel does not make the others missing too. */
    private Set<Permission> given(GuildMessageChannel channel) {
        Member self = server.getSelfMember();
        return self.hasPermission(Permission.ADMINISTRATOR)
                ? EnumSet.allOf(Permission.class)
                : self.getPermissionsExplicit(channel);
    }

    /** Permissions as Discord's own pages call them. */
    static String named(List<Permission> permissions) {
        return permissions.stream()
                .map(each -> "**" + PermissionName.of(each) + "**")
                .collect(Collectors.joining(", "));
    }
}

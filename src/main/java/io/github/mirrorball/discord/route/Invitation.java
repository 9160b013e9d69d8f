package io.github.mirrorball.discord.route;

import java.util.EnumSet;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;

/**
 * What is said where the bot's commands are used and the bot is not: a server's admins may authorise the commands alone, or throw the bot out
 * and leave them.
 */
final class Invitation {

    /** What the bot is invited with. */
    static final Set<Permission> PERMISSIONS = EnumSet.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_ATTACH_FILES,
            Permission.MESSAGE_HISTORY,
            Permission.MESSAGE_ADD_REACTION,
            Permission.MESSAGE_EXT_EMOJI,
            Permission.MESSAGE_MANAGE,
            Permission.CREATE_SCHEDULED_EVENTS);

    private Invitation() {}

    /** Says where a server's admins let the bot in. */
    static Rejection rejection(Guild server) {
        return new Rejection("reply.invite", server.getJDA().getInviteUrl(PERMISSIONS) + "&guild_id=" + server.getId());
    }
}

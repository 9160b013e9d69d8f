package io.github.mirrorball.discord.outbox;

import java.util.OptionalLong;
import java.util.function.Consumer;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.channel.ChannelCreateEvent;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.guild.member.GenericGuildMemberEvent;
import net.dv8tion.jda.api.events.guild.override.GenericPermissionOverrideEvent;
import net.dv8tion.jda.api.events.role.RoleDeleteEvent;
import net.dv8tion.jda.api.events.role.update.RoleUpdatePermissionsEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/**
 * Tells when what the bot may do in a server may have changed. All of it comes without privileged intents: Discord tells a bot of its own
 * membership, and JDA keeps the bot's own overrides and those of roles whatever else it leaves out.
 */
public final class Mending extends ListenerAdapter {

    private final Consumer<OptionalLong> mended;

    /** @param mended takes a server's id, or none if it may be any, and returns at once */
    public Mending(Consumer<OptionalLong> mended) {
        this.mended = mended;
    }

    private void onMended(Guild server) {
        mended.accept(OptionalLong.of(server.getIdLong()));
    }

    /** Whatever happened while the connection was away was not seen by the requests that failed then. */
    @Override
    public void onSessionResume(SessionResumeEvent event) {
        mended.accept(OptionalLong.empty());
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        onMended(event.getGuild());
    }

    @Override
    public void onGuildAvailable(GuildAvailableEvent event) {
        onMended(event.getGuild());
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        onMended(event.getGuild());
    }

    @Override
    public void onRoleUpdatePermissions(RoleUpdatePermissionsEvent event) {
        onMended(event.getGuild());
    }

    @Override
    public void onRoleDelete(RoleDeleteEvent event) {
        onMended(event.getGuild());
    }

    @Override
    public void onGenericPermissionOverride(GenericPermissionOverrideEvent event) {
        onMended(event.getGuild());
    }

    @Override
    public void onGenericGuildMember(GenericGuildMemberEvent event) {
        if (event.getMember().equals(event.getGuild().getSelfMember())) {
            onMended(event.getGuild());
        }
    }

    @Override
    public void onChannelCreate(ChannelCreateEvent event) {
        if (event.isFromGuild()) {
            onMended(event.getGuild());
        }
    }
}

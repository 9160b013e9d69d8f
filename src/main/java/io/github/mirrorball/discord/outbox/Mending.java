package io.github.mirrorball.discord.outbox;

import java.util.function.LongConsumer;
import net.dv8tion.jda.api.events.channel.ChannelCreateEvent;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.guild.member.GenericGuildMemberEvent;
import net.dv8tion.jda.api.events.guild.override.GenericPermissionOverrideEvent;
import net.dv8tion.jda.api.events.role.RoleDeleteEvent;
import net.dv8tion.jda.api.events.role.update.RoleUpdatePermissionsEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/**
 * Tells when what the bot may do in a server may have changed. All of it comes without privileged intents: Discord tells a bot of its own
 * membership, and JDA keeps the bot's own overrides and those of roles whatever else it leaves out.
 */
public final class Mending extends ListenerAdapter {

    private final LongConsumer mended;

    /** @param mended takes a server's id, and returns at once */
    public Mending(LongConsumer mended) {
        this.mended = mended;
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        mended.accept(event.getGuild().getIdLong());
    }

    @Override
    public void onGuildAvailable(GuildAvailableEvent event) {
        mended.accept(event.getGuild().getIdLong());
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        mended.accept(event.getGuild().getIdLong());
    }

    @Override
    public void onRoleUpdatePermissions(RoleUpdatePermissionsEvent event) {
        mended.accept(event.getGuild().getIdLong());
    }

    @Override
    public void onRoleDelete(RoleDeleteEvent event) {
        mended.accept(event.getGuild().getIdLong());
    }

    @Override
    public void onGenericPermissionOverride(GenericPermissionOverrideEvent event) {
        mended.accept(event.getGuild().getIdLong());
    }

    @Override
    public void onGenericGuildMember(GenericGuildMemberEvent event) {
        if (event.getMember().equals(event.getGuild().getSelfMember())) {
            mended.accept(event.getGuild().getIdLong());
        }
    }

    @Override
    public void onChannelCreate(ChannelCreateEvent event) {
        if (event.isFromGuild()) {
            mended.accept(event.getGuild().getIdLong());
        }
    }
}

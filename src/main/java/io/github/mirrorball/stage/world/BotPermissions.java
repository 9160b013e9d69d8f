package io.github.mirrorball.stage.world;

import io.github.mirrorball.stage.rules.Permission;

/** What the bot may do in one server: by its own role, or by an overwrite in one channel. Thread-safe. */
public final class BotPermissions {
    private final StageServer server;

    BotPermissions(StageServer server) {
        this.server = server;
    }

    public void grant(Permission... permissions) {
        role(server.botRole.permissions | Permission.bits(permissions));
    }

    public void deny(Permission... permissions) {
        role(server.botRole.permissions & ~Permission.bits(permissions));
    }

    public void grant(StageChannel channel, Permission... permissions) {
        overwrite(channel, current(channel).granting(Permission.bits(permissions)));
    }

    public void deny(StageChannel channel, Permission... permissions) {
        overwrite(channel, current(channel).denying(Permission.bits(permissions)));
    }

    private void role(long permissions) {
        synchronized (server.world) {
            server.botRole.permissions = permissions;
            server.announceRole("GUILD_ROLE_UPDATE", server.botRole);
        }
    }

    private Overwrite current(StageChannel channel) {
        synchronized (server.world) {
            long bot = server.world.bot.id;
            return channel.overwrites.getOrDefault(bot, new Overwrite(bot, 0, 0));
        }
    }

    private void overwrite(StageChannel channel, Overwrite overwrite) {
        synchronized (server.world) {
            channel.overwrites.put(overwrite.memberId(), overwrite);
            server.world.gateway.toServer(server, Intent.GUILDS, "CHANNEL_UPDATE", channel.announced());
        }
    }
}

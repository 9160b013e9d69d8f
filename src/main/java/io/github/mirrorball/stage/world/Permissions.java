package io.github.mirrorball.stage.world;

import io.github.mirrorball.stage.rules.Permission;

/** What a role may do in one server: everywhere, or by an overwrite in one channel, which for the bot's own role is the bot's. Thread-safe. */
public final class Permissions {
    private final StageServer server;
    private final StageRole role;
    private final long holder;
    private final Overwrite.Kind kind;

    private Permissions(StageServer server, StageRole role, long holder, Overwrite.Kind kind) {
        this.server = server;
        this.role = role;
        this.holder = holder;
        this.kind = kind;
    }

    static Permissions ofBot(StageServer server) {
        return new Permissions(server, server.botRole, server.world.bot.id, Overwrite.Kind.MEMBER);
    }

    static Permissions of(StageServer server, StageRole role) {
        return new Permissions(server, role, role.id, Overwrite.Kind.ROLE);
    }

    public void grant(Permission... permissions) {
        addRole(role.permissions | Permission.bits(permissions));
    }

    /** What everybody may, the bot may too: so that is taken from everybody, and fans have it by their own role. */
    public void deny(Permission... permissions) {
        long bits = Permission.bits(permissions);
        addRole(role.permissions & ~bits);
        StageRole everyone = server.everyoneRole();
        if (kind == Overwrite.Kind.MEMBER && (everyone.permissions & bits) != 0) {
            new Permissions(server, everyone, everyone.id, Overwrite.Kind.ROLE).deny(permissions);
        }
    }

    public void grant(StageChannel channel, Permission... permissions) {
        overwrite(channel, current(channel).granting(Permission.bits(permissions)));
    }

    public void deny(StageChannel channel, Permission... permissions) {
        overwrite(channel, current(channel).denying(Permission.bits(permissions)));
    }

    private void addRole(long permissions) {
        synchronized (server.world) {
            role.permissions = permissions;
            server.announceRole("GUILD_ROLE_UPDATE", role);
        }
    }

    private Overwrite current(StageChannel channel) {
        synchronized (server.world) {
            return channel.overwrites.getOrDefault(holder, new Overwrite(holder, kind, 0, 0));
        }
    }

    private void overwrite(StageChannel channel, Overwrite overwrite) {
        synchronized (server.world) {
            channel.overwrites.put(overwrite.holder(), overwrite);
            server.world.gateway.sendToServer(server, Intent.GUILDS, "CHANNEL_UPDATE", channel.announced());
        }
    }
}

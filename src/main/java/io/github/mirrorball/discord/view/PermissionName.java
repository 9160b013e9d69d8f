package io.github.mirrorball.discord.view;

import net.dv8tion.jda.api.Permission;

/** What Discord's own pages call a permission, so that a host finds it there. */
public final class PermissionName {

    private PermissionName() {}

    /** The name; JDA's own where that is Discord's too. */
    public static String of(Permission permission) {
        return switch (permission) {
            case MESSAGE_HISTORY -> "Read Message History";
            case MESSAGE_EXT_EMOJI -> "Use External Emoji";
            default -> permission.getName();
        };
    }
}

package io.github.mirrorball.stage.rules;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/** What a role or an overwrite may allow. */
public enum Permission {
    ADMINISTRATOR(3),
    MANAGE_CHANNELS(4),
    MANAGE_SERVER(5),
    ADD_REACTIONS(6),
    VIEW_CHANNEL(10),
    SEND_MESSAGES(11),
    MANAGE_MESSAGES(13),
    EMBED_LINKS(14),
    ATTACH_FILES(15),
    READ_MESSAGE_HISTORY(16),
    MENTION_EVERYONE(17),
    USE_EXTERNAL_EMOJIS(18),
    MANAGE_ROLES(28),
    USE_APPLICATION_COMMANDS(31),
    MANAGE_EVENTS(33),
    SEND_MESSAGES_IN_THREADS(38),
    CREATE_EVENTS(44);

    /** What a fan has. */
    public static final Set<Permission> FAN = Set.of(
            VIEW_CHANNEL,
            SEND_MESSAGES,
            EMBED_LINKS,
            ATTACH_FILES,
            READ_MESSAGE_HISTORY,
            ADD_REACTIONS,
            USE_EXTERNAL_EMOJIS,
            USE_APPLICATION_COMMANDS);

    /** What the bot is invited with. */
    public static final Set<Permission> INVITED = Set.of(
            VIEW_CHANNEL,
            SEND_MESSAGES,
            EMBED_LINKS,
            ATTACH_FILES,
            READ_MESSAGE_HISTORY,
            ADD_REACTIONS,
            USE_EXTERNAL_EMOJIS,
            MANAGE_MESSAGES,
            MANAGE_EVENTS,
            CREATE_EVENTS);

    public static final long ALL = (1L << 52) - 1;

    private final long bit;

    Permission(int offset) {
        this.bit = 1L << offset;
    }

    public boolean in(long bits) {
        return (bits & (bit | ADMINISTRATOR.bit)) != 0;
    }

    public static long bits(Collection<Permission> permissions) {
        return permissions.stream().mapToLong(permission -> permission.bit).reduce(0, (a, b) -> a | b);
    }

    public static long bits(Permission... permissions) {
        return bits(Arrays.asList(permissions));
    }
}

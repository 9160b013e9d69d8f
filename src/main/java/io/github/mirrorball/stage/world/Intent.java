package io.github.mirrorball.stage.world;

/** What a gateway session may ask to be told about. */
public enum Intent {
    GUILDS(0),
    GUILD_MEMBERS(1),
    GUILD_PRESENCES(8),
    GUILD_MESSAGES(9),
    GUILD_MESSAGE_REACTIONS(10),
    DIRECT_MESSAGES(12),
    DIRECT_MESSAGE_REACTIONS(13),
    MESSAGE_CONTENT(15),
    GUILD_SCHEDULED_EVENTS(16);

    private final int bit;

    Intent(int offset) {
        this.bit = 1 << offset;
    }

    public boolean in(int intents) {
        return (intents & bit) != 0;
    }

    public boolean isPrivileged() {
        return this == GUILD_MEMBERS || this == GUILD_PRESENCES || this == MESSAGE_CONTENT;
    }
}

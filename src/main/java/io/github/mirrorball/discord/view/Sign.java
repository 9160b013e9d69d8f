package io.github.mirrorball.discord.view;

/** The few emoji with a meaning of their own: each says the same wherever it stands, and always with words beside it. */
public enum Sign {
    SEASON("🪩"),
    OPEN("🗳️"),
    REMINDER("⏰"),
    WAITING("⏳"),
    LOCKED("🔒"),
    RESULT("🏁"),
    CORRECTION("✏️"),
    STANDINGS("🏆"),
    CANCELED("🚫"),
    CAST("💃"),
    FAN("👤"),
    CROWD("👥"),
    SCHEDULE("📅"),
    HOST("🎬"),
    SETTINGS("⚙️"),
    HELP("💡"),
    PRIVACY("🛡️"),
    JOKER("🃏"),
    STREAK("🔥"),
    BEST_CALL("🎯"),
    DONE("✅"),
    NO("✋"),
    TROUBLE("🛠️");

    private final String emoji;

    Sign(String emoji) {
        this.emoji = emoji;
    }

    /** The sign before a text. */
    public String before(String text) {
        return emoji + " " + text;
    }

    @Override
    public String toString() {
        return emoji;
    }
}

package io.github.mirrorball.stage.world;

import io.github.mirrorball.stage.rules.StandardEmoji;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An emoji as requests name it: a custom one by id, a standard one by its characters. */
public record Emoji(Optional<String> id, String name) {

    private static final Pattern CUSTOM = Pattern.compile("(?:<a?:)?(\\w+):(\\d+)>?");

    /** Reads {@code name:id}, a custom one as messages have it, or the characters themselves. Whether there is such an emoji is another question. */
    public static Emoji parse(String text) {
        Matcher custom = CUSTOM.matcher(text);
        return custom.matches()
                ? new Emoji(Optional.of(custom.group(2)), custom.group(1))
                : new Emoji(Optional.empty(), text);
    }

    /** What makes two of them the same reaction: neither the name of a custom one nor a variation selector does. */
    public String key() {
        return id.orElseGet(() -> StandardEmoji.bare(name));
    }
}

package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Refusal;
import java.util.Optional;

/** An emoji as reactions use it: a custom one by id, a standard one by its characters. */
public record Emoji(Optional<String> id, String name) {
    private static final int FIRST_SYMBOL = 0x2000;

    /** Reads {@code name:id} or the characters themselves. */
    public static Emoji parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon > 0 && text.substring(colon + 1).chars().allMatch(Character::isDigit)) {
            return new Emoji(Optional.of(text.substring(colon + 1)), text.substring(0, colon));
        }
        if (!isStandard(text)) {
            throw Refusal.violation(400, 10014, "Unknown Emoji: " + text);
        }
        return new Emoji(Optional.empty(), text);
    }

    private static boolean isStandard(String text) {
        boolean symbols = !text.isEmpty() && text.codePoints().allMatch(point -> point >= FIRST_SYMBOL);
        boolean keycap = text.endsWith("\u20E3") && "0123456789#*".indexOf(text.charAt(0)) >= 0;
        return symbols || keycap || text.startsWith("\u00A9") || text.startsWith("\u00AE");
    }

    /** What makes two of them the same reaction: the variation selector does not. */
    public String key() {
        return id.orElseGet(() -> name.replace("\uFE0F", ""));
    }

    ObjectNode json() {
        return Json.object().put("id", id.orElse(null)).put("name", name);
    }
}

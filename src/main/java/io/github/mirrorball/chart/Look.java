package io.github.mirrorball.chart;

import io.github.mirrorball.wording.Messages;
import java.math.BigDecimal;

/**
 * What a season's pictures have in common.
 *
 * @param accent the season's colour, as 0xRRGGBB
 * @param words the language of its posts
 */
public record Look(int accent, Messages words) {

    String text(String key, Object... args) {
        return words.text("chart." + key, args);
    }

    String number(long number) {
        return text("number", number);
    }

    String points(BigDecimal points) {
        return text("number", points);
    }
}

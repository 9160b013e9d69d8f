package io.github.mirrorball.reference;

import java.math.BigDecimal;

/** One way to write each number, so that 27, 27.0 and 27.00 are the same. */
final class Numbers {

    private Numbers() {}

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String text(BigDecimal number) {
        return plain(number).toPlainString();
    }
}

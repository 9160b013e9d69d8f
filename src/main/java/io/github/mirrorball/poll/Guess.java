package io.github.mirrorball.poll;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A guessed total, as it is kept: one spelling for each number, so that equal guesses are one outcome. */
public final class Guess {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}([.,]\\d{1,4})?");

    private Guess() {}

    /** The guess that somebody typed, from 0 to 999.9999; a comma will do for the point. Empty if it is no such number. */
    public static Optional<String> read(String typed) {
        return Optional.of(typed.strip())
                .filter(text -> NUMBER.matcher(text).matches())
                .map(text -> canonical(new BigDecimal(text.replace(',', '.'))));
    }

    private static String canonical(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}

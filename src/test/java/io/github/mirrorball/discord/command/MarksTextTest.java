package io.github.mirrorball.discord.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.show.Contestant;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarksTextTest {

    private static final List<Contestant> CAST = List.of(
            new Contestant("ann", "Ann", Optional.empty(), Optional.empty()),
            new Contestant("bob", "Bob", Optional.empty(), Optional.empty()));

    @Test
    void aCommaIsADecimalPointWhereTheLanguageHasIt() {
        MarksText text = new MarksText(CAST, Locale.GERMAN);

        assertThat(text.marks("Ann: 8,5 7\nBob: 7.5 9"))
                .contains(Map.of("ann", marks("8.5", "7"), "bob", marks("7.5", "9")));
        assertThat(text.faults()).isEmpty();
    }

    @Test
    void whereItHasNotACommaIsAFault() {
        MarksText text = new MarksText(CAST, Locale.ENGLISH);
        text.marks("Ann: 8,9");

        assertThat(text.faults()).hasSize(1);
    }

    @Test
    void aListWithCommasIsNeverTakenForDecimals() {
        MarksText text = new MarksText(CAST, Locale.FRENCH);

        assertThat(text.marks("Ann: 8,9,9")).contains(Map.of("ann", marks("8", "9", "9")));
    }

    @Test
    void spacesThatMustNotBreakAreSpaces() {
        assertThat(new MarksText(CAST, Locale.FRENCH).marks("Ann\u00A0: 8\u202F9"))
                .contains(Map.of("ann", marks("8", "9")));
    }

    private static List<BigDecimal> marks(String... marks) {
        return List.of(marks).stream().map(BigDecimal::new).toList();
    }
}

package io.github.mirrorball.show;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmojiKeyTest {

    @ParameterizedTest
    @CsvSource({
        "❤, ❤️",
        "🕺, 🕺🏽",
        "🕺🏿, 🕺🏽",
        "🕵🏾‍♀️, 🕵️‍♀️",
        "🧑🏻‍🤝‍🧑🏿, 🧑‍🤝‍🧑",
        "<:disco:123>, <:renamed:123>",
        "<:disco:123>, <a:disco:123>",
        "<::123>, <a:disco:123>"
    })
    void theseAreTheSame(String one, String other) {
        assertThat(EmojiKey.of(one)).isEqualTo(EmojiKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({"💃, 🕺", "<:disco:123>, <:disco:124>", "🇦, 🇧", "👨‍👩‍👧, 👨‍👩‍👦"})
    void theseAreNot(String one, String other) {
        assertThat(EmojiKey.of(one)).isNotEqualTo(EmojiKey.of(other));
    }
}

package io.github.mirrorball.discord.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "**loud**,             \\*\\*loud\\*\\*",
                "snake_case,           snake\\_case",
                "~~gone~~,             \\~\\~gone\\~\\~",
                "||secret||,           \\|\\|secret\\|\\|",
                "`code`,               \\`code\\`",
                "> quoted,             \\> quoted",
                "# large,              \\# large",
                "- listed,             \\- listed",
                "1. listed,            1\\. listed",
                "[a](https://b.c),     \\[a\\]\\(https\\://b.c\\)",
                "back\\slash,          back\\\\slash",
                "Jean-Luc (2. Platz),  Jean\\-Luc \\(2. Platz\\)",
                "Zoë 🪩,               Zoë 🪩"
            })
    void markupIsShownAsItWasTyped(String typed, String escaped) {
        assertThat(Markdown.escape(typed)).isEqualTo(escaped);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@everyone",
                "@here",
                "<@123>",
                "<@!123>",
                "<@&123>",
                "<#123>",
                "</pick:123>",
                "<:a:123>",
                "<t:0:R>",
                "<id:home>"
            })
    void nothingIsAMention(String typed) {
        assertThat(Markdown.escape(typed))
                .doesNotContainPattern("(?<!\\\\)[<@]")
                .isNotEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\u2028b", "a\u2029b", "a\u0085b", "a \t b", "a\u00A0b", " a\u3000b "})
    void everythingStaysOnOneLine(String typed) {
        assertThat(Markdown.escape(typed)).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u200Bb",
                "a\u2060b",
                "a\uFEFFb",
                "a\u00ADb",
                "a\u0000b",
                "a\u001Bb",
                "a\u202Eb",
                "a\u2066b",
                "a\u200Fb"
            })
    void whatCannotBeSeenAndWhatTurnsTextAroundGoes(String typed) {
        assertThat(Markdown.escape(typed)).isEqualTo("ab");
        assertThat(Markdown.plain(typed)).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u200B", "\u200D", "\u3164", "\u2800", "\u0301", "\uFE0F", "\u202E \u2066", "\uE000"})
    void aNameWithNothingToSeeIsShownAsADash(String typed) {
        assertThat(Markdown.plain(typed)).isEqualTo("—");
        assertThat(Markdown.escape(typed)).isEqualTo("—");
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩‍🚀", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "می‌خواهم", "é", "ผู้ใหญ่"})
    void whatJoinsEmojiAndLettersStays(String typed) {
        assertThat(Markdown.plain(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"שלום", "مرحبا", "\uD83A\uDD00"})
    void rightToLeftTextTurnsNothingAroundBesideIt(String typed) {
        assertThat(Markdown.escape(typed)).isEqualTo("\u2068" + typed + "\u2069");
        assertThat(Markdown.plain(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann Lee", " Ann Lee", "Ann Lee ", "Ann  Lee", "Ann\tLee", "Ann \n Lee"})
    void spacesOfAllKindsBecomeOneAndStandBetweenWordsOnly(String typed) {
        assertThat(Markdown.plain(typed)).isEqualTo("Ann Lee");
    }

    @Test
    void marksAreNotStackedIntoOtherLines() {
        assertThat(Markdown.plain("Z" + "\u0351".repeat(30) + "oe")).isEqualTo("Z" + "\u0351".repeat(4) + "oe");
    }

    @Test
    void whatCannotBeSeenBetweenMarksLiftsTheirBoundNowhere() {
        assertThat(Markdown.plain("Z" + "\u0351\u200C".repeat(30) + "oe"))
                .isEqualTo("Z" + "\u0351\u200C".repeat(3) + "\u0351\u200Coe");
    }

    @Test
    void aCutTextFitsAndSaysThatSomethingIsMissing() {
        assertThat(Markdown.cut("four", 4)).isEqualTo("four");
        assertThat(Markdown.cut("fives", 4)).isEqualTo("fiv…");
        assertThat(Markdown.cut("ab🪩cd", 4)).isEqualTo("ab…");
        assertThat(Markdown.cut("🪩🪩", 4)).isEqualTo("🪩🪩");
    }

    @Test
    void ofSeveralLinesOnlyWholeOnesStay() {
        assertThat(Markdown.cut("**one**\n**two**\n**three**", 20)).isEqualTo("**one**\n**two**\n…");
    }

    @Test
    void aCutTextFitsInBytesToo() {
        String cut = Markdown.cut("選".repeat(100), 100, 50);

        assertThat(cut).isEqualTo("選".repeat(15) + "…");
        assertThat(Markdown.bytes(cut)).isLessThanOrEqualTo(50);
    }

    @Test
    void momentsAreDiscordsOwn() {
        assertThat(Markdown.moment(Instant.ofEpochSecond(5))).isEqualTo("<t:5:F>");
        assertThat(Markdown.until(Instant.ofEpochSecond(5))).isEqualTo("<t:5:R>");
    }
}

package io.github.mirrorball.discord.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.VersionInfo;
import java.util.HashSet;
import java.util.Set;
import net.fellbaum.jemoji.Emoji;
import net.fellbaum.jemoji.EmojiManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The standard emoji, held against Unicode's own data, which come by another way than the list that the bot reads. */
class StandardEmojiTest {

    private final StandardEmoji emoji = new StandardEmoji();

    /** Of the sequences that Unicode recommends for general interchange, skin tones and hair are only parts of others. */
    private static Set<String> unicodes() {
        Set<String> all = new HashSet<>();
        new UnicodeSet("[[:RGI_Emoji:]-[:Emoji_Modifier:]-[\\x{1F9B0}-\\x{1F9B3}]]").addAllTo(all);
        return all;
    }

    @Test
    void theyAreExactlyTheFullyQualifiedOnesOfUnicodesNamedVersion() {
        VersionInfo unicode = UCharacter.getUnicodeVersion();
        assertThat(unicode.getMajor() + "." + unicode.getMinor())
                .isEqualTo(Double.toString(StandardEmoji.VERSION))
                .isEqualTo("15.1");

        Set<String> spelled = new HashSet<>();
        EmojiManager.getAllEmojis().stream()
                .map(Emoji::getEmoji)
                .forEach(each -> emoji.spell(each).ifPresent(spelled::add));

        assertThat(spelled).hasSize(3773).isEqualTo(unicodes());
    }

    @Test
    void eachIsTakenWithoutItsSelectorsToo() {
        assertThat(unicodes())
                .allSatisfy(each ->
                        assertThat(emoji.spell(each.replace("\uFE0F", ""))).contains(each));
    }

    @ParameterizedTest
    @CsvSource({"❤, ❤️", "✉, ✉️", "☺, ☺️", "1⃣, 1️⃣", "👁‍🗨, 👁️‍🗨️", "❤️, ❤️", "💃, 💃", "🕺🏽, 🕺🏽", "🇩🇪, 🇩🇪"})
    void whatIsTypedIsSpelledAsDiscordDoes(String typed, String spelled) {
        assertThat(emoji.spell(typed)).contains(spelled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "★",
                "→",
                "✓",
                "♪",
                "♬",
                "♞",
                "①",
                "∞",
                "⌘",
                "🐶🏽",
                "🇦",
                "🏻",
                "🦰",
                "🫩",
                "💃💃",
                "a",
                "1",
                "",
                "\uFE0F",
                "\uD83C\uDFF4\uDB40\uDC75\uDB40\uDC73\uDB40\uDC74\uDB40\uDC78\uDB40\uDC7F"
            })
    void othersAreNone(String sign) {
        assertThat(emoji.spell(sign)).isEmpty();
    }

    @Test
    void aServersOwnIsLeftAsItIs() {
        assertThat(emoji.spell("<a:disco:123456789012345678>")).contains("<a:disco:123456789012345678>");
    }

    @ParameterizedTest
    @EnumSource(Sign.class)
    void theBotsOwnSignsAreAmongThem(Sign sign) {
        assertThat(emoji.spell(sign.toString())).contains(sign.toString());
    }
}

package io.github.mirrorball.discord.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.world.AsDiscord;
import io.github.mirrorball.wording.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Other languages take more words than English, and their cards are still ones that Discord takes. */
class TranslatedCardsTest {

    static Stream<Arguments> cards() {
        return Arrays.stream(DiscordLocale.values())
                .filter(locale -> locale != DiscordLocale.UNKNOWN)
                .map(locale -> Locale.forLanguageTag(locale.getLocale()).getLanguage())
                .distinct()
                .filter(language -> Messages.in(language).own("result.left").isPresent())
                .flatMap(language -> Arrays.stream(WorstCase.values()).map(names -> Arguments.of(language, names)));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void everyCardAtItsWorstIsTaken(String language, WorstCase names) {
        Messages words = Messages.in(language);
        List<String> cards = WorstCards.in(words, names);

        assertThat(cards)
                .isNotEmpty()
                .allSatisfy(card -> assertThat(AsDiscord.takes(card)).isNotBlank());
        assertThat(cards).anyMatch(card -> card.contains(words.text("locked.next")));
    }
}

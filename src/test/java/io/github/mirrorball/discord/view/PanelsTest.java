package io.github.mirrorball.discord.view;

import static org.assertj.core.api.Assertions.assertThat;

import net.dv8tion.jda.api.components.container.Container;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelsTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "選", "🪩"})
    void textsTogetherNeverExceedWhatOneMessageHolds(String letter) {
        Panels panel = Panels.plain();
        for (int i = 0; i < 5; i++) {
            panel.text(letter.repeat(2000));
        }

        String shown = text(panel.build());

        assertThat(shown).hasSizeLessThanOrEqualTo(4000);
        assertThat(Markdown.bytes(shown)).isLessThanOrEqualTo(9500);
    }

    @Test
    void oneLongTextLeavesRoomForWhatFollows() {
        String shown = text(
                Panels.plain().text("a".repeat(9000)).text("how it goes on").build());

        assertThat(shown).endsWith("how it goes on");
    }

    private static String text(Container panel) {
        StringBuilder all = new StringBuilder();
        panel.getComponents().forEach(part -> all.append(part.asTextDisplay().getContent()));
        return all.toString();
    }
}

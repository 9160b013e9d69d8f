package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mirrorball.show.SeasonSettings;
import org.junit.jupiter.api.Test;

class ShowTextTest {

    @Test
    void aSettingThatARowLacksIsAsUsual() {
        assertThat(ShowText.settings("{}")).isEqualTo(SeasonSettings.USUAL);
        assertThat(ShowText.settings("{\"joker\":true,\"aLaterOne\":1}").joker())
                .isTrue();
    }

    @Test
    void textThatCannotBeReadIsSaidSo() {
        assertThatThrownBy(() -> ShowText.asks("[{"))
                .isInstanceOf(StoreException.class)
                .hasMessage("A row of the database holds text that cannot be read.");
    }
}

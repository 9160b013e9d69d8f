package io.github.mirrorball.rehearsal.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mirrorball.reference.RealSeason;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.file.Reading;
import io.github.mirrorball.show.file.SeasonFile;
import io.github.mirrorball.show.sheet.Layouts;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonSourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"long", "wide", "wiki"})
    void aSeasonIsRehearsedFromEveryFile(String layout) {
        SeasonPlan plan = ((Reading.Read) SeasonFile.read(RealSeason.bytes("34"))).plan();
        Layouts layouts = new Layouts(plan);
        String text =
                layout.equals("long") ? layouts.longRows(',') : layout.equals("wide") ? layouts.wide() : layouts.wiki();
        SeasonScript script = script(text);
        assertThat(script.plan().cast()).hasSize(14);
        assertThat(script.plan().episodes()).hasSize(11);
        assertThat(script.scenes())
                .filteredOn(SeasonScript.Scene.Entering.class::isInstance)
                .hasSize(11);
    }

    @Test
    void aCastAloneGetsWeeklyEpisodesAndThatIsSaid() {
        SeasonSource source = SeasonSource.read("name\nAnn\nBob\nCyd\nDee\n".getBytes(StandardCharsets.UTF_8));
        assertThat(source.notes()).anyMatch(note -> note.contains("once a week"));
        assertThat(script("name\nAnn\nBob\nCyd\nDee\n").plan().episodes()).hasSize(2);
    }

    @Test
    void aSeasonFileIsTakenAsItIs() {
        SeasonSource source = SeasonSource.read(RealSeason.bytes("34"));
        assertThat(source.json()).isEqualTo(new String(RealSeason.bytes("34"), StandardCharsets.UTF_8));
        assertThat(source.notes()).isEmpty();
    }

    @Test
    void whatIsNoneIsSaid() {
        assertThatThrownBy(() -> SeasonSource.read(new byte[] {'P', 'K', 3, 4}))
                .isInstanceOf(PlayFailure.class)
                .hasMessageContaining("spreadsheet");
    }

    private static SeasonScript script(String file) {
        SeasonSource source = SeasonSource.read(file.getBytes(StandardCharsets.UTF_8));
        return SeasonScript.read(source.json().getBytes(StandardCharsets.UTF_8));
    }
}

package io.github.mirrorball.rehearsal.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.rehearsal.SmallSeason;
import io.github.mirrorball.rehearsal.play.SeasonScript.Scene;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SeasonScriptTest {

    private final SeasonScript script = SmallSeason.script();

    @Test
    void whatIsAnnouncedHoldsNothingOfHowItEnds() {
        assertThat(script.announced())
                .contains("\"Small\"", "America/New_York", "{\"number\":3}")
                .doesNotContain("result", "eliminated", "placements", "ann");
    }

    @Test
    void peopleActInTheOrderOfTime() {
        assertThat(script.scenes())
                .extracting(scene ->
                        scene.getClass().getSimpleName() + " " + scene.episode().number())
                .containsExactly("Picking 1", "Entering 1", "Picking 2", "Picking 3", "Entering 3");
    }

    @Test
    void fansPickSixHoursBeforeTheLockInTheSeasonsZoneEvenWhenSummerTimeEnds() {
        assertThat(script.scenes())
                .filteredOn(Scene.Picking.class::isInstance)
                .extracting(Scene::at)
                .containsExactly(
                        Instant.parse("2024-11-02T18:00:00Z"),
                        Instant.parse("2024-11-03T19:00:00Z"),
                        Instant.parse("2024-11-09T19:00:00Z"));
    }

    @Test
    void theHostEntersAResultWhenTheBroadcastIsOver() {
        assertThat(script.scenes())
                .contains(new Scene.Entering(
                        Instant.parse("2024-11-03T02:00:00Z"), script.episode(1).orElseThrow(), SmallSeason.ANN_LEFT));
    }

    @Test
    void seasonLongQuestionsArePickedInWithTheFirstEpisode() {
        assertThat(((Scene.Picking) script.scenes().get(0)).questions())
                .isEqualTo(List.of(
                        new PollQuestion(OptionalInt.empty(), "winner"),
                        new PollQuestion(OptionalInt.of(1), "elimination")));
    }

    @Test
    void itBeginsBeforeAnythingIsDue() {
        assertThat(script.begins()).isBefore(Instant.parse("2024-10-28T00:00:00Z"));
    }
}

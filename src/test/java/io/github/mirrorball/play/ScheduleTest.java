package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @AutoClose
    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));

    private final StageUser fan = evening.fan("fan");

    @Test
    void aFanSeesWhatComesWhenItLocksAndHowItStands() {
        evening.importSeason(SmallSeasons.twoNights());
        assertThat(schedule().text())
                .contains("Small Season", "Episode 1", "scheduled · opens", seconds("2026-01-10T20:00:00Z"), "UTC");
        evening.windTo("2026-01-09T12:00:00Z");
        assertThat(schedule().text()).contains("Who leaves? · **open** · locks " + seconds("2026-01-10T20:00:00Z"));
        evening.windTo("2026-01-10T22:30:00Z");
        assertThat(schedule().text()).contains("Who leaves? · locked").doesNotContain("result in");
        evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", "none"));
        assertThat(schedule().text()).contains("result in", "Who leaves? · resolved", "total? · canceled", "Episode 2");
        assertThat(schedule().isEphemeral()).isTrue();
    }

    @Test
    void aLongSeasonBeginsWithWhatIsNextAndTurnsItsPages() {
        evening.importSeason(SmallSeasons.season(IntStream.rangeClosed(1, 9)
                .mapToObj(number -> SmallSeasons.episode(number, "2026-01-1" + number + "T20:00"))
                .collect(Collectors.joining(","))));
        StageMessage first = schedule();
        assertThat(first.text()).contains("Episode 1", "Episode 6").doesNotContain("Episode 7");
        StageMessage second = fan.press(first, first.button("schedule:1:6")).message();
        assertThat(second.text()).contains("Episode 7", "Episode 9").doesNotContain("Episode 6");
    }

    @Test
    void theSeasonIsSuggested() {
        evening.importSeason(SmallSeasons.oneNight());
        assertThat(fan.complete(evening.channel(), "schedule", Map.of("season", "small"), "season")
                        .choices()
                        .values())
                .hasSize(1);
    }

    private StageMessage schedule() {
        return fan.slash(evening.channel(), "schedule").message();
    }

    private static String seconds(String instant) {
        return "<t:" + Instant.parse(instant).getEpochSecond() + ":F>";
    }
}

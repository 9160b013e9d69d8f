package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageChannel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Channels that the bot may not view are told to it under a stand-in name, and with less than others. */
class HiddenChannelTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerWithHiddenChannelsPlaysOnWhateverIsLeftOutOfThem(boolean emptied) {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            if (emptied) {
                evening.server().hideWithNulls();
            }
            StageChannel lounge = evening.server().voice("lounge");
            evening.importSeason(SmallSeasons.oneNight());
            evening.server().bot().deny(lounge, Permission.VIEW_CHANNEL);
            evening.server().bot().deny(evening.server().channel("staff"), Permission.VIEW_CHANNEL);
            evening.settle();
            evening.restart();

            evening.windTo("2026-01-09T12:00:00Z");
            evening.react(evening.fan("Fan"), evening.card(1, "elimination"), "ann");
            evening.settle();
            assertThat(evening.poll(1, "elimination").picks()).containsEntry("ann", 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void anEventGetsItsChannelsNameOnceTheBotMayViewIt(boolean emptied, boolean meanwhileAway) {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            if (emptied) {
                evening.server().hideWithNulls();
            }
            evening.server().bot().deny(evening.channel(), Permission.VIEW_CHANNEL);
            evening.settle();
            evening.importSeason(SmallSeasons.oneNight());
            evening.windTo("2026-01-05T12:00:00Z");
            assertThat(places(evening)).containsExactly("Small Show");
            assertThat(evening.host()
                            .slash(evening.channel(), "doctor")
                            .message()
                            .text())
                    .contains("a scheduled event waits");

            Runnable mended = () -> evening.server().bot().grant(evening.channel(), Permission.VIEW_CHANNEL);
            if (meanwhileAway) {
                evening.restart(mended);
            } else {
                mended.run();
                evening.settle();
            }
            evening.settle();
            assertThat(places(evening)).containsExactly("#ballroom");
        }
    }

    private static List<String> places(Evening evening) {
        return evening.server().events().stream()
                .map(event -> event.at("/entity_metadata/location").asText())
                .toList();
    }

    @Test
    void aHiddenChannelsStandInNameIsNeverTold() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            evening.server().bot().deny(evening.channel(), Permission.VIEW_CHANNEL);
            evening.settle();
            evening.importSeason(SmallSeasons.oneNight());
            evening.windTo("2026-01-05T12:00:00Z");

            List<String> events =
                    evening.server().events().stream().map(Object::toString).toList();
            assertThat(events).isNotEmpty().noneMatch(event -> event.contains("___hidden___"));
            assertThat(events).allMatch(event -> event.contains("Small Season"));
        }
    }
}

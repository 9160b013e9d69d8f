package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.discord.ShortTimeouts;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A season is posted in a channel that most of its server may not see: to those it is not told anywhere else either. */
class PrivateChannelTest {

    private final Evening evening = new Evening(
            Instant.parse("2026-01-01T00:00:00Z"),
            InstantSource.system(),
            ShortTimeouts.silence(Duration.ofSeconds(3)));

    private StageChannel lobby;
    private StageUser outside;
    private StageUser inside;

    @BeforeEach
    void begin() {
        lobby = evening.server().channel("lobby");
        outside = evening.fan("Outside");
        inside = evening.fan("Inside");
        evening.server().of(evening.server().role("Insiders")).grant(evening.channel(), Permission.VIEW_CHANNEL);
        inside.give(evening.server().role("Insiders"));
        evening.importSeason(SmallSeasons.twoNights());
        evening.windTo("2026-01-10T12:00:00Z");
    }

    @AfterEach
    void end() {
        evening.close();
    }

    @Test
    void whoeverMayNotLookThereIsToldNothingOfIt() {
        assertThat(told(outside, "pick")).contains("Night 1");
        assertThat(evening.server().events()).isNotEmpty();

        close();

        for (String command : List.of("pick", "standings", "me", "schedule")) {
            assertThat(told(outside, command)).as(command).doesNotContain("Small", "Night", "Ann");
        }
        assertThat(outside.complete(lobby, "standings", Map.of("season", ""), "season")
                        .choices()
                        .values())
                .isEmpty();
        assertThat(evening.server().events()).isEmpty();
    }

    @Test
    void whoeverMayAndWhoeverHostsAreToldAsBefore() {
        close();

        assertThat(told(inside, "pick")).contains("Night 1");
        assertThat(told(inside, "schedule")).contains("Night 2");
        assertThat(told(evening.host(), "schedule")).contains("Night 2");

        evening.server().everyone().grant(evening.channel(), Permission.VIEW_CHANNEL);
        evening.settle();

        assertThat(told(outside, "pick")).contains("Night 1");
        assertThat(evening.server().events()).isNotEmpty();
    }

    private void close() {
        evening.server().bot().grant(evening.channel(), Permission.VIEW_CHANNEL);
        evening.server().everyone().deny(evening.channel(), Permission.VIEW_CHANNEL);
        evening.settle();
    }

    private String told(StageUser who, String command) {
        return who.slash(lobby, command).message().text();
    }
}

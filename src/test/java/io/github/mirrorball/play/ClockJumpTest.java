package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.bot.Bot;
import io.github.mirrorball.bot.Settings;
import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageOptions;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The computer's clock jumps a year ahead while a poll is open, and back again. */
class ClockJumpTest {

    private final AtomicReference<Duration> set = new AtomicReference<>(Duration.ZERO);

    @TempDir
    private Path data;

    @Test
    void nothingIsLockedBySuchAJumpAndEverythingGoesOnAfterIt() {
        InstantSource computer = () -> InstantSource.system().instant().plus(set.get());
        try (Stage stage = Stage.start(StageOptions.defaults())) {
            StageServer server = stage.server("Ballroom fans");
            StageChannel channel = server.channel("ballroom");
            StageUser host = server.member("Host", Set.of(Permission.MANAGE_EVENTS));
            StageUser fan = server.member("Fan");
            Settings settings = Settings.rehearsing(
                    stage.token(),
                    data,
                    new Settings.Wire(URI.create(stage.restUrl()), URI.create(stage.gatewayUrl())));
            try (Bot bot = Bot.start(settings, computer, early -> {})) {
                host.slash(channel, "season import", Map.of("file", season())).message();
                settle(stage, bot);
                assertThat(bot.cards(server.id())).hasSize(2);

                set.set(Duration.ofDays(365));
                bot.wake();
                settle(stage, bot);
                await().untilAsserted(() -> assertThat(doctor(host, channel)).contains("jumped"));
                settle(stage, bot);

                assertThat(bot.cards(server.id())).hasSize(2);
                assertThat(channel.messages())
                        .noneMatch(message -> message.text().contains("Locked"));
                assertThat(fan.slash(channel, "pick").message().text()).contains("Night 1");

                set.set(Duration.ZERO);
                bot.wake();
                settle(stage, bot);

                assertThat(doctor(host, channel)).doesNotContain("jumped");
                assertThat(bot.cards(server.id())).hasSize(2);
                assertThat(bot.nextDue())
                        .hasValueSatisfying(due -> assertThat(due).isBefore(in(Duration.ofDays(3))));
            }
        }
    }

    private static String doctor(StageUser host, StageChannel channel) {
        return host.slash(channel, "doctor").message().text();
    }

    private static void settle(Stage stage, Bot bot) {
        for (int i = 0; i < 3; i++) {
            stage.flush();
            bot.settle();
        }
    }

    private static Instant in(Duration time) {
        return InstantSource.system().instant().plus(time);
    }

    /** One episode, the day after tomorrow. */
    private static StageFile season() {
        String airs = LocalDateTime.ofInstant(in(Duration.ofDays(2)), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.HOURS)
                .toString();
        String json = SmallSeasons.season(SmallSeasons.episode(1, airs));
        return new StageFile("season.json", json.getBytes(StandardCharsets.UTF_8));
    }
}

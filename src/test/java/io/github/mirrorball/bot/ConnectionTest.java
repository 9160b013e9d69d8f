package io.github.mirrorball.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.discord.route.Sessions;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.ops.Deadline;
import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.world.StageOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.CloseCode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionTest {

    @AutoClose
    private final Stage stage = Stage.start(StageOptions.defaults());

    private final Sessions sessions = new Sessions();
    private final List<Duration> waits = new ArrayList<>();

    private final Connection connection = new Connection(settings(), List.of(), Timeouts.USUAL, sessions, this::waited);

    private Settings settings() {
        return Settings.rehearsing(
                stage.token(),
                Path.of("unused"),
                new Settings.Wire(URI.create(stage.restUrl()), URI.create(stage.gatewayUrl())));
    }

    private void waited(Duration wait, Future<?> unwanted) {
        waits.add(wait);
        if (waits.size() == 4) {
            stage.faults().setBack();
        }
    }

    @Test
    void whileDiscordIsAwayItTriesAgainEverMorePatientlyUntilItIsBack() {
        stage.faults().setAway();

        connection.open();

        assertThat(waits).extracting(Duration::toSeconds).containsExactly(2L, 4L, 8L, 16L);
        assertThat(stage.sessions()).isEqualTo(1);
        connection.close(Deadline.in(Duration.ofSeconds(5)));
    }

    @Test
    void anOrderlyCloseIsNoFailure() {
        connection.open();

        connection.close(Deadline.in(Duration.ofSeconds(5)));

        connection.awaitEnd();
        assertThat(sessions.any().getStatus()).isIn(JDA.Status.SHUTTING_DOWN, JDA.Status.SHUTDOWN);
    }

    @Test
    void whoeverClosesItWhileDiscordIsAwayEndsTheWait() {
        stage.faults().setAway();
        Connection patient = new Connection(settings(), List.of(), Timeouts.USUAL, sessions);
        CompletableFuture<Void> opening = CompletableFuture.runAsync(patient::open);
        await().during(Duration.ofMillis(300)).until(() -> !opening.isDone());

        patient.close(Deadline.in(Duration.ofSeconds(5)));

        assertThat(opening)
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(StartFailure.class)
                .withMessageContaining("Stopped");
        assertThat(sessions.opened()).isEmpty();
    }

    @Test
    void aSessionThatEndsByItselfSaysWhy() {
        connection.open();

        sessions.any().shutdownNow();

        assertThatThrownBy(connection::awaitEnd)
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("Discord ended the session for good");
    }

    @ParameterizedTest
    @EnumSource(
            value = CloseCode.class,
            names = {
                "AUTHENTICATION_FAILED",
                "INVALID_SHARD",
                "SHARDING_REQUIRED",
                "INVALID_INTENTS",
                "DISALLOWED_INTENTS"
            })
    void everyFinalCloseCodeHasASentence(CloseCode code) {
        assertThat(code.isReconnect()).isFalse();
        assertThat(Connection.why(code, code.getCode()))
                .contains(code == CloseCode.AUTHENTICATION_FAILED ? "DISCORD_TOKEN" : Integer.toString(code.getCode()))
                .endsWith(".");
    }
}

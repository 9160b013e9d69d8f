package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Misfortunes come when ordered, as JDA would meet them. */
class FaultsTest {
    private static final String SEND = "POST /channels/{channel_id}/messages";

    private final Scene scene = new Scene(Scene.inspected());

    @AfterEach
    void stop() {
        scene.close();
        assertThat(scene.stage.violations()).isEmpty();
    }

    @Test
    void aRequestIsToldToComeBackAndJdaDoes() throws InterruptedException {
        RealBot bot = scene.bot();
        scene.stage.faults().failNext(1, SEND, Fault.tooMany(Duration.ofSeconds(1)));
        bot.channel(scene.ballroom).sendMessage("hi").complete();
        assertThat(scene.stage.requests()).extracting(RequestRecord::status).contains(429);
        assertThat(scene.ballroom.messages()).hasSize(1);
    }

    @Test
    void discordBreaks() throws InterruptedException {
        RealBot bot = scene.bot();
        scene.stage.faults().failNext(1, SEND, Fault.status(500));
        Assertions.assertThatThrownBy(
                        () -> bot.channel(scene.ballroom).sendMessage("hi").complete())
                .isInstanceOf(ErrorResponseException.class);
        assertThat(scene.ballroom.messages()).isEmpty();
    }

    @Test
    void discordBreaksAfterTheWorkIsDone() {
        scene.stage.faults().failNext(1, SEND, Fault.status(500).takingEffect());
        assertThat(scene.rest
                        .call("POST", scene.messages(), "{\"content\":\"hi\"}")
                        .status())
                .isEqualTo(500);
        assertThat(scene.ballroom.messages()).hasSize(1);
    }

    @Test
    void jdaTriesAgainWhenTheServiceIsUnavailable() throws InterruptedException {
        RealBot bot = scene.bot();
        scene.stage.faults().failNext(1, SEND, Fault.status(503));
        bot.channel(scene.ballroom).sendMessage("hi").complete();
        assertThat(scene.ballroom.messages()).hasSize(1);
    }

    @Test
    void everyThirdRequestFails() {
        scene.stage.faults().failEvery(3, Fault.status(500));
        int failed = 0;
        for (int n = 0; n < 9; n++) {
            failed += scene.rest.call("GET", "gateway").status() == 500 ? 1 : 0;
        }
        assertThat(failed).isEqualTo(3);
        scene.stage.faults().clear();
        scene.rest.call("GET", "gateway").expect(200);
    }

    @Test
    void anAnswerNeverComes() throws InterruptedException {
        RealBot bot = scene.bot();
        scene.stage.faults().failNext(1, SEND, Fault.silence());
        CompletableFuture<?> sent =
                bot.channel(scene.ballroom).sendMessage("hi").submit();
        scene.rest.call("GET", "gateway").expect(200);
        org.awaitility.Awaitility.await()
                .until(() -> scene.stage.requests().stream().anyMatch(request -> request.status() == 0));
        assertThat(sent).isNotDone();
        assertThat(scene.ballroom.messages()).isEmpty();
    }

    @Test
    void anAnswerComesLate() {
        scene.stage.faults().failNext(1, Fault.slow(Duration.ofMillis(300)));
        Instant before = java.time.Clock.systemUTC().instant();
        scene.rest.call("GET", "gateway").expect(200);
        assertThat(Duration.between(before, java.time.Clock.systemUTC().instant()))
                .isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void discordIsAwayAndComesBack() throws InterruptedException {
        RealBot bot = scene.bot();
        scene.stage.faults().setAway();
        assertThat(scene.rest.call("GET", "gateway").status()).isZero();
        scene.stage.faults().setBack();
        bot.await(SessionResumeEvent.class);
        scene.rest.call("GET", "gateway").expect(200);
    }
}

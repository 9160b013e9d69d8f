package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.requests.RestAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Discord's pacing, when it is switched on. */
class PacingTest {
    private final Scene.Wound wire = new Scene.Wound();
    private final Scene scene = new Scene(StageOptions.defaults().withWire(wire).withLimits(true));

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void fiveMessagesInFiveSecondsGoIntoAChannel() {
        for (int n = 0; n < 5; n++) {
            scene.send("{\"content\":\"hi\"}");
        }
        RawRest.Result sixth = scene.rest.call("POST", scene.messages(), "{\"content\":\"hi\"}");
        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.headers()).containsKeys("via", "retry-after", "x-ratelimit-bucket", "x-ratelimit-scope");
        assertThat(sixth.body().path("retry_after").asDouble()).isEqualTo(5.0);
        StageChannel other = scene.server.channel("other");
        scene.rest
                .call("POST", "channels/" + other.id() + "/messages", "{\"content\":\"hi\"}")
                .expect(200);
        wire.wind(Duration.ofSeconds(5));
        scene.send("{\"content\":\"hi\"}");
    }

    @Test
    void oneReactionChangeInAQuarterSecondGoesIntoAChannel() {
        long card = scene.send("{\"content\":\"hi\"}");
        String reactions = scene.messages() + "/" + card + "/reactions/";
        scene.rest.call("PUT", reactions + "%F0%9F%87%A6/@me").expect(204);
        assertThat(scene.rest.call("PUT", reactions + "%F0%9F%87%A7/@me").status())
                .isEqualTo(429);
        wire.wind(Duration.ofMillis(250));
        scene.rest.call("DELETE", reactions + "%F0%9F%87%A6/@me").expect(204);
    }

    @Test
    void fiftyRequestsASecondAreTakenInAll() {
        int channels = 0;
        int refused = 0;
        while (channels < 51) {
            StageChannel channel = scene.server.channel("c" + channels++);
            refused += scene.rest.call("GET", "channels/" + channel.id()).status() == 429 ? 1 : 0;
        }
        assertThat(refused).isOne();
        RawRest.Result callback = scene.rest.call("POST", "interactions/1/none/callback", "{\"type\":5}");
        assertThat(callback.code()).isEqualTo(10062);
    }

    @Test
    void jdaHoldsBackByItselfFromWhatItWasTold() throws InterruptedException {
        try (Scene real = new Scene(StageOptions.defaults().withLimits(true))) {
            RealBot bot = real.bot();
            long card = real.send("{\"content\":\"hi\"}");
            RestAction.allOf(
                            bot.channel(real.ballroom).addReactionById(card, Emoji.fromUnicode("🇦")),
                            bot.channel(real.ballroom).addReactionById(card, Emoji.fromUnicode("🇧")),
                            bot.channel(real.ballroom).addReactionById(card, Emoji.fromUnicode("🇨")))
                    .complete();
            assertThat(real.message(card).reactions()).hasSize(3);
            assertThat(real.stage.requests()).extracting(RequestRecord::status).doesNotContain(429);
        }
    }

    @Test
    void withoutLimitsNothingIsPaced() throws InterruptedException {
        try (Scene free = new Scene()) {
            for (int n = 0; n < 60; n++) {
                free.send("{\"content\":\"hi\"}");
            }
            assertThat(free.ballroom.messages()).hasSize(60);
        }
    }
}

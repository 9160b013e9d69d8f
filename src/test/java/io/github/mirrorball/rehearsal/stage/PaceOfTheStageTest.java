package io.github.mirrorball.rehearsal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stage is quick enough that nobody waits for it. */
class PaceOfTheStageTest {
    private static final int FANS = 20_000;

    @Test
    @Timeout(20)
    void twentyThousandReactionsReachTheBotWithinFourSeconds() throws InterruptedException {
        AtomicInteger heard = new AtomicInteger();
        EventListener counting = event -> {
            if (event instanceof MessageReactionAddEvent) {
                heard.incrementAndGet();
            }
        };
        try (Stage stage = Stage.start(StageOptions.defaults());
                RealBot bot = RealBot.on(stage, counting)) {
            StageServer server = stage.server("Ballroom");
            StageMessage card = server.member("Ana").say(server.channel("picks"), "hi");
            List<StageUser> fans = new ArrayList<>();
            for (int n = 0; n < FANS; n++) {
                fans.add(server.member("fan-" + n));
            }
            long before = System.nanoTime();
            fans.forEach(fan -> fan.react(card, "🇦"));
            stage.flush();
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            assertThat(heard).hasValue(FANS);
            assertThat(took).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void aStageInAWarmMachineStartsInNoTime() {
        Stage.start(StageOptions.defaults()).close();
        long before = System.nanoTime();
        try (Stage stage = Stage.start(StageOptions.defaults())) {
            assertThat(stage.restUrl()).startsWith("http://127.0.0.1:");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(300));
        }
    }
}

package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists come in pages, as JDA asks for them. */
class HistoryTest {
    private final Scene scene = new Scene(Scene.inspected());
    private final List<Long> ids = new ArrayList<>();
    private TextChannel channel;

    @BeforeEach
    void post() throws InterruptedException {
        for (int n = 0; n < 5; n++) {
            ids.add(scene.send("{\"content\":\"m" + n + "\"}"));
        }
        channel = scene.bot().channel(scene.ballroom);
    }

    @AfterEach
    void stop() {
        scene.close();
        assertThat(scene.stage.violations()).isEmpty();
    }

    @Test
    void theNewestComeFirst() {
        assertThat(texts(channel.getHistory().retrievePast(3).complete())).containsExactly("m4", "m3", "m2");
    }

    @Test
    void whatCameBeforeAMessageIsFound() {
        assertThat(texts(channel.getHistoryBefore(ids.get(2), 10).complete().getRetrievedHistory()))
                .containsExactly("m1", "m0");
    }

    @Test
    void whatCameAfterAMessageIsFoundNearestFirst() {
        assertThat(texts(channel.getHistoryAfter(ids.get(1), 2).complete().getRetrievedHistory()))
                .containsExactly("m3", "m2");
    }

    @Test
    void whatStandsAroundAMessageIsFound() {
        assertThat(texts(channel.getHistoryAround(ids.get(2), 3).complete().getRetrievedHistory()))
                .containsExactly("m3", "m2", "m1");
    }

    @Test
    void everyoneWhoReactedIsFoundAHundredAPage() {
        StageMessage card = scene.message(ids.get(0));
        for (int n = 0; n < 250; n++) {
            scene.server.member("fan-" + n).react(card, "🇦");
        }
        scene.ana.reactSuper(card, "🇦");
        List<User> users = channel.retrieveReactionUsersById(card.id(), Emoji.fromUnicode("🇦")).stream()
                .toList();
        assertThat(users).hasSize(250);
        String asked = "GET /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}";
        assertThat(scene.stage.requestCounts().get(asked)).isGreaterThanOrEqualTo(3L);
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(Message::getContentRaw).toList();
    }
}

package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bot and one person, alone. */
class DirectMessagesTest {
    private final Scene scene = new Scene(Scene.inspected());
    private RealBot bot;

    @BeforeEach
    void start() throws InterruptedException {
        bot = scene.bot();
    }

    @AfterEach
    void stop() {
        scene.close();
        assertThat(scene.stage.violations()).isEmpty();
    }

    @Test
    void theBotWritesToAPerson() {
        assertThat(write("hello").getChannel().getType().isGuild()).isFalse();
        assertThat(scene.ana.direct().newest().text()).isEqualTo("hello");
    }

    @Test
    void whoClosedTheirDoorGetsNothing() {
        scene.ana.setAcceptsDirectMessages(false);
        assertThatThrownBy(() -> write("hello"))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.getErrorResponse()).isEqualTo(ErrorResponse.CANNOT_SEND_TO_USER));
    }

    @Test
    void whoSharesNoServerGetsNothing() {
        write("hello");
        scene.ana.leave();
        assertThatThrownBy(() -> write("hello"))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo(50278));
    }

    @Test
    void aButtonIsPressedThere() {
        bot.jda()
                .openPrivateChannelById(scene.ana.id())
                .flatMap(channel ->
                        channel.sendMessage("Stop?").addComponents(ActionRow.of(Button.primary("stop:1", "Stop"))))
                .complete();
        StageMessage message = scene.ana.direct().newest();
        StageReply reply = scene.ana.press(message, message.button("stop:"));
        bot.await(ButtonInteractionEvent.class).editMessage("Stopped").complete();
        assertThat(reply.message().text()).isEqualTo("Stopped");
    }

    @Test
    void aReactionIsHeardThere() {
        write("hello");
        scene.ana.react(scene.ana.direct().newest(), "❤️");
        assertThat(bot.seen(MessageReactionAddEvent.class)).hasSize(1);
    }

    private Message write(String text) {
        return bot.jda()
                .openPrivateChannelById(scene.ana.id())
                .flatMap(channel -> channel.sendMessage(text))
                .complete();
    }
}

package io.github.mirrorball.discord.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.discord.RoutedScene;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageReply;
import io.github.mirrorball.stage.world.StageSilence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.FileUpload;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Discord refuses of an answer is told in plain text, once, and while it still waits. */
class RefusedCallbackTest {

    private static final String CALLBACK = "POST /interactions";
    private static final String BARE = "here is its text";

    private static Reply panel(String text) {
        return Reply.of(
                Panels.plain().text(text).row(Button.primary("go", "Go")).build());
    }

    private static RoutedScene scene(Route.Mode mode, Route.Handler handler) throws InterruptedException {
        return new RoutedScene(RoutedScene.command("ask", mode, handler));
    }

    @ParameterizedTest
    @CsvSource({"400, 50035", "400, 0", "403, 40333", "500, 0", "413, 40005"})
    void aRefusedAnswerIsToldInPlainText(int status, int code) throws Exception {
        try (RoutedScene scene = scene(Route.Mode.ANSWER_PRIVATE, request -> panel("the news"))) {
            scene.stage.faults().failNext(1, CALLBACK, Fault.refusal(status, code));
            StageMessage answer = scene.fan.slash(scene.channel, "ask").message();

            assertThat(answer.text()).contains("the news", BARE);
            assertThat(answer.components()).isEmpty();
            assertThat(answer.isEphemeral()).isTrue();
            scene.settle();
            assertThat(scene.callbacks()).isEqualTo(2);
        }
    }

    @Test
    void aPublicAnswerStaysPublic() throws Exception {
        try (RoutedScene scene = scene(Route.Mode.ANSWER_PUBLIC, request -> panel("the news"))) {
            scene.stage.faults().failNext(1, CALLBACK, Fault.refusal(400, 50035));
            assertThat(scene.fan.slash(scene.channel, "ask").message().isEphemeral())
                    .isFalse();
        }
    }

    @Test
    void filesAreLeftOut() throws Exception {
        try (RoutedScene scene = scene(
                Route.Mode.ANSWER_PRIVATE,
                request -> Reply.of(Panels.plain()
                        .text("the news")
                        .file(FileUpload.fromData(new byte[] {1}, "news.json"))
                        .build()))) {
            scene.stage.faults().failNext(1, CALLBACK, Fault.refusal(400, 50035));
            StageMessage answer = scene.fan.slash(scene.channel, "ask").message();

            assertThat(answer.text()).contains("the news");
            assertThat(answer.json().path("attachments")).isEmpty();
        }
    }

    @Test
    void aMessageWhoseNewFaceIsRefusedStaysAndThePersonIsTold() throws Exception {
        try (RoutedScene scene = new RoutedScene(
                RoutedScene.command("ask", Route.Mode.ANSWER_PUBLIC, request -> panel("before")),
                RoutedScene.hidden(Route.component("go", Route.Mode.UPDATE, request -> panel("after"))))) {
            StageMessage message = scene.fan.slash(scene.channel, "ask").message();
            scene.stage.faults().failNext(1, CALLBACK, Fault.refusal(400, 50035));
            StageMessage answer = scene.fan.press(message, "go").message();

            assertThat(answer.text()).contains("after", BARE);
            assertThat(answer.isEphemeral()).isTrue();
            assertThat(message.text()).isEqualTo("before");
        }
    }

    @Test
    void aRefusedFormIsToldInASentence() throws Exception {
        TextInput field = TextInput.create("word", TextInputStyle.SHORT).build();
        Modal form = Modal.create("form", "Form")
                .addComponents(Label.of("Word", field))
                .build();
        try (RoutedScene scene = scene(Route.Mode.MODAL, request -> new Reply.Form(form))) {
            scene.stage.faults().failNext(1, CALLBACK, Fault.refusal(400, 50035));
            assertThat(scene.fan.slash(scene.channel, "ask").message().text()).contains("form", "try again");
        }
    }

    @Test
    void refusedSuggestionsAreNone() throws Exception {
        Route suggestion = Route.suggestion("find", request -> new Reply.Choices(List.of()));
        try (RoutedScene scene =
                new RoutedScene(RoutedScene.typed("find", "word", suggestion, request -> panel("found")))) {
            scene.stage.faults().failNext(1, CALLBACK, Fault.refusal(400, 50035));
            assertThat(scene.fan
                            .complete(scene.channel, "find", Map.of("word", "a"), "word")
                            .choices()
                            .values())
                    .isEmpty();
        }
    }

    @Test
    void aRefusedDeferralIsMadeOnceMoreAndTheAnswerFollowsIt() throws Exception {
        CountDownLatch deferred = new CountDownLatch(1);
        try (RoutedScene scene = scene(Route.Mode.ANSWER_PRIVATE, request -> {
            await(deferred);
            return panel("the news");
        })) {
            scene.stage.faults().failNext(1, CALLBACK, Fault.status(500));
            StageReply reply = scene.fan.slash(scene.channel, "ask");
            Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> scene.callbacks() == 2);
            deferred.countDown();

            assertThat(reply.message().text()).isEqualTo("the news");
            assertThat(reply.message().isEphemeral()).isTrue();
        }
    }

    @Test
    void anAnswerThatIsRefusedAfterItsDeferralIsToldInPlainText() throws Exception {
        CountDownLatch deferred = new CountDownLatch(1);
        try (RoutedScene scene = scene(Route.Mode.ANSWER_PRIVATE, request -> {
            await(deferred);
            return panel("the news");
        })) {
            StageReply reply = scene.fan.slash(scene.channel, "ask");
            Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> scene.callbacks() == 1);
            scene.stage.faults().failNext(1, "PATCH /webhooks", Fault.refusal(400, 50035));
            deferred.countDown();

            assertThat(reply.message().text()).contains("the news", BARE);
        }
    }

    @Test
    void nothingIsToldTwiceWhereDiscordTookTheAnswerAllTheSame() throws Exception {
        try (RoutedScene scene = scene(Route.Mode.ANSWER_PRIVATE, request -> panel("the news"))) {
            scene.stage.faults().failNext(1, CALLBACK, Fault.status(500).takingEffect());
            StageReply reply = scene.fan.slash(scene.channel, "ask");
            reply.message();
            scene.settle();

            assertThat(reply.answers()).hasSize(1);
            assertThat(scene.callbacks()).isEqualTo(2);
        }
    }

    @Test
    void whatIsRefusedTwiceIsNotTriedAThirdTime() throws Exception {
        try (RoutedScene scene = scene(Route.Mode.ANSWER_PRIVATE, request -> panel("the news"))) {
            scene.stage.faults().failNext(3, CALLBACK, Fault.refusal(400, 50035));
            assertThat(scene.fan.slash(scene.channel, "ask").await()).isInstanceOf(StageSilence.class);
            scene.settle();
            assertThat(scene.callbacks()).isEqualTo(2);
        }
    }

    @Test
    void nothingIsToldOnceDiscordDoesNotWaitAnyMore() throws Exception {
        try (RoutedScene scene = scene(Route.Mode.MODAL, request -> panel("the news"))) {
            scene.stage.faults().failNext(1, CALLBACK, Fault.refusal(400, 50035));
            scene.hold();
            StageReply reply = scene.fan.slash(scene.channel, "ask");
            scene.letOneThrough();
            Awaitility.await().until(() -> scene.callbacks() == 1);
            scene.lag(Duration.ofSeconds(4));
            scene.release();

            assertThat(reply.await()).isInstanceOf(StageSilence.class);
            assertThat(scene.callbacks()).isEqualTo(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

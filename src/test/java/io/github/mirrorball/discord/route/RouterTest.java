package io.github.mirrorball.discord.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.discord.RoutedScene;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageReply;
import io.github.mirrorball.stage.world.StageSilence;
import io.github.mirrorball.stage.world.StageUser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Every interaction is answered once and in time, whatever its handler does. */
class RouterTest {

    @Test
    void aCommandNobodyKnowsIsAnswered() throws Exception {
        try (RoutedScene scene = new RoutedScene(RoutedScene.command("known"), RoutedScene.defined("ghost"))) {
            assertThat(scene.told(scene.fan, "ghost")).contains("not mine any more");
        }
    }

    @Test
    void aButtonNobodyKnowsIsAnsweredPrivatelyAndItsMessageStays() throws Exception {
        try (RoutedScene scene = new RoutedScene(RoutedScene.command(
                "panel", Route.Mode.ANSWER_PUBLIC, request -> panel("here", Button.primary("gone:1", "Press"))))) {
            StageMessage panel = scene.fan.slash(scene.channel, "panel").message();
            StageMessage answer = scene.fan.press(panel, "gone:1").message();

            assertThat(answer.text()).contains("not mine any more");
            assertThat(answer.isEphemeral()).isTrue();
            assertThat(panel.text()).isEqualTo("here");
        }
    }

    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void aHandlerThatThrowsIsAnsweredWithACodeThatTheLogHas() throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        String told;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (RoutedScene scene = new RoutedScene(RoutedScene.command("broken", Route.Mode.ANSWER_PRIVATE, request -> {
            throw new IllegalStateException("the disk of doom");
        }))) {
            told = scene.told(scene.fan, "broken");
        } finally {
            System.setErr(before);
        }

        Matcher code = Pattern.compile("\\*\\*([0-9a-f]{8})\\*\\*").matcher(told);
        assertThat(code.find()).as(told).isTrue();
        assertThat(told).doesNotContain("doom");
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("Incident " + code.group(1), "the disk of doom");
    }

    @Test
    void aRejectionIsToldPrivatelyAndTheMessageOfTheButtonStays() throws Exception {
        Route no = Route.component("no", Route.Mode.UPDATE, request -> {
            throw new Rejection("pick.noPolls");
        });
        try (RoutedScene scene = new RoutedScene(
                RoutedScene.command(
                        "panel", Route.Mode.ANSWER_PUBLIC, request -> panel("here", Button.primary("no", "No"))),
                RoutedScene.hidden(no))) {
            StageMessage panel = scene.fan.slash(scene.channel, "panel").message();
            StageMessage answer = scene.fan.press(panel, "no").message();

            assertThat(answer.text()).contains("No poll is open");
            assertThat(answer.isEphemeral()).isTrue();
            assertThat(panel.text()).isEqualTo("here");
        }
    }

    @Test
    void aSlowHandlerIsDeferredOnceAndItsAnswerFollows() throws Exception {
        CountDownLatch deferred = new CountDownLatch(1);
        try (RoutedScene scene = new RoutedScene(RoutedScene.command("slow", Route.Mode.ANSWER_PRIVATE, request -> {
            await(deferred);
            return Reply.of(Panels.notice("at last"));
        }))) {
            long begun = System.nanoTime();
            StageReply reply = scene.fan.slash(scene.channel, "slow");
            Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> scene.callbacks() == 1);
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            assertThat(reply.isAnswered()).isFalse();
            deferred.countDown();

            StageMessage answer = reply.message();
            assertThat(answer.text()).isEqualTo("at last");
            assertThat(answer.isEphemeral()).isTrue();
            scene.settle();
            assertThat(scene.callbacks()).isEqualTo(1);
            assertThat(waited).isBetween(RoutedScene.TIMEOUTS.deferral().minusMillis(100), Router.TOO_OLD);
        }
    }

    @Test
    void aRejectionAfterADeferralOfAButtonComesAsAMessageOfItsOwn() throws Exception {
        CountDownLatch deferred = new CountDownLatch(1);
        Route no = Route.component("no", Route.Mode.UPDATE, request -> {
            await(deferred);
            throw new Rejection("pick.noPolls");
        });
        try (RoutedScene scene = new RoutedScene(
                RoutedScene.command(
                        "panel", Route.Mode.ANSWER_PUBLIC, request -> panel("here", Button.primary("no", "No"))),
                RoutedScene.hidden(no))) {
            StageMessage panel = scene.fan.slash(scene.channel, "panel").message();
            StageReply reply = scene.fan.press(panel, "no");
            Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> scene.callbacks() == 2);
            deferred.countDown();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> scene.fan.messages(scene.channel).stream()
                            .anyMatch(message ->
                                    message.isEphemeral() && message.text().contains("No poll is open")));
            assertThat(reply.answers()).isNotEmpty();
            assertThat(panel.text()).isEqualTo("here");
        }
    }

    /** The stage reports a second acknowledgement as a violation, and the scene fails on any. */
    @Test
    void answersThatComeJustAsTheWatchdogDoesAreGivenOnce() throws Exception {
        int fans = 24;
        AtomicInteger next = new AtomicInteger();
        try (RoutedScene scene = new RoutedScene(RoutedScene.command("close", Route.Mode.ANSWER_PRIVATE, request -> {
            long millis = RoutedScene.TIMEOUTS.deferral().toMillis() - 12 + next.getAndIncrement();
            Executor later = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
            CompletableFuture.runAsync(() -> {}, later).join();
            return Reply.of(Panels.notice("done"));
        }))) {
            List<StageReply> replies = new ArrayList<>();
            for (int i = 0; i < fans; i++) {
                StageUser fan = scene.server.member("fan " + i);
                replies.add(fan.slash(scene.channel, "close"));
            }

            assertThat(replies)
                    .allSatisfy(reply -> assertThat(reply.message().text()).isEqualTo("done"));
            scene.settle();
            assertThat(scene.callbacks()).isEqualTo(fans);
        }
    }

    @Test
    void aFormIsNeverDeferred() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        try (RoutedScene scene = new RoutedScene(RoutedScene.command("form", Route.Mode.MODAL, request -> {
            await(released);
            return new Reply.Form(Modal.create("sent", "A form")
                    .addComponents(Label.of(
                            "Word",
                            TextInput.create("word", TextInputStyle.SHORT).build()))
                    .build());
        }))) {
            StageReply reply = scene.fan.slash(scene.channel, "form");
            Duration late = RoutedScene.TIMEOUTS.deferral().plusMillis(200);
            CompletableFuture.runAsync(
                            released::countDown,
                            CompletableFuture.delayedExecutor(late.toMillis(), TimeUnit.MILLISECONDS))
                    .join();

            assertThat(reply.form().title()).isEqualTo("A form");
            scene.settle();
            assertThat(scene.callbacks()).isEqualTo(1);
        }
    }

    @Test
    void aFormThatCannotBeGivenIsAPrivateSentenceAndSuggestionsAreNone() throws Exception {
        Route choices = Route.suggestion("form", request -> {
            throw new IllegalStateException("no suggestions");
        });
        try (RoutedScene scene = new RoutedScene(RoutedScene.typed("form", "word", choices, request -> {
            throw new Rejection("season.none");
        }))) {
            StageMessage answer =
                    scene.fan.slash(scene.channel, "form", Map.of("word", "x")).message();

            assertThat(answer.text()).contains("no season yet");
            assertThat(answer.isEphemeral()).isTrue();
            assertThat(scene.fan
                            .complete(scene.channel, "form", Map.of("word", "x"), "word")
                            .choices()
                            .choices())
                    .isEmpty();
        }
    }

    @Test
    void whatArrivesTooLateToBeAnsweredHasNoEffect() throws Exception {
        AtomicInteger handled = new AtomicInteger();
        try (RoutedScene scene = new RoutedScene(RoutedScene.command("count", Route.Mode.ANSWER_PRIVATE, request -> {
            handled.incrementAndGet();
            return Reply.of(Panels.notice("counted"));
        }))) {
            scene.lag(Router.TOO_OLD.plusMillis(1));
            StageReply late = scene.fan.slash(scene.channel, "count");
            scene.stage.flush();
            scene.lag(Duration.ZERO);
            scene.told(scene.fan, "count");

            assertThat(handled).hasValue(1);
            assertThat(late.await(Duration.ofMillis(1))).isInstanceOf(StageSilence.class);
        }
    }

    @Test
    void whatWaitedTooLongForItsTurnHasNoEffectEither() throws Exception {
        AtomicInteger handled = new AtomicInteger();
        try (RoutedScene scene = new RoutedScene(RoutedScene.command("form", Route.Mode.MODAL, request -> {
            handled.incrementAndGet();
            return Reply.of(Panels.notice("never"));
        }))) {
            scene.hold();
            StageReply late = scene.fan.slash(scene.channel, "form");
            scene.stage.flush();
            scene.lag(Router.TOO_OLD.plusMillis(1));
            scene.release();
            scene.settle();

            assertThat(handled).hasValue(0);
            assertThat(late.await(Duration.ofMillis(1))).isInstanceOf(StageSilence.class);
        }
    }

    @Test
    void whoeverComesWhenTooManyWaitForAPollIsToldSoAndChangesNothing() throws Exception {
        List<String> handled = Collections.synchronizedList(new ArrayList<>());
        try (RoutedScene scene = voting(1, who -> {
            handled.add(who);
            return () -> Reply.of(Panels.notice("taken"));
        })) {
            StageMessage panel = scene.fan.slash(scene.channel, "panel").message();
            scene.settle();
            scene.hold();
            StageReply first = scene.server.member("first").press(panel, "vote:7");
            StageReply second = scene.server.member("second").press(panel, "vote:7");
            StageReply third = scene.server.member("third").press(panel, "vote:7");
            scene.stage.flush();
            scene.release();

            assertThat(third.message().text()).contains("So many are picking right now", "Nothing was changed");
            assertThat(third.message().isEphemeral()).isTrue();
            assertThat(first.message().text()).isEqualTo("taken");
            assertThat(second.message().text()).isEqualTo("taken");
            assertThat(handled).containsExactly("first", "second");
        }
    }

    @Test
    void votesThatWaitForEachOtherAreDecidedTogetherAndAnsweredAfterwards() throws Exception {
        List<String> decided = Collections.synchronizedList(new ArrayList<>());
        Function<String, Supplier<Reply>> decision = who -> {
            decided.add(who);
            if (who.equals("rejected")) {
                throw new Rejection("reply.stale");
            }
            return () -> Reply.of(Panels.notice("after " + decided.size()));
        };
        try (RoutedScene scene = voting(decision)) {
            List<StageReply> replies = atOnce(scene, "first", "second", "rejected", "fourth");

            assertThat(replies.get(0).message().text()).isEqualTo("after 4");
            assertThat(replies.get(1).message().text()).isEqualTo("after 4");
            assertThat(replies.get(2).message().text()).contains("something that is gone");
            assertThat(replies.get(3).message().text()).isEqualTo("after 4");
            assertThat(decided).containsExactly("first", "second", "rejected", "fourth");
            assertThat(scene.shared()).isEqualTo(1);
        }
    }

    @Test
    void aVoteThatSpoilsItForTheOthersFailsAlone() throws Exception {
        List<String> decided = Collections.synchronizedList(new ArrayList<>());
        Function<String, Supplier<Reply>> decision = who -> {
            decided.add(who);
            if (who.equals("third")) {
                throw new IllegalStateException("broken");
            }
            return () -> Reply.of(Panels.notice("taken"));
        };
        try (RoutedScene scene = voting(decision)) {
            List<StageReply> replies = atOnce(scene, "first", "second", "third", "fourth");

            assertThat(replies.get(1).message().text()).isEqualTo("taken");
            assertThat(replies.get(2).message().text()).containsPattern("[0-9a-f]{8}");
            assertThat(replies.get(3).message().text()).isEqualTo("taken");
            assertThat(decided).containsExactly("first", "second", "third", "first", "second", "third", "fourth");
            assertThat(scene.shared()).isZero();
        }
    }

    private static RoutedScene voting(Function<String, Supplier<Reply>> decision) throws InterruptedException {
        return voting(Integer.MAX_VALUE, decision);
    }

    /** A panel with a button that is a vote, and how the vote of somebody with this name is decided. */
    private static RoutedScene voting(int longest, Function<String, Supplier<Reply>> decision)
            throws InterruptedException {
        return new RoutedScene(
                longest,
                RoutedScene.command(
                        "panel", Route.Mode.ANSWER_PUBLIC, request -> panel("here", Button.primary("vote:7", "Vote"))),
                RoutedScene.hidden(Route.vote(
                        Route.Kind.COMPONENT,
                        "vote",
                        Route.Mode.ANSWER_PRIVATE,
                        request -> decision.apply(request.member().getEffectiveName()))));
    }

    /** Each votes while none of them has had their turn. */
    private static List<StageReply> atOnce(RoutedScene scene, String... names) throws InterruptedException {
        StageMessage panel = scene.fan.slash(scene.channel, "panel").message();
        scene.settle();
        scene.hold();
        List<StageReply> replies = Arrays.stream(names)
                .map(name -> scene.server.member(name).press(panel, "vote:7"))
                .toList();
        scene.stage.flush();
        scene.release();
        return replies;
    }

    /** The stage reports an acknowledgement that comes after Discord's three seconds as a violation, and the scene fails on any. */
    @Test
    void anAnswerThatDiscordPutsOffIsNotRepeatedForLongerThanItIsTaken() throws Exception {
        try (RoutedScene scene = new RoutedScene(RoutedScene.command("put-off", Route.Mode.ANSWER_PRIVATE, request -> {
            return Reply.of(Panels.notice("too late"));
        }))) {
            scene.stage.faults().failNext(3, "POST /interactions", Fault.tooMany(Duration.ofSeconds(1)));
            StageReply late = scene.fan.slash(scene.channel, "put-off");

            assertThat(late.await()).isInstanceOf(StageSilence.class);
            scene.settle();
            assertThat(scene.callbacks()).isEqualTo(3);
        }
    }

    private static Reply panel(String text, Button button) {
        return Reply.of(Panels.plain().text(text).row(button).build());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

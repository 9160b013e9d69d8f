package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who watches a channel is told what people see there, in order. */
class WatchingTest {
    private final Scene scene = new Scene();
    private final List<StageEvent> told = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void creationEditReactionAndDeletionAreTold() {
        scene.stage.watch(told::add);
        long id = scene.send("{\"content\":\"hi\"}");
        StageMessage card = scene.message(id);
        scene.rest
                .call("PATCH", scene.messages() + "/" + id, "{\"content\":\"bye\"}")
                .expect(200);
        scene.ana.react(card, "🇦");
        scene.ballroom.delete(card);
        await().until(() -> told.size() == 4);
        assertThat(told)
                .extracting(StageEvent::kind)
                .containsExactly(
                        StageEvent.Kind.CREATED,
                        StageEvent.Kind.EDITED,
                        StageEvent.Kind.REACTIONS,
                        StageEvent.Kind.DELETED);
        assertThat(told).extracting(StageEvent::message).containsOnly(card);
    }

    @Test
    void aPrivateReplyIsToldWithItsReader() throws InterruptedException {
        RealBot bot = scene.bot();
        bot.jda().updateCommands().addCommands(Commands.slash("me", "Me")).complete();
        scene.stage.watch(told::add);
        scene.ana.slash(scene.ballroom, "me");
        bot.await(SlashCommandInteractionEvent.class)
                .reply("hi")
                .setEphemeral(true)
                .complete();
        await().until(() -> told.size() == 1);
        assertThat(told.get(0).onlyFor()).isEqualTo(Optional.of(scene.ana.id()));
    }

    @Test
    void whoStopsWatchingIsToldNothing() {
        Runnable stop = scene.stage.watch(told::add);
        List<StageEvent> others = Collections.synchronizedList(new ArrayList<>());
        scene.stage.watch(others::add);
        stop.run();
        scene.send("{\"content\":\"hi\"}");
        await().until(() -> others.size() == 1);
        assertThat(told).isEmpty();
    }
}

package io.github.mirrorball.discord.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.discord.RoutedScene;
import io.github.mirrorball.stage.world.Fault;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands and Discord, which may not want to hear of them just now. */
class CommandTreeTest {

    @AutoClose
    private final RoutedScene scene = new RoutedScene(RoutedScene.command("old"));

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final CommandTree tree =
            new CommandTree(List.of(RoutedScene.command("new")), new CommandMentions(), later::add);

    CommandTreeTest() throws InterruptedException {}

    @Test
    void whatIsNewTakesThePlaceOfTheOld() {
        tree.publish(scene.jda);

        assertThat(published()).containsExactly("new");
        assertThat(later).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /applications", "PUT /applications"})
    void whatDiscordDoesNotTakeIsTriedAgainLater(String refused) {
        scene.stage.faults().failNext(1, refused, Fault.status(403));

        tree.publish(scene.jda);
        assertThat(published()).containsExactly("old");

        later.remove().run();
        assertThat(published()).containsExactly("new");
        assertThat(later).isEmpty();
    }

    private Stream<String> published() {
        return StreamSupport.stream(scene.stage.commands().spliterator(), false)
                .map(command -> command.path("name").asText());
    }
}

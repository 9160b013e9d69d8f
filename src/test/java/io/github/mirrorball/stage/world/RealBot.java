package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.awaitility.Awaitility;

/** JDA itself against a stage. */
final class RealBot implements AutoCloseable {
    private final Stage stage;
    private final JDA jda;
    private final List<GenericEvent> events = Collections.synchronizedList(new ArrayList<>());

    private RealBot(Stage stage, JDABuilder builder) throws InterruptedException {
        this.stage = stage;
        this.jda = builder.addEventListeners((EventListener) events::add).build();
        jda.awaitReady();
        stage.flush();
    }

    static RealBot on(Stage stage, EventListener... listeners) throws InterruptedException {
        return with(
                stage,
                EnumSet.of(GatewayIntent.GUILD_MESSAGE_REACTIONS, GatewayIntent.DIRECT_MESSAGE_REACTIONS),
                listeners);
    }

    static RealBot with(Stage stage, EnumSet<GatewayIntent> intents, EventListener... listeners)
            throws InterruptedException {
        return new RealBot(stage, builder(stage, intents).addEventListeners((Object[]) listeners));
    }

    /** The session of one shard. */
    static RealBot shard(Stage stage, int shard, int total) throws InterruptedException {
        return new RealBot(
                stage,
                builder(
                                stage,
                                EnumSet.of(
                                        GatewayIntent.GUILD_MESSAGE_REACTIONS, GatewayIntent.DIRECT_MESSAGE_REACTIONS))
                        .useSharding(shard, total));
    }

    static JDABuilder builder(Stage stage, EnumSet<GatewayIntent> intents) {
        return JDABuilder.createLight(stage.token(), intents)
                .setRestConfig(new RestConfig().setBaseUrl(stage.restUrl()))
                .setSessionController(new Loopback(stage.gatewayUrl()))
                .setCompression(Compression.NONE)
                .setEnableShutdownHook(false);
    }

    JDA jda() {
        return jda;
    }

    TextChannel channel(StageChannel channel) {
        TextChannel found = jda.getTextChannelById(channel.id());
        if (found == null) {
            throw new IllegalStateException("JDA does not know " + channel);
        }
        return found;
    }

    /** The events of that kind that JDA has handled by now. */
    <T extends GenericEvent> List<T> seen(Class<T> kind) {
        stage.flush();
        return List.copyOf(events).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    <T extends GenericEvent> T await(Class<T> kind) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !seen(kind).isEmpty());
        return seen(kind).get(0);
    }

    /** Lets requests under way end; some never do. */
    @Override
    public void close() {
        try {
            jda.shutdown();
            if (!jda.awaitShutdown(2, TimeUnit.SECONDS)) {
                jda.shutdownNow();
                assertThat(jda.awaitShutdown(10, TimeUnit.SECONDS)).isTrue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Points JDA at the stage and does not wait between sessions. */
    private static final class Loopback extends SessionControllerAdapter {
        private final String gateway;

        Loopback(String gateway) {
            this.gateway = gateway;
        }

        @Override
        public String getGateway() {
            return gateway;
        }

        @Override
        protected void runWorker() {
            synchronized (lock) {
                if (workerHandle == null) {
                    workerHandle = new QueueWorker(0);
                    workerHandle.start();
                }
            }
        }
    }
}

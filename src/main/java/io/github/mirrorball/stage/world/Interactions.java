package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells the bot what people do, and keeps what it may still answer. Guarded by the world's lock. */
public final class Interactions implements AutoCloseable {
    private static final int KEPT = 20_000;

    private final World world;
    private final Map<String, Interaction> byToken = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Interaction> eldest) {
            return size() > KEPT;
        }
    };
    private final ScheduledExecutorService patience =
            Executors.newSingleThreadScheduledExecutor(Threads.named("stage-patience"));

    Interactions(World world) {
        this.world = world;
    }

    Interaction start(int type, StageUser user, StageChannel channel, @Nullable Post source, ObjectNode data) {
        String token = "interaction." + world.secret();
        Interaction interaction = new Interaction(world.ids.next(), token, type, user, channel, world.now(), source);
        byToken.put(token, interaction);
        world.gateway.sendInteraction(channel.server, InteractionJson.event(interaction, data));
        long millis = Interaction.TO_ACKNOWLEDGE.toMillis();
        Future<?> unused = patience.schedule(() -> giveUp(interaction), millis, TimeUnit.MILLISECONDS);
        return interaction;
    }

    public Optional<Interaction> find(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    private void giveUp(Interaction interaction) {
        synchronized (world) {
            if (!interaction.acknowledged) {
                interaction.reply.answer(new StageSilence("application did not respond"));
            }
        }
    }

    @Override
    public void close() {
        patience.shutdownNow();
    }
}

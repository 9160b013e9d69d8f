package io.github.mirrorball.stage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.mirrorball.stage.world.Faults;
import io.github.mirrorball.stage.world.GatewayConnection;
import io.github.mirrorball.stage.world.RequestRecord;
import io.github.mirrorball.stage.world.StageEvent;
import io.github.mirrorball.stage.world.StageOptions;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A loopback Discord on 127.0.0.1, in memory. It refuses what Discord refuses and remembers what a correct bot would
 * not have asked for. It claims to be Discord no further than it checks. Thread-safe.
 */
public final class Stage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public final World world;
    private final Faults faults;
    private final HttpFront front;

    private Stage(StageOptions options) {
        this.world = new World(options);
        this.faults = new Faults(world.gateway::dropSockets);
        this.front = new HttpFront(world, faults);
    }

    /** Opens a port of its own; close the stage when done. */
    public static Stage start(StageOptions options) {
        return new Stage(options);
    }

    /** The base of all REST requests, for instance {@code http://127.0.0.1:49152/api/v10/}. */
    public String restUrl() {
        return front.restUrl();
    }

    public String gatewayUrl() {
        return front.gatewayUrl();
    }

    /** The bot's token, without a prefix. */
    public String token() {
        return world.token;
    }

    public long applicationId() {
        return world.bot.id;
    }

    /** The server of that name; made, with the bot in it, when it is not there yet. */
    public StageServer server(String name) {
        return server(name, StageServer.Presence.THERE);
    }

    /** The server of that name; made, without the bot, when it is not there yet. */
    public StageServer serverWithoutBot(String name) {
        return server(name, StageServer.Presence.LEFT);
    }

    private StageServer server(String name, StageServer.Presence presence) {
        synchronized (world) {
            return world.servers.values().stream()
                    .filter(server -> server.name.equals(name))
                    .findFirst()
                    .orElseGet(() -> world.newServer(name, presence));
        }
    }

    /** What the bot did that a correct bot does not do, oldest first. */
    public List<String> violations() {
        return world.ledger.violations();
    }

    /** The published global commands. */
    public ArrayNode commands() {
        synchronized (world) {
            return world.commands.all();
        }
    }

    /** The bot's newest requests (some 20,000), oldest first. */
    public List<RequestRecord> requests() {
        return world.ledger.requests();
    }

    /** How many requests there were so far by method and route, as {@code GET /users/@me}. */
    public Map<String, Long> requestCounts() {
        return world.ledger.counts();
    }

    public Faults faults() {
        return faults;
    }

    /** Forgets every nonce, as Discord does after a few minutes. */
    public void forgetNonces() {
        synchronized (world) {
            world.nonces.forget();
        }
    }

    /** How many sessions of the bot are connected and identified now. */
    public int sessions() {
        synchronized (world) {
            return world.gateway.connected().size();
        }
    }

    /** Tells the watcher, in order, what people see from now on; run what is returned to end that. */
    public Runnable watch(Consumer<StageEvent> watcher) {
        return world.audience.watch(watcher);
    }

    /**
     * Tells the watcher of each of the bot's requests when it was carried out, or was not, but before it is answered: the answer waits for
     * the watcher. Run what is returned to end that.
     */
    public Runnable watchRequests(Consumer<RequestRecord> watcher) {
        return world.ledger.watch(watcher);
    }

    /**
     * Returns when the bot's gateway reader has handled every event that was told so far over connections that stand;
     * at once where none does. It asks by WebSocket pings, which are answered after the frames before them and, unlike
     * heartbeats, do not count against the 120 gateway messages a minute that a bot may send.
     */
    public void flush() {
        List<Future<Void>> barriers;
        synchronized (world) {
            barriers = world.gateway.connected().stream()
                    .map(GatewayConnection::barrier)
                    .toList();
        }
        barriers.forEach(Stage::await);
    }

    private static void await(Future<Void> barrier) {
        try {
            barrier.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("The bot's gateway reader did not get through its events", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        world.gateway.dropSockets();
        front.close();
        world.interactions.close();
        world.audience.close();
    }
}

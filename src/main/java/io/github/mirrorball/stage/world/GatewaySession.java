package io.github.mirrorball.stage.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one shard of the bot was told, so that a resumed one misses nothing. Guarded by the world's lock. */
public final class GatewaySession {
    private static final int KEPT = 10_000;

    private record Told(long sequence, String frame) {}

    private final String id;
    private final int intents;
    private final int shard;
    private final int shards;
    private final Deque<Told> told = new ArrayDeque<>();
    private long sequence;
    private @Nullable GatewayConnection socket;

    GatewaySession(String id, int intents, int shard, int shards) {
        this.id = id;
        this.intents = intents;
        this.shard = shard;
        this.shards = shards;
    }

    public String id() {
        return id;
    }

    Optional<GatewayConnection> socket() {
        return Optional.ofNullable(socket);
    }

    public void attach(GatewayConnection opened) {
        this.socket = opened;
    }

    public void detach(GatewayConnection closed) {
        if (socket == closed) {
            socket = null;
        }
    }

    boolean hears(@Nullable StageServer server, @Nullable Intent intent) {
        return (intent == null || intent.in(intents)) && owns(server);
    }

    /** Direct messages belong to the first shard. */
    public boolean owns(@Nullable StageServer server) {
        return server == null ? shard == 0 : Snowflakes.shardOf(server.id, shards) == shard;
    }

    public void dispatch(String type, String data) {
        sequence++;
        String frame = "{\"op\":0,\"t\":\"" + type + "\",\"s\":" + sequence + ",\"d\":" + data + "}";
        if (told.size() == KEPT) {
            told.removeFirst();
        }
        told.addLast(new Told(sequence, frame));
        if (socket != null) {
            socket.send(frame);
        }
    }

    public boolean canReplayAfter(long seen) {
        boolean kept = told.isEmpty() || told.getFirst().sequence() <= seen + 1;
        return seen <= sequence && kept;
    }

    /** Sends everything told after the sequence number that the bot saw last. */
    public void replayAfter(long seen) {
        for (Told event : told) {
            if (event.sequence() > seen && socket != null) {
                socket.send(event.frame());
            }
        }
    }
}

package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.rules.Permission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/** The sessions, and which of them is told what. Guarded by the world's lock. */
public final class Gateway {
    private final World world;
    private final Map<String, GatewaySession> sessions = new HashMap<>();
    public final GatewayStarts starts = new GatewayStarts();
    private final Set<GatewayConnection> sockets = new CopyOnWriteArraySet<>();

    Gateway(World world) {
        this.world = world;
    }

    public void onOpen(GatewayConnection socket) {
        sockets.add(socket);
    }

    public void onClose(GatewayConnection socket) {
        sockets.remove(socket);
    }

    public void dropSockets() {
        sockets.forEach(GatewayConnection::drop);
    }

    public GatewaySession open(int intents, int shard, int shards) {
        String id = world.secret();
        GatewaySession session = new GatewaySession(id, intents, shard, shards);
        sessions.put(id, session);
        return session;
    }

    public Optional<GatewaySession> find(String sessionId) {
        return Optional.ofNullable(sessions.get(sessionId));
    }

    public void end(GatewaySession session) {
        sessions.remove(session.id());
    }

    /** The sockets of identified sessions. */
    public List<GatewayConnection> connected() {
        List<GatewayConnection> connected = new ArrayList<>();
        sessions.values().forEach(session -> session.socket().ifPresent(connected::add));
        return connected;
    }

    /** Tells what happens in a server that the bot can reach. */
    void sendToServer(StageServer server, Intent intent, String type, ObjectNode event) {
        if (server.presence == StageServer.Presence.THERE) {
            sendToShardOf(server, intent, type, event);
        }
    }

    /** Tells what happens to a server, also to one that the bot cannot reach. */
    void sendToShardOf(StageServer server, @Nullable Intent intent, String type, ObjectNode event) {
        dispatch(server, intent, type, event);
    }

    /** Tells what happens in a channel, if the bot sees the channel. */
    void sendToChannel(StageChannel channel, Intent inServer, Intent inDirect, String type, ObjectNode event) {
        StageServer server = channel.server;
        if (server == null) {
            dispatch(null, inDirect, type, event);
        } else if (Permission.VIEW_CHANNEL.in(server.permissionsOf(world.bot, channel))) {
            sendToServer(server, inServer, type, event);
        }
    }

    /** Interactions need no intent and no permission, nor that the bot is a member. */
    void sendInteraction(@Nullable StageServer server, ObjectNode event) {
        if (server == null
                || server.presence == StageServer.Presence.THERE
                || server.presence == StageServer.Presence.COMMANDS_ONLY) {
            dispatch(server, null, "INTERACTION_CREATE", event);
        }
    }

    private void dispatch(@Nullable StageServer server, @Nullable Intent intent, String type, ObjectNode event) {
        @Nullable String data = null;
        for (GatewaySession session : sessions.values()) {
            if (session.hears(server, intent)) {
                data = data == null ? Json.write(event) : data;
                session.dispatch(type, data);
            }
        }
    }
}

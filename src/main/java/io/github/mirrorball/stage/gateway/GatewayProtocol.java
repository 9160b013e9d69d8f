package io.github.mirrorball.stage.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.world.Faults;
import io.github.mirrorball.stage.world.GatewaySession;
import io.github.mirrorball.stage.world.Intent;
import io.github.mirrorball.stage.world.ServerJson;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.World;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The gateway's side of the conversation: hello, identify, resume, heartbeats. */
public final class GatewayProtocol {
    private static final int HEARTBEAT = 1;
    private static final int IDENTIFY = 2;
    private static final int RESUME = 6;
    private static final int INVALID_SESSION = 9;
    private static final int HELLO = 10;
    private static final int ACK = 11;
    private static final int INTERVAL = 41_250;

    private final World world;
    private final Faults faults;
    private final String url;
    private final Map<GatewaySocket, GatewaySession> speaking = new HashMap<>();

    public GatewayProtocol(World world, Faults faults, String url) {
        this.world = world;
        this.faults = faults;
        this.url = url;
    }

    public void onOpen(GatewaySocket socket) {
        synchronized (world) {
            world.gateway.onOpen(socket);
            socket.send(message(HELLO, Json.object().put("heartbeat_interval", INTERVAL)));
        }
    }

    void onReceived(GatewaySocket socket, JsonNode message) {
        synchronized (world) {
            JsonNode data = message.path("d");
            switch (message.path("op").asInt()) {
                case HEARTBEAT -> socket.send(Json.object().put("op", ACK));
                case IDENTIFY -> identify(socket, data);
                case RESUME -> resume(socket, data);
                case 3, 4 -> requireSession(socket);
                default -> refuse(socket, 4001, "Unknown opcode");
            }
        }
    }

    /** A bot that says goodbye has no session to come back to. */
    void onGoodbye(GatewaySocket socket, int code) {
        synchronized (world) {
            GatewaySession session = speaking.get(socket);
            if (session != null && (code == 1000 || code == 1001)) {
                world.gateway.end(session);
            }
        }
    }

    void onClose(GatewaySocket socket) {
        synchronized (world) {
            world.gateway.onClose(socket);
            GatewaySession session = speaking.remove(socket);
            if (session != null) {
                session.detach(socket);
            }
        }
    }

    private void identify(GatewaySocket socket, JsonNode data) {
        if (speaking.containsKey(socket)) {
            refuse(socket, 4005, "Already authenticated");
        } else if (isAdmitted(socket, data)) {
            int shards = Math.max(1, data.path("shard").path(1).asInt(1));
            int shard = data.path("shard").path(0).asInt(0);
            if (!world.gateway.starts.begin(shard, world.options)) {
                invalidate(socket);
                return;
            }
            sendReady(socket, world.gateway.open(data.path("intents").asInt(), shard, shards), shard, shards);
        }
    }

    private boolean isAdmitted(GatewaySocket socket, JsonNode data) {
        int intents = data.path("intents").asInt();
        JsonNode shard = data.path("shard");
        if (!world.token.equals(data.path("token").asText())) {
            return refuse(socket, 4004, "Authentication failed");
        }
        if (shard.isArray() && shard.path(0).asInt() >= shard.path(1).asInt()) {
            return refuse(socket, 4010, "Invalid shard");
        }
        for (Intent intent : Intent.values()) {
            if (intent.isPrivileged()
                    && intent.in(intents)
                    && !world.options.privileged().contains(intent)) {
                return refuse(socket, 4014, "Disallowed intent(s)");
            }
        }
        return true;
    }

    private void sendReady(GatewaySocket socket, GatewaySession session, int shard, int shards) {
        attach(socket, session);
        ObjectNode ready = Json.object().put("v", 10).put("session_id", session.id());
        ready.put("resume_gateway_url", url);
        ready.set("user", ServerJson.self(world.bot));
        ready.putArray("private_channels");
        ready.putArray("shard").add(shard).add(shards);
        ready.putObject("application").put("id", Long.toString(world.bot.id)).put("flags", 0);
        ready.set("guilds", Json.array(owned(session).map(ServerJson::unavailable)));
        session.dispatch("READY", Json.write(ready));
        owned(session).forEach(server -> introduce(session, server));
    }

    private static void introduce(GatewaySession session, StageServer server) {
        if (server.presence == StageServer.Presence.THERE) {
            session.dispatch("GUILD_CREATE", Json.write(ServerJson.created(server)));
        } else {
            session.dispatch("GUILD_DELETE", Json.write(ServerJson.unavailable(server)));
        }
    }

    private Stream<StageServer> owned(GatewaySession session) {
        return world.servers.values().stream().filter(server -> server.hasBot() && session.owns(server));
    }

    private void resume(GatewaySocket socket, JsonNode data) {
        long seen = data.path("seq").asLong();
        Optional<GatewaySession> session =
                world.gateway.find(data.path("session_id").asText());
        if (!world.token.equals(data.path("token").asText())) {
            refuse(socket, 4004, "Authentication failed");
        } else if (faults.refusesResume() || session.isEmpty() || !session.get().canReplayAfter(seen)) {
            session.ifPresent(world.gateway::end);
            invalidate(socket);
        } else {
            attach(socket, session.get());
            session.get().replayAfter(seen);
            session.get().dispatch("RESUMED", "{}");
        }
    }

    private static void invalidate(GatewaySocket socket) {
        ObjectNode invalid = Json.object().put("op", INVALID_SESSION).put("d", false);
        socket.send(invalid);
    }

    private void attach(GatewaySocket socket, GatewaySession session) {
        speaking.put(socket, session);
        session.attach(socket);
    }

    private void requireSession(GatewaySocket socket) {
        if (!speaking.containsKey(socket)) {
            refuse(socket, 4003, "Not authenticated");
        }
    }

    private boolean refuse(GatewaySocket socket, int code, String reason) {
        world.ledger.addViolation("gateway: " + code + " " + reason);
        socket.close(code, reason);
        return false;
    }

    private static ObjectNode message(int op, JsonNode data) {
        ObjectNode message = Json.object().put("op", op);
        message.set("d", data);
        return message;
    }
}

package io.github.mirrorball.stage;

import io.github.mirrorball.stage.gateway.GatewayProtocol;
import io.github.mirrorball.stage.gateway.GatewaySocket;
import io.github.mirrorball.stage.rest.RestExchange;
import io.github.mirrorball.stage.world.Cdn;
import io.github.mirrorball.stage.world.Faults;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.World;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.Options;

/** The loopback server: REST, the gateway's upgrade, and files. */
final class HttpFront implements HttpHandler, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
    private static final String DISCORD = "discord.com";
    private static final String API = "/api/v10";

    private final World world;
    private final Faults faults;
    private final Undertow server;
    private final String host;
    private final RestExchange rest;
    private final WebSocketProtocolHandshakeHandler upgrade;

    HttpFront(World world, Faults faults) {
        this.world = world;
        this.faults = faults;
        this.server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setIoThreads(2)
                .setWorkerThreads(16)
                .setWorkerOption(Options.THREAD_DAEMON, true)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setHandler(this)
                .build();
        server.start();
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        this.host = "127.0.0.1:" + address.getPort();
        world.cdn.setBase("http://" + host + "/");
        this.rest = new RestExchange(world, faults, gatewayUrl());
        GatewayProtocol protocol = new GatewayProtocol(world, faults, gatewayUrl());
        this.upgrade = Handlers.websocket((exchange, channel) ->
                protocol.onOpen(new GatewaySocket(channel, protocol, isCompressed(exchange.getQueryString()))));
    }

    private static boolean isCompressed(@Nullable String query) {
        return query != null && query.contains("compress=zlib-stream");
    }

    String restUrl() {
        return "http://" + host + API + "/";
    }

    String gatewayUrl() {
        return "ws://" + host + "/gateway";
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        String path = exchange.getRequestPath();
        if (faults.isAway()) {
            IoUtils.safeClose(exchange.getConnection());
        } else if (!isFromTheBot(exchange)) {
            exchange.setStatusCode(StatusCodes.FORBIDDEN).endExchange();
        } else if (path.startsWith("/gateway")) {
            upgrade.handleRequest(exchange);
        } else {
            exchange.getResponseHeaders()
                    .put(
                            Headers.DATE,
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    world.now().atOffset(ZoneOffset.UTC)));
            exchange.dispatch(() -> serve(exchange, path));
        }
    }

    /**
     * Every page in a browser on this computer can send requests here: one that points a name of its own here is known by its Host, and what
     * any of them sends or connects from elsewhere by its Origin, which a bot does not have. A bot may take the stage for Discord itself.
     */
    private boolean isFromTheBot(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getRequestHeaders();
        String named = headers.getFirst(Headers.HOST);
        return (host.equals(named) || DISCORD.equals(named)) && !headers.contains(Headers.ORIGIN);
    }

    private void serve(HttpServerExchange exchange, String path) {
        try {
            exchange.startBlocking();
            if (path.startsWith(API)) {
                rest.serve(exchange, path.substring(API.length()));
            } else {
                serveFile(exchange, path);
            }
        } catch (IOException e) {
            LOG.debug("The bot went away before it was answered at {}", path, e);
            IoUtils.safeClose(exchange.getConnection());
        } catch (RuntimeException e) {
            LOG.warn("The stage failed at {}", path, e);
            world.ledger.addViolation("stage: " + path + ": " + e);
            exchange.setStatusCode(500).endExchange();
        }
    }

    /** {@code /attachments/message/id/name}; addresses made up for avatars and the like find nothing. */
    private void serveFile(HttpServerExchange exchange, String path) throws IOException {
        String[] parts = path.split("/");
        Optional<StageFile> found = Optional.empty();
        if (parts.length == 5
                && parts[1].equals("attachments")
                && parts[3].chars().allMatch(Character::isDigit)) {
            synchronized (world) {
                found = world.cdn.find(Long.parseLong(parts[3]));
            }
        }
        if (found.isEmpty()) {
            exchange.setStatusCode(404).endExchange();
            return;
        }
        exchange.getResponseHeaders()
                .put(new HttpString("Content-Type"), Cdn.contentType(found.get().name()));
        exchange.getOutputStream().write(found.get().bytes());
        exchange.endExchange();
    }

    @Override
    public void close() {
        rest.close();
        server.stop();
    }
}

package io.github.mirrorball.ops;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import org.xnio.Options;

/**
 * Answers machines that watch the bot: {@code /healthz} says whether the process lives, {@code /readyz} whether it can do its work, and
 * {@code /metrics} how it is doing, from what is known without asking the store. It tells nothing that names anybody, but asks nobody who they are either. Thread-safe.
 */
public final class Monitor implements AutoCloseable {

    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final long LARGEST_REQUEST = 1024;

    private static final int LAST_ANSWERS_MILLIS = 500;

    private final Undertow server;
    private final Backlog backlog;

    private Monitor(Undertow server, Backlog backlog) {
        this.server = server;
        this.backlog = backlog;
    }

    /**
     * Begins to listen.
     *
     * @param systemClock real time
     * @throws RuntimeException if the address cannot be listened to
     */
    public static Monitor open(InetSocketAddress at, Metrics metrics, StoreHealth store, InstantSource systemClock) {
        Backlog backlog = new Backlog(store, systemClock);
        metrics.add(backlog::addTo);
        Undertow server = Undertow.builder()
                .addHttpListener(at.getPort(), at.getAddress().getHostAddress())
                .setIoThreads(1)
                .setWorkerThreads(2)
                .setWorkerOption(Options.THREAD_DAEMON, true)
                .setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, LAST_ANSWERS_MILLIS)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LARGEST_REQUEST)
                .setHandler(door(metrics, backlog))
                .build();
        server.start();
        backlog.start();
        return new Monitor(server, backlog);
    }

    private static HttpHandler door(Metrics metrics, Backlog backlog) {
        HttpHandler paths = Handlers.path()
                .addExactPath("/healthz", exchange -> answer(exchange, StatusCodes.OK, "alive\n"))
                .addExactPath("/readyz", exchange -> serveReady(exchange, metrics, backlog))
                .addExactPath("/metrics", new BlockingHandler(exchange -> serveMetrics(exchange, metrics)));
        return exchange -> {
            if (exchange.getRequestMethod().equals(Methods.GET)
                    || exchange.getRequestMethod().equals(Methods.HEAD)) {
                paths.handleRequest(exchange);
            } else {
                exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD");
                answer(exchange, StatusCodes.METHOD_NOT_ALLOWED, "only to be read\n");
            }
        };
    }

    private static void serveReady(HttpServerExchange exchange, Metrics metrics, Backlog backlog) {
        if (!metrics.isConnected()) {
            answer(exchange, StatusCodes.SERVICE_UNAVAILABLE, "not connected to Discord\n");
        } else if (!backlog.isAnswering()) {
            answer(exchange, StatusCodes.SERVICE_UNAVAILABLE, "the store does not answer\n");
        } else {
            answer(exchange, StatusCodes.OK, "ready\n");
        }
    }

    private static void serveMetrics(HttpServerExchange exchange, Metrics metrics) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, PROMETHEUS);
        exchange.getResponseSender().send(metrics.text());
    }

    private static void answer(HttpServerExchange exchange, int status, String text) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, PLAIN);
        exchange.getResponseSender().send(text);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    }

    @Override
    public void close() {
        backlog.close();
        server.stop();
    }
}

package io.github.mirrorball.rehearsal.page;

import io.github.mirrorball.rehearsal.play.Director;
import io.github.mirrorball.rehearsal.play.PlayFailure;
import io.github.mirrorball.rehearsal.play.Rehearsal;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.Options;

/** The page of a rehearsal, served to this computer alone. Thread-safe. */
public final class Page implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Logger LOG = LoggerFactory.getLogger(Page.class);
    private static final int MILLIS_TO_ASK_AGAIN = 500;
    private static final String START_OVER = "/api/over";
    private static final long LARGEST_REQUEST = 16L * 1024 * 1024;

    private final Rehearsal rehearsal;
    private final Undertow server;
    private volatile Optional<Session> session = Optional.empty();

    private Page(Rehearsal rehearsal, int port) {
        this.rehearsal = rehearsal;
        this.server = Undertow.builder()
                .addHttpListener(port, LOOPBACK)
                .setIoThreads(2)
                .setWorkerThreads(8)
                .setWorkerOption(Options.THREAD_DAEMON, true)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LARGEST_REQUEST)
                .setHandler(new PageServer(new Assets(this::serveLive)))
                .build();
    }

    /**
     * Opens the page, which says that the stage is being set until the rehearsal is {@linkplain #begin() begun}.
     *
     * @param port 0 for any that is free
     * @throws PlayFailure if the port is taken
     */
    public static Page open(Rehearsal rehearsal, int port) {
        Page page = new Page(rehearsal, port);
        start(page.server, port);
        return page;
    }

    /**
     * Begins the rehearsal, or starts it over, and shows it.
     *
     * @throws PlayFailure if the bot does not take the season
     */
    public synchronized void begin() {
        session.ifPresent(Session::close);
        session = Optional.empty();
        session = Optional.of(new Session(rehearsal.start()));
    }

    /** Who directs what is shown now. */
    Director director() {
        return session.orElseThrow(() -> new IllegalStateException("Nothing is shown yet"))
                .director();
    }

    private void serveLive(HttpServerExchange exchange) throws Exception {
        Optional<Session> shown = session;
        if (exchange.getRequestPath().equals(START_OVER)
                && exchange.getRequestMethod().equals(Methods.POST)) {
            exchange.dispatch(this::startOver);
        } else if (shown.isPresent()) {
            shown.get().handleRequest(exchange);
        } else {
            serveOpening(exchange);
        }
    }

    /** The page asks again until the stage is set; its feed begins anew by itself wherever it ends. */
    private static void serveOpening(HttpServerExchange exchange) {
        switch (exchange.getRequestPath()) {
            case "/api/state" -> Json.send(exchange, Json.object().put("opening", true));
            case "/api/events" -> {
                exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/event-stream");
                exchange.getResponseSender().send("retry: " + MILLIS_TO_ASK_AGAIN + "\n\n");
            }
            default -> Json.refuse(exchange, StatusCodes.SERVICE_UNAVAILABLE, "The stage is being set. One moment.");
        }
    }

    private void startOver(HttpServerExchange exchange) {
        try {
            begin();
            Json.send(exchange, Json.object().put("kind", "done"));
        } catch (RuntimeException failed) {
            LOG.error("The rehearsal could not be started over", failed);
            Json.refuse(
                    exchange, StatusCodes.INTERNAL_SERVER_ERROR, "That failed. End the rehearsal and start it again.");
        }
    }

    private static void start(Undertow server, int port) {
        try {
            server.start();
        } catch (RuntimeException failed) {
            if (failed.getCause() instanceof BindException) {
                throw new PlayFailure(
                        "Port " + port + " is taken on this computer. Choose another with --port, or 0 for any that is"
                                + " free.",
                        failed);
            }
            throw failed;
        }
    }

    /** Where the browser finds it, for instance {@code http://127.0.0.1:8484}. */
    public String address() {
        InetSocketAddress bound =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return "http://" + LOOPBACK + ":" + bound.getPort();
    }

    @Override
    public void close() {
        session.ifPresent(Session::close);
        server.stop();
    }
}

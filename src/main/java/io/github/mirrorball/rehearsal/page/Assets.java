package io.github.mirrorball.rehearsal.page;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;

/** The page's own files; all else goes on to what is live. */
final class Assets implements HttpHandler {

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final Map<String, String> FILES = Map.of(
            "/index.html", "text/html; charset=utf-8",
            "/page.css", "text/css; charset=utf-8",
            "/icon.svg", "image/svg+xml",
            "/main.js", SCRIPT,
            "/api.js", SCRIPT,
            "/dom.js", SCRIPT,
            "/markdown.js", SCRIPT,
            "/message.js", SCRIPT,
            "/composer.js", SCRIPT,
            "/fields.js", SCRIPT);

    private final Api api;
    private final HttpHandler events;

    Assets(Api api, HttpHandler events) {
        this.api = api;
        this.events = events;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        String path = exchange.getRequestPath().equals("/") ? "/index.html" : exchange.getRequestPath();
        if (FILES.containsKey(path)) {
            send(exchange, path);
        } else if (path.equals("/api/events")) {
            events.handleRequest(exchange);
        } else {
            exchange.dispatch(api);
        }
    }

    private static void send(HttpServerExchange exchange, String path) throws IOException {
        try (InputStream file = Assets.class.getResourceAsStream(path.substring(1))) {
            if (file == null) {
                throw new IOException("The page lacks " + path);
            }
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, FILES.getOrDefault(path, ""));
            exchange.getResponseSender().send(ByteBuffer.wrap(file.readAllBytes()));
        }
    }
}

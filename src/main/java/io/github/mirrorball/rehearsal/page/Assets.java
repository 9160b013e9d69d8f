package io.github.mirrorball.rehearsal.page;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page's own files; all else goes on to what is live. */
final class Assets implements HttpHandler {

    private static final Pattern NAME = Pattern.compile("/[a-z]+(?:-[a-z]+)*\\.([a-z]+)");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml");

    private final HttpHandler live;

    Assets(HttpHandler live) {
        this.live = live;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        String path = exchange.getRequestPath().equals("/") ? "/index.html" : exchange.getRequestPath();
        Optional<String> type = type(path);
        if (type.isPresent()) {
            send(exchange, path, type.get());
        } else {
            live.handleRequest(exchange);
        }
    }

    private static Optional<String> type(String path) {
        Matcher matcher = NAME.matcher(path);
        return matcher.matches() ? Optional.ofNullable(TYPES.get(matcher.group(1))) : Optional.empty();
    }

    private static void send(HttpServerExchange exchange, String path, String type) throws IOException {
        try (InputStream file = Assets.class.getResourceAsStream(path.substring(1))) {
            if (file == null) {
                Json.refuse(exchange, 404, "There is nothing here.");
                return;
            }
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
            exchange.getResponseSender().send(ByteBuffer.wrap(file.readAllBytes()));
        }
    }
}

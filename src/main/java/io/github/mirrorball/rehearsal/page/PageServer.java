package io.github.mirrorball.rehearsal.page;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in nobody but the page itself. The page is on a port of this computer that every other page in the same browser can send requests
 * to: one that points a name of its own here is known by its Host, one that posts from elsewhere by its Origin.
 */
final class PageServer implements HttpHandler {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private final HttpHandler inside;

    PageServer(HttpHandler inside) {
        this.inside = inside;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HEADERS.forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        String host = header(exchange, Headers.HOST);
        if (!names(exchange).contains(host)) {
            Json.refuse(exchange, 421, "This page answers only on this computer, by its own address.");
        } else if (exchange.getRequestMethod().equals(Methods.POST)
                && !header(exchange, Headers.ORIGIN).equals("http://" + host)) {
            Json.refuse(exchange, 403, "Only the page itself may do that.");
        } else {
            inside.handleRequest(exchange);
        }
    }

    private static Set<String> names(HttpServerExchange exchange) {
        int port = exchange.getDestinationAddress().getPort();
        return Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    private static String header(HttpServerExchange exchange, HttpString name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }
}

package io.github.mirrorball.stage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.stage.rules.Json;
import io.github.mirrorball.stage.world.Faults;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.Threads;
import io.github.mirrorball.stage.world.World;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Takes a request off the wire, has it answered, and puts the answer on the wire: now, late, or never. */
public final class RestExchange implements AutoCloseable {
    private final RestDispatcher desk;
    private final ScheduledExecutorService late =
            Executors.newSingleThreadScheduledExecutor(Threads.named("stage-late"));

    public RestExchange(World world, Faults faults, String gatewayUrl) {
        this.desk = new RestDispatcher(world, faults, new Router(world, gatewayUrl));
    }

    public void serve(HttpServerExchange exchange, String rawPath) throws IOException {
        byte[] body = exchange.getInputStream().readAllBytes();
        RestDispatcher.Request request = read(exchange, rawPath, body);
        RestDispatcher.Reply reply = desk.answer(request);
        if (reply.isSilent()) {
            return;
        }
        if (reply.delay().isZero()) {
            write(exchange, reply.answer());
        } else {
            long millis = reply.delay().toMillis();
            Future<?> unused = late.schedule(() -> writeLate(exchange, reply.answer()), millis, TimeUnit.MILLISECONDS);
        }
    }

    private static RestDispatcher.Request read(HttpServerExchange exchange, String rawPath, byte[] body)
            throws IOException {
        HeaderMap headers = exchange.getRequestHeaders();
        String type =
                Optional.ofNullable(headers.getFirst(Headers.CONTENT_TYPE)).orElse("");
        Optional<JsonNode> json = Optional.empty();
        List<StageFile> files = new ArrayList<>();
        if (type.startsWith("multipart/")) {
            Map<String, StageFile> parts = Multipart.parse(body, type);
            json = Optional.ofNullable(parts.remove("payload_json")).map(part -> parse(part.bytes()));
            files.addAll(numbered(parts));
        } else if (body.length > 0) {
            json = Optional.of(parse(body));
        }
        String token =
                Optional.ofNullable(headers.getFirst(Headers.AUTHORIZATION)).orElse("");
        String path =
                Arrays.stream(rawPath.split("/")).map(RestExchange::decode).collect(Collectors.joining("/"));
        return new RestDispatcher.Request(
                exchange.getRequestMethod().toString(), path, query(exchange.getQueryString()), token, json, files);
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return Json.read(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files in the order of the numbers in {@code files[n]}. */
    private static List<StageFile> numbered(Map<String, StageFile> parts) {
        List<StageFile> files = new ArrayList<>();
        for (int n = 0; parts.containsKey("files[" + n + "]"); n++) {
            files.add(parts.get("files[" + n + "]"));
        }
        return files;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static void writeLate(HttpServerExchange exchange, RestResponse answer) {
        try {
            write(exchange, answer);
        } catch (IOException | IllegalStateException e) {
            exchange.endExchange();
        }
    }

    private static void write(HttpServerExchange exchange, RestResponse answer) throws IOException {
        exchange.setStatusCode(answer.status());
        HeaderMap headers = exchange.getResponseHeaders();
        // Without this header the client takes a 429 for a ban of its address.
        headers.put(new HttpString("via"), "1.1 stage");
        answer.headers().forEach((name, value) -> headers.put(new HttpString(name), value));
        if (answer.body().isPresent()) {
            JsonNode body = answer.body().get();
            headers.put(Headers.CONTENT_TYPE, body.isTextual() ? "text/html" : "application/json");
            exchange.getOutputStream()
                    .write(body.isTextual() ? body.textValue().getBytes(StandardCharsets.UTF_8) : Json.bytes(body));
        }
        exchange.endExchange();
    }

    @Override
    public void close() {
        late.shutdownNow();
    }
}

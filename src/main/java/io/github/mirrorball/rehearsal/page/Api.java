package io.github.mirrorball.rehearsal.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.rehearsal.play.PlayFailure;
import io.github.mirrorball.stage.world.StageAnswer;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageReply;
import io.github.mirrorball.stage.world.StageUser;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the page asks and does, over HTTP. Runs on worker threads, since people wait for the bot. Thread-safe. */
final class Api implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Api.class);
    private static final ObjectNode DONE = Json.object().put("kind", "done");

    /** What a browser may show as a picture; all else it only downloads, so that no file becomes a page of this origin. */
    private static final Map<String, String> PICTURES =
            Map.of("png", "image/png", "jpg", "image/jpeg", "gif", "image/gif", "webp", "image/webp");

    private final People people;
    private final View view;
    private final Guide guide;
    private final Forms forms = new Forms();
    private final Map<String, Function<JsonNode, JsonNode>> posts;

    Api(People people, View view, UserActions actions, Controls controls, Guide guide) {
        this.people = people;
        this.view = view;
        this.guide = guide;
        this.posts = Map.of(
                "/api/slash", told -> typed(UserActions.text(told, "path"), actions.slash(told)),
                "/api/complete", told -> answer(actions.complete(told).await()),
                "/api/menu", told -> answer(actions.menu(told).await()),
                "/api/press", told -> typed(UserActions.text(told, "customId"), actions.press(told)),
                "/api/choose", told -> filled(UserActions.text(told, "customId"), actions.choose(told)),
                "/api/submit", told -> submit(actions.who(told), told),
                "/api/react",
                        told -> {
                            actions.react(told);
                            return DONE;
                        },
                "/api/say",
                        told -> {
                            actions.say(told);
                            return DONE;
                        },
                "/api/control",
                        told -> {
                            actions.host(told);
                            return view.told(controls.press(UserActions.text(told, "name")));
                        });
    }

    private JsonNode answer(StageAnswer answer) {
        ObjectNode json = view.answer(answer);
        return answer instanceof StageForm form ? json.put("id", forms.keep(form)) : json;
    }

    private JsonNode typed(String command, StageReply reply) {
        StageAnswer answer = reply.await();
        guide.onUsed(command, answer);
        return answer(answer);
    }

    private JsonNode filled(String customId, StageReply reply) {
        StageAnswer answer = reply.await();
        guide.onAnswered(customId, answer);
        return answer(answer);
    }

    private JsonNode submit(StageUser person, JsonNode told) {
        StageForm form = forms.find(UserActions.text(told, "form"));
        return filled(form.customId(), person.submit(form, UserActions.filled(told)));
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        try {
            exchange.startBlocking();
            if (exchange.getRequestMethod().equals(Methods.POST)) {
                servePost(exchange);
            } else if (exchange.getRequestMethod().equals(Methods.GET)) {
                serveGet(exchange);
            } else {
                Json.refuse(exchange, 405, "That cannot be done here.");
            }
        } catch (IllegalArgumentException | PlayFailure refused) {
            Json.refuse(exchange, 400, String.valueOf(refused.getMessage()));
        } catch (IOException | RuntimeException failed) {
            LOG.error("The page failed at {}", exchange.getRequestPath(), failed);
            Json.refuse(exchange, 500, "That went wrong, and the log says why. If it does so again, start over.");
        }
    }

    private void servePost(HttpServerExchange exchange) throws IOException {
        Optional<Function<JsonNode, JsonNode>> deed = Optional.ofNullable(posts.get(exchange.getRequestPath()));
        if (deed.isEmpty()) {
            Json.refuse(exchange, 404, "There is nothing here.");
        } else {
            Json.send(exchange, deed.get().apply(Json.read(exchange.getInputStream())));
        }
    }

    private void serveGet(HttpServerExchange exchange) {
        String path = exchange.getRequestPath();
        switch (path) {
            case "/api/state" ->
                Json.send(
                        exchange,
                        view.state(parameter(exchange, "as")
                                .flatMap(people::find)
                                .orElse(people.all().get(1))));
            case "/api/messages" -> Json.send(exchange, view.messages(who(exchange), where(exchange)));
            case "/api/commands" -> Json.send(exchange, view.commands(who(exchange), where(exchange)));
            case "/api/file" -> serveFile(exchange);
            default -> Json.refuse(exchange, 404, "There is nothing here.");
        }
    }

    /** A picture or a file of a message, which the stage keeps at an address that the page must not load from. */
    private void serveFile(HttpServerExchange exchange) {
        String name = parameter(exchange, "name").orElse("");
        Optional<byte[]> bytes = people.message(
                        who(exchange),
                        where(exchange),
                        parameter(exchange, "message").orElse(""))
                .file(name);
        if (bytes.isEmpty()) {
            Json.refuse(exchange, 404, "There is no such file.");
            return;
        }
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String type = PICTURES.getOrDefault(ending, "application/octet-stream");
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
        exchange.getResponseSender().send(ByteBuffer.wrap(bytes.get()));
    }

    private StageUser who(HttpServerExchange exchange) {
        return people.person(parameter(exchange, "as").orElse(""));
    }

    private StageChannel where(HttpServerExchange exchange) {
        return people.channel(who(exchange), parameter(exchange, "channel").orElse(""));
    }

    static Optional<String> parameter(HttpServerExchange exchange, String name) {
        return Optional.ofNullable(exchange.getQueryParameters().get(name))
                .map(Deque::peekFirst)
                .filter(value -> !value.isEmpty());
    }
}

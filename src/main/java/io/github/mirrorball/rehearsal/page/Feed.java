package io.github.mirrorball.rehearsal.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.rehearsal.play.Simulation;
import io.github.mirrorball.stage.world.StageEvent;
import io.github.mirrorball.stage.world.StageUser;
import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventHandler;
import java.time.Instant;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every open page what happens, as server-sent events: a message as it now stands, at most once in a moment however much happens to
 * it, the clock when it was wound, the scheduled events when they changed, and who else was written to.
 */
final class Feed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final long MILLIS_BETWEEN_ROUNDS = 80;
    private static final int ROUNDS_BETWEEN_LOOKS = 12;
    private static final long KEEP_ALIVE_MILLIS = 15_000;

    private final Simulation simulation;
    private final People people;
    private final View view;
    private final Map<Long, StageEvent> news = new LinkedHashMap<>();
    private final ServerSentEventHandler handler;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "page-feed");
        thread.setDaemon(true);
        return thread;
    });
    private String told = "";
    private String listed = "";
    private Instant seen = Instant.MIN;
    private int rounds;
    private Runnable unwatch = () -> {};

    Feed(Simulation simulation, People people, View view) {
        this.simulation = simulation;
        this.people = people;
        this.view = view;
        this.handler = Handlers.serverSentEvents((connection, last) -> {
            connection.setKeepAliveTime(KEEP_ALIVE_MILLIS);
            connection.send(Json.write(view.clock()), "clock", null, null);
        });
    }

    HttpHandler handler() {
        return handler;
    }

    void start() {
        unwatch = simulation.stage().watch(this::note);
        Future<?> unused = timer.scheduleWithFixedDelay(
                this::sendRound, MILLIS_BETWEEN_ROUNDS, MILLIS_BETWEEN_ROUNDS, TimeUnit.MILLISECONDS);
    }

    private void note(StageEvent event) {
        synchronized (news) {
            news.put(event.message().id(), event);
        }
    }

    private void sendRound() {
        try {
            tell();
        } catch (RuntimeException failed) {
            LOG.error("The page was not told what happened", failed);
        }
    }

    private void tell() {
        List<StageEvent> events;
        synchronized (news) {
            events = List.copyOf(news.values());
            news.clear();
        }
        rounds++;
        if (!events.isEmpty()
                || rounds % ROUNDS_BETWEEN_LOOKS == 0
                || !simulation.clock().instant().equals(seen)) {
            look();
        }
        for (ServerSentEventConnection connection : handler.getConnections()) {
            reader(connection).ifPresent(person -> events.forEach(event -> tell(connection, person, event)));
        }
    }

    /** Tells the clock and the scheduled events where they changed. */
    private void look() {
        seen = simulation.clock().instant();
        String clock = Json.write(view.clock());
        String list = Json.write(view.events());
        for (ServerSentEventConnection connection : handler.getConnections()) {
            if (!clock.equals(told)) {
                connection.send(clock, "clock", null, null);
            }
            if (!list.equals(listed)) {
                connection.send(list, "events", null, null);
            }
        }
        told = clock;
        listed = list;
    }

    private void tell(ServerSentEventConnection connection, StageUser person, StageEvent event) {
        if (people.sees(person, event)) {
            ObjectNode json =
                    Json.object().put("channel", Long.toString(event.channel().id()));
            json.put("id", Long.toString(event.message().id()))
                    .put("gone", event.message().isDeleted());
            json.set("message", view.message(person, event.message()));
            connection.send(Json.write(json), "message", null, null);
        } else {
            people.addressee(event)
                    .ifPresent(other -> connection.send(
                            Json.write(Json.object()
                                    .put("person", Long.toString(other.id()))
                                    .put("id", Long.toString(event.message().id()))),
                            "elsewhere",
                            null,
                            null));
        }
    }

    private Optional<StageUser> reader(ServerSentEventConnection connection) {
        return Optional.ofNullable(connection.getQueryParameters().get("as"))
                .map(Deque::peekFirst)
                .flatMap(people::find);
    }

    @Override
    public void close() {
        unwatch.run();
        timer.shutdownNow();
        handler.getConnections().forEach(ServerSentEventConnection::shutdown);
    }
}

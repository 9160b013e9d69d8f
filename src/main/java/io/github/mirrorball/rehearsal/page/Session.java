package io.github.mirrorball.rehearsal.page;

import io.github.mirrorball.rehearsal.play.Director;
import io.github.mirrorball.rehearsal.play.Simulation;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/** What the page is told, and does, from the start of a rehearsal until it is started over. Thread-safe. */
final class Session implements HttpHandler, AutoCloseable {

    private final Director director;
    private final Feed feed;
    private final Api api;

    Session(Director director) {
        this.director = director;
        Simulation simulation = director.theatre();
        People people = new People(simulation);
        Guide guide = new Guide(simulation);
        View view = new View(simulation, director, people, guide);
        this.feed = new Feed(simulation, people, view);
        this.api = new Api(people, view, new UserActions(people, guide), new Controls(director), guide);
        feed.start();
    }

    Director director() {
        return director;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.getRequestPath().equals("/api/events")) {
            feed.handler().handleRequest(exchange);
        } else {
            exchange.dispatch(api);
        }
    }

    @Override
    public void close() {
        feed.close();
    }
}

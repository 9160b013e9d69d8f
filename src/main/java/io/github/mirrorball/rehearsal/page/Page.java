package io.github.mirrorball.rehearsal.page;

import io.github.mirrorball.rehearsal.Director;
import io.github.mirrorball.rehearsal.PlayFailure;
import io.github.mirrorball.rehearsal.Theatre;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.BindException;
import java.net.InetSocketAddress;
import org.xnio.Options;

/** The page of a rehearsal, served to this computer alone. Thread-safe. */
public final class Page implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final long LARGEST_REQUEST = 16L * 1024 * 1024;

    private final Undertow server;
    private final Feed feed;

    private Page(Undertow server, Feed feed) {
        this.server = server;
        this.feed = feed;
    }

    /**
     * Opens the page.
     *
     * @param port 0 for any that is free
     * @throws PlayFailure if the port is taken
     */
    public static Page open(Theatre theatre, Director director, int port) {
        People people = new People(theatre);
        Guide guide = new Guide(theatre);
        View view = new View(theatre, director, people, guide);
        Feed feed = new Feed(theatre, people, view);
        Api api = new Api(people, view, new Deeds(people, guide), new Controls(director), guide);
        Undertow server = Undertow.builder()
                .addHttpListener(port, LOOPBACK)
                .setIoThreads(2)
                .setWorkerThreads(8)
                .setWorkerOption(Options.THREAD_DAEMON, true)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LARGEST_REQUEST)
                .setHandler(new Door(new Assets(api, feed.handler())))
                .build();
        start(server, port);
        feed.start();
        return new Page(server, feed);
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
        feed.close();
        server.stop();
    }
}

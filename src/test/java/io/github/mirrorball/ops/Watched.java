package io.github.mirrorball.ops;

import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Receipt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/** Everything that an operator can watch, with no bot behind it. */
final class Watched implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-01-10T20:00:00Z");

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    final Metrics metrics = new Metrics();
    final AtomicReference<Optional<RuntimeException>> broken = new AtomicReference<>(Optional.empty());
    /** Whoever holds it keeps the store from answering. */
    final ReentrantLock silent = new ReentrantLock();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Monitor monitor;

    Watched(Path backups) {
        new TimedBackups(backups, Duration.ofHours(24), 7, file -> {}, () -> NOW).addTo(metrics);
        InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        monitor = Monitor.open(anywhere, metrics, this::waiting, () -> NOW);
    }

    private List<StoreHealth.Waiting> waiting() {
        silent.lock();
        try {
            broken.get().ifPresent(failure -> {
                throw failure;
            });
            return List.of(new StoreHealth.Waiting(StoreHealth.Standing.PARKED, 3, NOW.minusSeconds(90)));
        } finally {
            silent.unlock();
        }
    }

    /** Something of every kind happens. */
    void live() {
        metrics.interactions("COMMAND", "season import").accept(Telemetry.Outcome.ANSWERED);
        metrics.interactions("COMPONENT", "pick").accept(Telemetry.Outcome.REJECTED);
        metrics.recordAcknowledged(Duration.ofMillis(70));
        metrics.recordDecided(Duration.ofMillis(4));
        metrics.recordCast(Telemetry.Way.MENU, new Receipt.Taken("ann", Optional.empty()));
        metrics.recordCast(Telemetry.Way.MENU, new Receipt.TooLate(PollState.OPEN));
        metrics.recordDone(Telemetry.Task.LOCK, Duration.ofSeconds(2));
        metrics.recordConnected(true);
        metrics.recordReconnected(true);
        metrics.recordRequest(200);
        metrics.recordRequest(429);
        metrics.recordRequest(503);
        metrics.recordRequest(404);
        metrics.recordRequest(0);
        metrics.recordTransaction(Duration.ofMillis(3), true);
    }

    HttpResponse<String> get(String path) {
        return ask("GET", path);
    }

    HttpResponse<String> ask(String method, String path) {
        URI address = URI.create("http://127.0.0.1:" + monitor.address().getPort() + path);
        try {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(AT_ONCE)
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException unanswered) {
            throw new AssertionError(unanswered);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    Exposition exposition() {
        return Exposition.read(get("/metrics").body());
    }

    @Override
    public void close() {
        monitor.close();
    }
}

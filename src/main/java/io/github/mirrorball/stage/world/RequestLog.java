package io.github.mirrorball.stage.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What the bot asked for and what it did wrong. Thread-safe; the newest requests are kept, the counts are whole. */
public final class RequestLog {
    private static final int KEPT = 20_000;

    private final Deque<RequestRecord> requests = new ArrayDeque<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();
    private final List<Consumer<RequestRecord>> watchers = new CopyOnWriteArrayList<>();

    /** Returns what ends the subscription. */
    public Runnable watch(Consumer<RequestRecord> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    public void addRequest(RequestRecord request) {
        keep(request);
        watchers.forEach(watcher -> watcher.accept(request));
    }

    private synchronized void keep(RequestRecord request) {
        if (requests.size() == KEPT) {
            requests.removeFirst();
        }
        requests.addLast(request);
        counts.merge(request.method() + " " + request.route(), 1L, Long::sum);
    }

    public synchronized void addViolation(String what) {
        violations.add(what);
    }

    public synchronized List<RequestRecord> requests() {
        return List.copyOf(requests);
    }

    public synchronized Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }
}

package io.github.mirrorball.stage.world;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Tells watchers what people see, in order, on a thread of its own so that none of them holds the world up. */
public final class Audience implements AutoCloseable {
    private final List<Consumer<StageEvent>> watchers = new CopyOnWriteArrayList<>();
    private final ExecutorService teller = Executors.newSingleThreadExecutor(Threads.named("stage-audience"));

    /** Returns what ends the subscription. */
    public Runnable watch(Consumer<StageEvent> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    void tell(StageEvent.Kind kind, World world, Post post) {
        if (watchers.isEmpty() || post.isLoading()) {
            return;
        }
        Optional<Long> onlyFor = Optional.ofNullable(post.onlyFor).map(person -> person.id);
        StageEvent event = new StageEvent(kind, post.channel, new StageMessage(world, post), onlyFor);
        teller.execute(() -> watchers.forEach(watcher -> watcher.accept(event)));
    }

    @Override
    public void close() {
        teller.shutdownNow();
    }
}

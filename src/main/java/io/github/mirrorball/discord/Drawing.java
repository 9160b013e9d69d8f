package io.github.mirrorball.discord;

import io.github.mirrorball.chart.Picture;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws beside the work that waits for it, and never for longer than that may wait: a picture that comes too late, or fails, is none.
 * Replies share one thread with a short queue, so that a rush of them is answered in text rather than late; posts have one of their own.
 * Thread-safe.
 */
public final class Drawing implements AutoCloseable {

    /** Well within what the router waits before it buys time. */
    private static final Duration FOR_A_REPLY = Duration.ofMillis(700);

    private static final Duration FOR_A_POST = Duration.ofSeconds(5);
    private static final int MOST_REPLIES = 3;
    private static final Logger LOG = LoggerFactory.getLogger(Drawing.class);

    private final ThreadPoolExecutor replies = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_REPLIES), task -> thread(task, "drawing-replies"));
    private final ThreadPoolExecutor posts = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> thread(task, "drawing-posts"));

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** The picture for a reply, if it is drawn while a person would not notice the wait. */
    public Optional<Picture> soon(Supplier<Optional<Picture>> picture) {
        return drawn(picture, replies, FOR_A_REPLY).join();
    }

    /** Hands over the picture for a post, once it is drawn or cannot be; exactly once, on a thread of its own. */
    public void then(Supplier<Optional<Picture>> picture, Consumer<Optional<Picture>> use) {
        CompletableFuture<Void> unused = drawn(picture, posts, FOR_A_POST)
                .thenAccept(use)
                .exceptionally(broken -> {
                    LOG.error("What goes with a picture was not done", broken);
                    return null;
                });
    }

    /** Does something that takes a while before the first picture is wanted. */
    public void early(Runnable task) {
        posts.execute(task);
    }

    private static CompletableFuture<Optional<Picture>> drawn(
            Supplier<Optional<Picture>> picture, Executor worker, Duration most) {
        try {
            return CompletableFuture.supplyAsync(picture, worker)
                    .exceptionally(broken -> {
                        LOG.warn("A picture failed; the message goes without it", broken);
                        return Optional.empty();
                    })
                    .completeOnTimeout(Optional.empty(), most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException busy) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
    }

    @Override
    public void close() {
        replies.shutdownNow();
        posts.shutdownNow();
    }
}

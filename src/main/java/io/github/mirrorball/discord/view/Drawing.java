package io.github.mirrorball.discord.view;

import io.github.mirrorball.chart.Picture;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * What was drawn lately is kept, also when it came too late, so that the next who asks has it at once. Thread-safe.
 */
public final class Drawing implements AutoCloseable {

    private static final int MOST_REPLIES = 3;

    /** Some 30 KB each. */
    private static final int MOST_KEPT = 64;

    private static final Logger LOG = LoggerFactory.getLogger(Drawing.class);

    private final ThreadPoolExecutor replies = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_REPLIES), task -> thread(task, "drawing-replies"));
    private final ThreadPoolExecutor posts = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> thread(task, "drawing-posts"));

    private final Map<List<Object>, Picture> lately = new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Picture> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private final Duration forReply;
    private final Duration forPost;

    /**
     * @param forReply how long a reply waits for its picture
     * @param forPost how long a post waits for its picture
     */
    public Drawing(Duration forReply, Duration forPost) {
        this.forReply = forReply;
        this.forPost = forPost;
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** The picture for a reply, if it is there or drawn while a person would not notice the wait. */
    public Optional<Picture> soon(Gallery.Sketch sketch) {
        return kept(sketch).or(() -> draw(() -> draw(sketch), replies, forReply).join());
    }

    /** Hands over the picture for a post, once it is drawn or cannot be; exactly once, on a thread of its own. */
    public void handOver(Supplier<Optional<Gallery.Sketch>> sketch, Consumer<Optional<Picture>> use) {
        CompletableFuture<Void> unused = draw(() -> sketch.get().flatMap(this::draw), posts, forPost)
                .thenAccept(use)
                .exceptionally(broken -> {
                    LOG.error("What goes with a picture was not done", broken);
                    return null;
                });
    }

    private Optional<Picture> draw(Gallery.Sketch sketch) {
        Optional<Picture> picture = sketch.draw().get();
        synchronized (lately) {
            picture.ifPresent(drawn -> lately.put(sketch.shows(), drawn));
        }
        return picture;
    }

    private Optional<Picture> kept(Gallery.Sketch sketch) {
        synchronized (lately) {
            return Optional.ofNullable(lately.get(sketch.shows()));
        }
    }

    /** Does something that takes a while before the first picture is wanted. */
    public void prepareEarly(Runnable task) {
        posts.execute(task);
    }

    private static CompletableFuture<Optional<Picture>> draw(
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

package io.github.mirrorball.stage.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** What becomes of something that a person did. All waiting is in real time. Thread-safe. */
public final class StageReply {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final CompletableFuture<StageAnswer> first = new CompletableFuture<>();
    private final List<StageAnswer> answers = new ArrayList<>();

    /** The first visible answer: after a deferral what follows it; {@link StageSilence} when nothing came. */
    public StageAnswer await() {
        return await(PATIENCE);
    }

    /** As {@link #await()}, but no longer than this. */
    public StageAnswer await(Duration longest) {
        try {
            return first.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new StageSilence("nothing visible within " + longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new StageSilence("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Is told the first visible answer, by whoever brings it; it returns at once. */
    public void onAnswer(Consumer<StageAnswer> told) {
        Future<?> unused = first.thenAccept(told);
    }

    /** Awaits a message. */
    public StageMessage message() {
        return expect(StageMessage.class);
    }

    /** Awaits a form. */
    public StageForm form() {
        return expect(StageForm.class);
    }

    /** Awaits suggestions. */
    public StageChoices choices() {
        return expect(StageChoices.class);
    }

    /** Everything that was answered so far, follow-ups too. */
    public synchronized List<StageAnswer> answers() {
        return List.copyOf(answers);
    }

    /** Whether the first visible answer is there. */
    public boolean isAnswered() {
        return first.isDone();
    }

    private <T extends StageAnswer> T expect(Class<T> kind) {
        StageAnswer answer = await();
        if (!kind.isInstance(answer)) {
            throw new IllegalStateException("Expected a " + kind.getSimpleName() + ", got " + answer);
        }
        return kind.cast(answer);
    }

    public void answer(StageAnswer answer) {
        synchronized (this) {
            if (!answers.contains(answer)) {
                answers.add(answer);
            }
        }
        first.complete(answer);
    }
}

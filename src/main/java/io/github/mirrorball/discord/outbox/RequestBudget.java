package io.github.mirrorball.discord.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** What chores share with the posting of notices: one budget, and one request at a time in each channel. */
final class RequestBudget {

    private final Pace pace;
    private final Deliveries deliveries;
    private final Consumer<Runnable> answers;

    /** @param answers takes, from any thread, what the courier's thread does with an answer of Discord's */
    RequestBudget(Pace pace, Deliveries deliveries, Consumer<Runnable> answers) {
        this.pace = pace;
        this.deliveries = deliveries;
        this.answers = answers;
    }

    /** Whether a request in this channel is unanswered. */
    boolean isBusy(long channel) {
        return deliveries.isBusy(channel);
    }

    /** Takes a request's worth of the budget and keeps the channel for it. Empty if there is none left. */
    Optional<Deliveries.Claim> take(long channel) {
        long now = System.nanoTime();
        return pace.take(now) ? Optional.of(deliveries.claim(channel, now)) : Optional.empty();
    }

    /** How long until there is budget again. */
    RestWindow untilBudget() {
        return new RestWindow(Duration.ofNanos(pace.untilNext()), true);
    }

    /**
     * From any thread: a request was answered. The channel is free, and then this is done, on the courier's thread; nothing is if the request
     * was given up before.
     */
    void free(Deliveries.Claim claim, Runnable then) {
        answers.accept(() -> {
            if (deliveries.release(claim)) {
                then.run();
            }
        });
    }

    /** From any thread: does this on the courier's thread. */
    void runLater(Runnable task) {
        answers.accept(task);
    }
}

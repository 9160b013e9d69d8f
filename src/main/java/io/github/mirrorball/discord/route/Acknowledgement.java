package io.github.mirrorball.discord.route;

import io.github.mirrorball.wording.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InteractionFailureException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IAutoCompleteCallback;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * Answers one interaction exactly once: directly, or, when the watchdog was first, by what the deferral promised. What Discord refuses is given
 * once more, repaired or as text alone, as long as it waits. Thread-safe: whoever is first decides, and what is sent is sent in that order.
 */
final class Acknowledgement {

    private enum State {
        NONE,
        DEFERRED,
        ANSWERED
    }

    /** Discord took a callback before, or takes none any more. */
    private static final Set<ErrorResponse> OVER = Set.of(
            ErrorResponse.UNKNOWN_INTERACTION,
            ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED,
            ErrorResponse.UNKNOWN_WEBHOOK,
            ErrorResponse.INVALID_WEBHOOK_TOKEN);

    private static final int CLIENT_ERRORS = 400;

    private State state = State.NONE;
    private boolean isTaken;
    private Optional<CompletableFuture<Long>> reassurance = Optional.empty();
    private final Interaction interaction;
    private final Route.Mode mode;
    private final Supplier<Duration> left;
    private final Messages words;
    private final AnswerRepair repair;
    private final Sender sender;
    private final Callbacks callbacks;

    /**
     * @param left for how long Discord still takes an acknowledgement; JDA would repeat one for longer
     * @param words of whoever waits for the answer
     */
    Acknowledgement(
            Interaction interaction,
            Route.Mode mode,
            Supplier<Duration> left,
            Messages words,
            AnswerRepair repair,
            Sender sender) {
        this.interaction = interaction;
        this.mode = mode;
        this.left = left;
        this.words = words;
        this.repair = repair;
        this.sender = sender;
        this.callbacks = new Callbacks(interaction, mode);
    }

    /** Whether the kind of answer can be put off. */
    boolean canDefer() {
        return mode != Route.Mode.MODAL && mode != Route.Mode.CHOICES;
    }

    /** Whether time was bought. */
    synchronized boolean isDeferred() {
        return state == State.DEFERRED;
    }

    /** Buys time, unless an answer was first: then it is false. */
    synchronized boolean defer() {
        if (!canDefer() || state != State.NONE) {
            return false;
        }
        state = State.DEFERRED;
        acknowledge(callbacks.defer(), failure -> deferAgain());
        return true;
    }

    private synchronized void deferAgain() {
        callbacks.onRefused();
        if (state == State.DEFERRED) {
            acknowledge(callbacks.defer(), failure -> onNotDeferred());
        }
    }

    private synchronized void onNotDeferred() {
        if (state == State.DEFERRED) {
            state = State.NONE;
        }
    }

    /** Tells the person, unless an answer was first, that the one that was promised is still to come; the answer takes its place. */
    synchronized void reassure(Reply.Message message) {
        if (state != State.DEFERRED) {
            return;
        }
        if (mode == Route.Mode.UPDATE) {
            CompletableFuture<Long> posted = new CompletableFuture<>();
            send(followUp(message).onSuccess(post -> posted.complete(post.getIdLong())));
            reassurance = Optional.of(posted);
        } else {
            send(callbacks.hook().editOriginal(message.edited()));
        }
    }

    /** Whether it is the first word to Discord. What follows is the last. */
    private boolean isFirst() {
        boolean first = state == State.NONE;
        state = State.ANSWERED;
        return first;
    }

    /** Answers with what the handler gave. */
    synchronized void answer(Reply reply) {
        boolean direct = isFirst();
        if (reply instanceof Reply.Message message) {
            give(message, direct, failure -> onFailure(message, failure));
        } else if (reply instanceof Reply.Form form) {
            acknowledge(callbacks.open(form), failure -> sendBare(failure, words.text("reply.noForm")));
        } else if (reply instanceof Reply.Choices choices) {
            suggest(choices);
        }
        withdrawReassurance();
    }

    private void give(Reply.Message message, boolean direct, Consumer<Throwable> failed) {
        if (direct) {
            acknowledge(callbacks.answer(message), failed);
        } else {
            sender.send(callbacks.hook().editOriginal(message.edited()), failed);
        }
    }

    private void onFailure(Reply.Message message, Throwable failure) {
        if (isRefusal(failure)) {
            sender.runLater(() -> repaired(message, failure)
                    .ifPresentOrElse(other -> giveAgain(other), () -> sendBare(failure, bareText(message))));
        }
    }

    /** Files went with the first try and cannot go again. */
    private Optional<Reply.Message> repaired(Reply.Message message, Throwable failure) {
        return failure instanceof ErrorResponseException why && message.files().isEmpty()
                ? repair.repair(message, why)
                : Optional.empty();
    }

    private synchronized void giveAgain(Reply.Message message) {
        if (isInTime()) {
            give(message, !isTaken, failure -> sendBare(failure, bareText(message)));
        }
    }

    private String bareText(Reply.Message message) {
        return BareText.of(message, words.text("reply.bare"));
    }

    /** Says in plain text what was refused otherwise. */
    private synchronized void sendBare(Throwable failure, String text) {
        if (!isRefusal(failure) || !isInTime()) {
            return;
        }
        if (!isTaken) {
            acknowledge(callbacks.tell(text), untold -> {});
        } else if (mode == Route.Mode.UPDATE) {
            send(callbacks
                    .hook()
                    .sendMessage(text)
                    .setAllowedMentions(List.of())
                    .setEphemeral(true));
        } else {
            send(callbacks.hook().editOriginal(text).setAllowedMentions(List.of()));
        }
    }

    /** What follows a callback that Discord took has a quarter of an hour. */
    private boolean isInTime() {
        return isTaken || left.get().toMillis() > 0;
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof InteractionFailureException
                || (failure instanceof ErrorResponseException answered
                        && answered.getResponse().code >= CLIENT_ERRORS
                        && !OVER.contains(answered.getErrorResponse()));
    }

    private void withdrawReassurance() {
        reassurance.ifPresent(posted -> {
            Future<?> unused = posted.thenAccept(this::withdraw);
        });
    }

    private void withdraw(long message) {
        send(callbacks.hook().deleteMessageById(message));
    }

    /** Once Discord takes none any more, JDA need not repeat it. */
    private void acknowledge(RestAction<?> callback, Consumer<Throwable> failed) {
        sender.send(
                callback.onSuccess(done -> onTaken())
                        .timeout(Math.max(1, left.get().toMillis()), TimeUnit.MILLISECONDS),
                failed);
    }

    private synchronized void onTaken() {
        isTaken = true;
    }

    /** Tells the person something privately and leaves the message alone whose component they used. */
    synchronized void tell(Reply.Message message) {
        boolean direct = isFirst();
        Consumer<Throwable> failed = failure -> sendBare(failure, bareText(message));
        if (interaction instanceof IAutoCompleteCallback) {
            suggest(new Reply.Choices(List.of()));
        } else if (direct) {
            acknowledge(callbacks.tell(message), failed);
        } else if (mode == Route.Mode.UPDATE) {
            sender.send(followUp(message), failed);
        } else {
            sender.send(callbacks.hook().editOriginal(message.edited()), failed);
        }
        withdrawReassurance();
    }

    /** Where Discord refuses suggestions, there are none. */
    private void suggest(Reply.Choices choices) {
        acknowledge(callbacks.suggest(choices), failure -> suggestNothing(failure));
    }

    private synchronized void suggestNothing(Throwable failure) {
        if (isRefusal(failure) && isInTime()) {
            acknowledge(callbacks.suggest(new Reply.Choices(List.of())), untold -> {});
        }
    }

    private RestAction<Message> followUp(Reply.Message message) {
        return callbacks.hook().sendMessage(message.created()).setEphemeral(true);
    }

    private void send(RestAction<?> action) {
        sender.send(action, failure -> {});
    }

    /** Sends requests without waiting for them. */
    interface Sender {

        /** Sends a request; whoever wants to know is told why it failed, if it does, on a thread of JDA's. */
        void send(RestAction<?> action, Consumer<Throwable> failed);

        /** Does something soon that may take its time. */
        void runLater(Runnable task);
    }
}

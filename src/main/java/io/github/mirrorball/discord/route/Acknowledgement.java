package io.github.mirrorball.discord.route;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IAutoCompleteCallback;
import net.dv8tion.jda.api.interactions.callbacks.IDeferrableCallback;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * Answers one interaction exactly once: directly, or, when the watchdog was first, by what the deferral promised. Thread-safe:
 * whoever is first decides, and what is sent is sent in that order.
 */
final class Acknowledgement {

    private enum State {
        NONE,
        DEFERRED,
        ANSWERED
    }

    private State state = State.NONE;
    private Optional<CompletableFuture<Long>> reassurance = Optional.empty();
    private final Interaction interaction;
    private final Route.Mode mode;
    private final Supplier<Duration> left;
    private final Sender sender;

    /** @param left for how long Discord still takes an acknowledgement; JDA would repeat one for longer */
    Acknowledgement(Interaction interaction, Route.Mode mode, Supplier<Duration> left, Sender sender) {
        this.interaction = interaction;
        this.mode = mode;
        this.left = left;
        this.sender = sender;
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
        acknowledge(
                mode == Route.Mode.UPDATE
                        ? ((IMessageEditCallback) interaction).deferEdit()
                        : ((IReplyCallback) interaction).deferReply(mode == Route.Mode.ANSWER_PRIVATE));
        return true;
    }

    /** Tells the person, unless an answer was first, that the one that was promised is still to come; the answer takes its place. */
    synchronized void reassure(Reply.Message message) {
        if (state != State.DEFERRED) {
            return;
        }
        if (mode == Route.Mode.UPDATE) {
            CompletableFuture<Long> posted = new CompletableFuture<>();
            sender.send(followUp(message).onSuccess(post -> posted.complete(post.getIdLong())));
            reassurance = Optional.of(posted);
        } else {
            sender.send(afterDeferral(message));
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
            if (direct) {
                acknowledge(now(message));
            } else {
                sender.send(afterDeferral(message));
            }
        } else if (reply instanceof Reply.Form form) {
            acknowledge(((IModalCallback) interaction).replyModal(form.modal()));
        } else if (reply instanceof Reply.Choices choices) {
            acknowledge(((IAutoCompleteCallback) interaction).replyChoices(choices.choices()));
        }
        withdrawReassurance();
    }

    private void withdrawReassurance() {
        reassurance.ifPresent(posted -> {
            Future<?> unused = posted.thenAccept(this::withdraw);
        });
    }

    private void withdraw(long message) {
        sender.send(((IDeferrableCallback) interaction).getHook().deleteMessageById(message));
    }

    /** Once Discord takes none any more, JDA need not repeat it. */
    private void acknowledge(RestAction<?> callback) {
        sender.send(callback.timeout(Math.max(1, left.get().toMillis()), TimeUnit.MILLISECONDS));
    }

    private RestAction<?> now(Reply.Message message) {
        return mode == Route.Mode.UPDATE
                ? ((IMessageEditCallback) interaction).editMessage(message.edited())
                : ((IReplyCallback) interaction)
                        .reply(message.created())
                        .setEphemeral(mode != Route.Mode.ANSWER_PUBLIC);
    }

    private RestAction<?> afterDeferral(Reply.Message message) {
        return ((IDeferrableCallback) interaction).getHook().editOriginal(message.edited());
    }

    /** Tells the person something privately and leaves the message alone whose component they used. */
    synchronized void tell(Reply.Message message) {
        boolean direct = isFirst();
        if (interaction instanceof IAutoCompleteCallback typing) {
            acknowledge(typing.replyChoices());
        } else if (direct) {
            acknowledge(((IReplyCallback) interaction).reply(message.created()).setEphemeral(true));
        } else if (mode == Route.Mode.UPDATE) {
            sender.send(followUp(message));
        } else {
            sender.send(afterDeferral(message));
        }
        withdrawReassurance();
    }

    private RestAction<Message> followUp(Reply.Message message) {
        return ((IDeferrableCallback) interaction)
                .getHook()
                .sendMessage(message.created())
                .setEphemeral(true);
    }

    /** Sends a request without waiting for it, and sees to its failure. */
    interface Sender {
        void send(RestAction<?> action);
    }
}

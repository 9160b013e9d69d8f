package io.github.mirrorball.discord;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IAutoCompleteCallback;
import net.dv8tion.jda.api.interactions.callbacks.IDeferrableCallback;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * Answers one interaction exactly once: directly, or, when the watchdog was first, by what the deferral promised. A compare-and-set
 * decides between the two. Thread-safe.
 */
final class Acknowledgement {

    private enum State {
        NONE,
        DEFERRED,
        ANSWERED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.NONE);
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
    boolean isDeferred() {
        return state.get() == State.DEFERRED;
    }

    /** Buys time, unless an answer was first. */
    void defer() {
        if (!canDefer() || !state.compareAndSet(State.NONE, State.DEFERRED)) {
            return;
        }
        acknowledge(
                mode == Route.Mode.UPDATE
                        ? ((IMessageEditCallback) interaction).deferEdit()
                        : ((IReplyCallback) interaction).deferReply(mode == Route.Mode.ANSWER_PRIVATE));
    }

    /** Answers with what the handler gave. */
    void answer(Reply reply) {
        boolean direct = state.compareAndSet(State.NONE, State.ANSWERED);
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
    void tell(Reply.Message message) {
        boolean direct = state.compareAndSet(State.NONE, State.ANSWERED);
        if (interaction instanceof IAutoCompleteCallback typing) {
            acknowledge(typing.replyChoices());
        } else if (direct) {
            acknowledge(((IReplyCallback) interaction).reply(message.created()).setEphemeral(true));
        } else if (mode == Route.Mode.UPDATE) {
            sender.send(((IDeferrableCallback) interaction)
                    .getHook()
                    .sendMessage(message.created())
                    .setEphemeral(true));
        } else {
            sender.send(afterDeferral(message));
        }
    }

    /** Sends a request without waiting for it, and sees to its failure. */
    interface Sender {
        void send(RestAction<?> action);
    }
}

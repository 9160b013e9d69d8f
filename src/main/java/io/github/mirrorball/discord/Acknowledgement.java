package io.github.mirrorball.discord;

import java.util.concurrent.atomic.AtomicReference;
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
    private final Sender sender;

    Acknowledgement(Interaction interaction, Route.Mode mode, Sender sender) {
        this.interaction = interaction;
        this.mode = mode;
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
        sender.send(
                mode == Route.Mode.UPDATE
                        ? ((IMessageEditCallback) interaction).deferEdit()
                        : ((IReplyCallback) interaction).deferReply(mode == Route.Mode.ANSWER_PRIVATE));
    }

    /** Answers with what the handler gave. */
    void answer(Reply reply) {
        boolean direct = state.compareAndSet(State.NONE, State.ANSWERED);
        if (reply instanceof Reply.Message message) {
            sender.send(direct ? now(message) : afterDeferral(message));
        } else if (reply instanceof Reply.Form form) {
            sender.send(((IModalCallback) interaction).replyModal(form.modal()));
        } else if (reply instanceof Reply.Choices choices) {
            sender.send(((IAutoCompleteCallback) interaction).replyChoices(choices.choices()));
        }
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
            sender.send(typing.replyChoices());
        } else if (direct) {
            sender.send(((IReplyCallback) interaction).reply(message.created()).setEphemeral(true));
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

package io.github.mirrorball.discord.route;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IAutoCompleteCallback;
import net.dv8tion.jda.api.interactions.callbacks.IDeferrableCallback;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;

/**
 * The ways in which one interaction is acknowledged. JDA sends one callback and takes the interaction for acknowledged from then on, also where
 * Discord refused it; so what follows a refused one is sent as it is. Not thread-safe.
 */
final class Callbacks {

    private static final int REPLY = 4;
    private static final int DEFERRED_REPLY = 5;
    private static final int DEFERRED_UPDATE = 6;
    private static final int UPDATE = 7;
    private static final int CHOICES = 8;
    private static final int EPHEMERAL = 1 << 6;

    private final Interaction interaction;
    private final Route.Mode mode;
    private boolean isUsed;
    private boolean isRefused;

    Callbacks(Interaction interaction, Route.Mode mode) {
        this.interaction = interaction;
        this.mode = mode;
    }

    /** Discord refused JDA's callback. */
    void onRefused() {
        isRefused = true;
    }

    RestAction<?> defer() {
        boolean update = mode == Route.Mode.UPDATE;
        if (isFirst()) {
            return update
                    ? ((IMessageEditCallback) interaction).deferEdit()
                    : ((IReplyCallback) interaction).deferReply(isPrivate());
        }
        return update
                ? send(DEFERRED_UPDATE, DataObject.empty())
                : send(DEFERRED_REPLY, DataObject.empty().put("flags", isPrivate() ? EPHEMERAL : 0));
    }

    /** What the handler answers: a message, or the new face of the one whose component was used. Files go with the first callback alone. */
    RestAction<?> answer(Reply.Message message) {
        boolean update = mode == Route.Mode.UPDATE;
        if (!isFirst()) {
            return update
                    ? send(UPDATE, message.edited().toData())
                    : reply(message.created().toData(), isPrivate());
        }
        return update
                ? ((IMessageEditCallback) interaction).editMessage(message.edited())
                : ((IReplyCallback) interaction).reply(message.created()).setEphemeral(isPrivate());
    }

    /** Something of its own, for the person alone. */
    RestAction<?> tell(Reply.Message message) {
        return isFirst()
                ? ((IReplyCallback) interaction).reply(message.created()).setEphemeral(true)
                : reply(message.created().toData(), true);
    }

    /** Text and nothing else. */
    RestAction<?> tell(String text) {
        DataObject data = DataObject.empty()
                .put("content", text)
                .put("allowed_mentions", DataObject.empty().put("parse", DataArray.empty()));
        return reply(data, isPrivate());
    }

    RestAction<?> open(Reply.Form form) {
        isUsed = true;
        return ((IModalCallback) interaction).replyModal(form.modal());
    }

    RestAction<?> suggest(Reply.Choices choices) {
        return isFirst()
                ? ((IAutoCompleteCallback) interaction).replyChoices(choices.choices())
                : send(CHOICES, DataObject.empty().put("choices", DataArray.empty()));
    }

    /** For what follows a callback. JDA's own fails once it saw a callback refused. */
    InteractionHook hook() {
        return isRefused
                ? InteractionHook.from(interaction.getJDA(), interaction.getToken())
                : ((IDeferrableCallback) interaction).getHook();
    }

    private boolean isFirst() {
        boolean first = !isUsed;
        isUsed = true;
        return first;
    }

    private boolean isPrivate() {
        return mode != Route.Mode.ANSWER_PUBLIC;
    }

    private RestAction<?> reply(DataObject data, boolean isPrivate) {
        return send(REPLY, data.put("flags", data.getInt("flags", 0) | (isPrivate ? EPHEMERAL : 0)));
    }

    private RestAction<?> send(int type, DataObject data) {
        JDA jda = interaction.getJDA();
        net.dv8tion.jda.api.requests.Route.CompiledRoute route =
                net.dv8tion.jda.api.requests.Route.Interactions.CALLBACK.compile(
                        interaction.getId(), interaction.getToken());
        return new RestActionImpl<Void>(
                        jda, route, DataObject.empty().put("type", type).put("data", data))
                .priority();
    }
}

package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Components;
import io.github.mirrorball.stage.rules.Json;
import java.util.List;
import java.util.Map;

/** What no client of Discord's would send: components and forms with ids that somebody made up. */
public final class Forgery {

    private Forgery() {}

    /** A button with a made up id, pressed on any message, visible or not. */
    public static StageReply press(StageUser user, StageMessage on, String customId) {
        return component(user, on, data(customId, Components.BUTTON));
    }

    /** A menu with a made up id. */
    public static StageReply choose(StageUser user, StageMessage on, String customId, List<String> values) {
        ObjectNode data = data(customId, Components.STRING_SELECT);
        values.forEach(data.putArray("values")::add);
        data.putObject("resolved");
        return component(user, on, data);
    }

    /** A form that was opened, sent under a made up id. */
    public static StageReply submit(StageUser user, StageForm form, String customId, Map<String, Object> values) {
        return user.submit(new StageForm(form.json().put("custom_id", customId), form.opener), values);
    }

    private static ObjectNode data(String customId, int type) {
        return Json.object()
                .put("component_type", type)
                .put("custom_id", customId)
                .put("id", 1);
    }

    private static StageReply component(StageUser user, StageMessage on, ObjectNode data) {
        synchronized (on.world) {
            return on.world.interactions.start(Interaction.COMPONENT, user, on.post.channel, on.post, data).reply;
        }
    }
}

package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;

/** A role of a server. */
public final class StageRole {
    final long id;
    final String name;
    private final boolean managed;
    public long permissions;
    boolean mentionable;

    StageRole(long id, String name, long permissions, boolean managed) {
        this.id = id;
        this.name = name;
        this.permissions = permissions;
        this.managed = managed;
        this.mentionable = !managed;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    ObjectNode json(int position) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(id))
                .put("name", name)
                .put("permissions", Long.toString(permissions))
                .put("position", position)
                .put("color", 0)
                .put("hoist", false)
                .put("managed", managed)
                .put("mentionable", mentionable)
                .put("flags", 0);
        json.putNull("icon").putNull("unicode_emoji");
        json.putObject("colors")
                .put("primary_color", 0)
                .putNull("secondary_color")
                .putNull("tertiary_color");
        return json;
    }
}

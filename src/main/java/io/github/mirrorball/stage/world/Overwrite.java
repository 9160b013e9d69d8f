package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;

/** What one channel allows and denies one member. */
record Overwrite(long memberId, long allow, long deny) {
    private static final int MEMBER = 1;

    Overwrite granting(long bits) {
        return new Overwrite(memberId, allow | bits, deny & ~bits);
    }

    Overwrite denying(long bits) {
        return new Overwrite(memberId, allow & ~bits, deny | bits);
    }

    long applyTo(long permissions) {
        return (permissions & ~deny) | allow;
    }

    ObjectNode json() {
        return Json.object()
                .put("id", Long.toString(memberId))
                .put("type", MEMBER)
                .put("allow", Long.toString(allow))
                .put("deny", Long.toString(deny));
    }
}

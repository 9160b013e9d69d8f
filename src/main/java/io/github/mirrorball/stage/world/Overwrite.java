package io.github.mirrorball.stage.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.stage.rules.Json;
import java.util.Collection;

/** What one channel allows and denies one member, or everybody who has a role. */
record Overwrite(long holder, Kind kind, long allow, long deny) {

    /** Whom it is about. */
    enum Kind {
        ROLE(0),
        MEMBER(1);

        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    Overwrite granting(long bits) {
        return new Overwrite(holder, kind, allow | bits, deny & ~bits);
    }

    Overwrite denying(long bits) {
        return new Overwrite(holder, kind, allow & ~bits, deny | bits);
    }

    long applyTo(long permissions) {
        return (permissions & ~deny) | allow;
    }

    /** What several roles are denied and allowed together: what one of them is allowed, no other denies. */
    static long applyTogether(Collection<Overwrite> overwrites, long permissions) {
        long denied = overwrites.stream().mapToLong(Overwrite::deny).reduce(0, (a, b) -> a | b);
        long allowed = overwrites.stream().mapToLong(Overwrite::allow).reduce(0, (a, b) -> a | b);
        return (permissions & ~denied) | allowed;
    }

    ObjectNode json() {
        return Json.object()
                .put("id", Long.toString(holder))
                .put("type", kind.number)
                .put("allow", Long.toString(allow))
                .put("deny", Long.toString(deny));
    }
}

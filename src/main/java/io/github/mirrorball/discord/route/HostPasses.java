package io.github.mirrorball.discord.route;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;

/**
 * Who is let through to what hosts do because Discord let them use a host's command: a server's admins allow commands to whom they like,
 * and whoever began there may finish the forms and buttons that follow. Kept in memory for an hour. Thread-safe.
 */
final class HostPasses {

    static final Duration LIFETIME = Duration.ofHours(1);

    private final InstantSource time;
    private final Map<Holder, Instant> ends = new HashMap<>();

    HostPasses(InstantSource time) {
        this.time = time;
    }

    private record Holder(long server, long user) {}

    /** Notes that Discord let somebody use a host's command. Whoever may manage events is a host without it, and no longer than they may. */
    synchronized void note(Member member) {
        if (!member.hasPermission(Permission.MANAGE_EVENTS)) {
            Instant now = time.instant();
            ends.values().removeIf(now::isAfter);
            ends.put(holder(member), now.plus(LIFETIME));
        }
    }

    /** Whether somebody was let through within the last hour. */
    synchronized boolean has(Member member) {
        Instant end = ends.get(holder(member));
        return end != null && time.instant().isBefore(end);
    }

    private static Holder holder(Member member) {
        return new Holder(member.getGuild().getIdLong(), member.getIdLong());
    }
}

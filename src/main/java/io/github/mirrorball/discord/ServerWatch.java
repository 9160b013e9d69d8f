package io.github.mirrorball.discord;

import io.github.mirrorball.discord.route.Lanes;
import io.github.mirrorball.discord.route.PendingWork;
import io.github.mirrorball.discord.route.ShardOf;
import io.github.mirrorball.league.GreetServer;
import io.github.mirrorball.league.LeaveServer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.UnavailableGuildJoinedEvent;
import net.dv8tion.jda.api.events.guild.UnavailableGuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.override.GenericPermissionOverrideEvent;
import net.dv8tion.jda.api.events.role.update.RoleUpdatePermissionsEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches which servers the bot is in. JDA tells a removal from an outage: only the former is a leave. What happens is handled in the order
 * in which it came, off the gateway's reading thread.
 */
public final class ServerWatch extends ListenerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
    private static final long ONE_LANE = 0;

    private final LeaveServer departures;
    private final GreetServer greetings;
    private final Lanes lanes;
    private final PendingWork work;

    /** @param lanes of its own */
    public ServerWatch(LeaveServer departures, GreetServer greetings, Lanes lanes, PendingWork work) {
        this.departures = departures;
        this.greetings = greetings;
        this.lanes = lanes;
        this.work = work;
    }

    @Override
    public void onGuildLeave(GuildLeaveEvent event) {
        long server = event.getGuild().getIdLong();
        handle(() -> departures.onLeft(server));
    }

    @Override
    public void onUnavailableGuildLeave(UnavailableGuildLeaveEvent event) {
        handle(() -> departures.onLeft(event.getGuildIdLong()));
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        Guild server = event.getGuild();
        handle(() -> {
            departures.onBack(server.getIdLong());
            greet(List.of(server));
        });
    }

    @Override
    public void onUnavailableGuildJoined(UnavailableGuildJoinedEvent event) {
        handle(() -> departures.onBack(event.getGuildIdLong()));
    }

    @Override
    public void onGuildAvailable(GuildAvailableEvent event) {
        Guild server = event.getGuild();
        handle(() -> {
            departures.onReachable(server.getIdLong());
            greet(List.of(server));
        });
    }

    @Override
    public void onGenericPermissionOverride(GenericPermissionOverrideEvent event) {
        onSightChanged(event.getGuild());
    }

    @Override
    public void onRoleUpdatePermissions(RoleUpdatePermissionsEvent event) {
        if (event.getRole().isPublicRole()) {
            onSightChanged(event.getGuild());
        }
    }

    private void onSightChanged(Guild server) {
        long id = server.getIdLong();
        handle(() -> departures.onSightChanged(id));
    }

    @Override
    public void onReady(ReadyEvent event) {
        compare(event.getJDA());
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        compare(event.getJDA());
    }

    /** Finds out what happened in a shard's servers while nobody listened; returns at once. */
    private void compare(JDA jda) {
        List<Guild> servers = jda.getGuildCache().asList();
        Set<Long> present = servers.stream().map(Guild::getIdLong).collect(Collectors.toSet());
        handle(() -> {
            departures.onPresent(present);
            greet(servers);
            departures.missing(present).stream()
                    .filter(ShardOf.of(jda)::includes)
                    .forEach(server -> ask(jda, server));
        });
    }

    /** Greets whichever of these servers has invited the bot and was not greeted yet. */
    private void greet(List<Guild> servers) {
        Map<Long, Instant> joined = new HashMap<>();
        servers.forEach(server -> joined.put(
                server.getIdLong(), server.getSelfMember().getTimeJoined().toInstant()));
        Set<Long> ungreeted = greetings.ungreeted(joined);
        servers.stream()
                .filter(server -> ungreeted.contains(server.getIdLong()))
                .forEach(this::greet);
    }

    private void greet(Guild server) {
        List<Long> channels = Stream.concat(
                        Stream.ofNullable(server.getSystemChannel()),
                        server.getChannels().stream()
                                .filter(TextChannel.class::isInstance)
                                .map(TextChannel.class::cast))
                .filter(TextChannel::canTalk)
                .map(TextChannel::getIdLong)
                .toList();
        greetings.greet(server.getIdLong(), channels, server.getLocale().getLocale());
    }

    /** JDA does not tell a server with an outage at its start from one that is gone, so Discord is asked. */
    private void ask(JDA jda, long server) {
        work.begin();
        new RestActionImpl<Void>(jda, Route.Guilds.GET_GUILD.compile(Long.toString(server)))
                .queue(there -> work.end(), failure -> {
                    if (isGone(failure)) {
                        handle(() -> leaveUnseen(jda, server));
                    }
                    work.end();
                });
    }

    /** Unless it invited the bot again meanwhile. */
    private void leaveUnseen(JDA jda, long server) {
        if (jda.getGuildById(server) == null) {
            departures.onLeft(server);
        }
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof ErrorResponseException answered
                && (answered.getErrorResponse() == ErrorResponse.UNKNOWN_GUILD
                        || answered.getErrorResponse() == ErrorResponse.MISSING_ACCESS);
    }

    private void handle(Runnable change) {
        work.begin();
        try {
            lanes.run(ONE_LANE, () -> runGuarded(change));
        } catch (RejectedExecutionException closed) {
            // What is missed from now on is found out after the next start.
            work.end();
        }
    }

    private void runGuarded(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException broken) {
            LOG.error("A server's coming or going could not be kept", broken);
        } finally {
            work.end();
        }
    }
}

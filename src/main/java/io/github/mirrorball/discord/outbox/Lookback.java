package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.discord.route.Sessions;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.outbox.Outbox.Doubt;
import io.github.mirrorball.outbox.Outbox.Owed;
import io.github.mirrorball.outbox.Outbox.Posted;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.utils.TimeUtil;

/**
 * Looks in a channel for a message that may stand there although nobody knows, by the id of its outermost component: a history shows no
 * nonce, and Discord remembers one for minutes only. One page of the history at a time, from a little before the first doubtful attempt to a
 * little after the last. Thread-safe.
 */
final class Lookback {

    private static final int PAGE = 100;

    /** How far a clock may be off Discord's, and how long an attempt may take to arrive. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Sessions sessions;
    private final Timeouts timeouts;

    Lookback(Sessions sessions, Timeouts timeouts) {
        this.sessions = sessions;
        this.timeouts = timeouts;
    }

    /** What a page of the history showed. */
    sealed interface Seen {

        /** It stands. */
        record Standing(Posted posted) implements Seen {}

        /** It is not on this page; the next begins after this message. */
        record Further(long after) implements Seen {}

        /** It does not stand. */
        record Absent() implements Seen {}
    }

    /** Where a look for this begins: a snowflake. */
    static long start(Doubt doubt) {
        return TimeUtil.getDiscordTimestamp(doubt.first().minus(TOLERANCE).toEpochMilli());
    }

    /**
     * Reads the page after this message or snowflake.
     *
     * @throws InsufficientPermissionException without which an empty history would mean nothing
     */
    void look(
            MessageChannel channel,
            Owed owed,
            Doubt doubt,
            long after,
            Consumer<Seen> seen,
            Consumer<Throwable> failed) {
        require(channel);
        long end = TimeUtil.getDiscordTimestamp(doubt.last().plus(TOLERANCE).toEpochMilli());
        channel.getHistoryAfter(after, PAGE)
                .timeout(timeouts.deadline().toMillis(), TimeUnit.MILLISECONDS)
                .queue(page -> seen.accept(seen(owed, doubt, page.getRetrievedHistory(), end)), failed);
    }

    private static void require(MessageChannel channel) {
        if (channel instanceof GuildMessageChannel inServer) {
            for (Permission needed : List.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_HISTORY)) {
                if (!inServer.getGuild().getSelfMember().hasPermission(inServer, needed)) {
                    throw new InsufficientPermissionException(inServer, needed);
                }
            }
        }
    }

    private Seen seen(Owed owed, Doubt doubt, Collection<Message> page, long end) {
        long newest = page.stream().mapToLong(ISnowflake::getIdLong).max().orElse(Long.MAX_VALUE);
        return page.stream()
                .filter(message -> isOf(owed, message))
                .min(Comparator.comparingLong(ISnowflake::getIdLong))
                .<Seen>map(message -> new Seen.Standing(new Posted(doubt.channel(), message.getIdLong())))
                .orElseGet(() -> page.size() < PAGE || newest > end ? new Seen.Absent() : new Seen.Further(newest));
    }

    private boolean isOf(Owed owed, Message message) {
        return message.getAuthor().getIdLong() == sessions.any().getSelfUser().getIdLong()
                && message.getComponents().stream()
                        .findFirst()
                        .filter(outermost -> outermost.getUniqueId() == owed.id())
                        .isPresent();
    }
}

package io.github.mirrorball.discord.sample;

import io.github.mirrorball.discord.outbox.ScheduledEventRequests;
import io.github.mirrorball.discord.route.Sessions;
import io.github.mirrorball.discord.sample.Finding.Part;
import io.github.mirrorball.outbox.Sample;
import io.github.mirrorball.outbox.Samples;
import io.github.mirrorball.show.StoreFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.TimeUtil;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes samples away again, by the ids that Discord gave them, or by what they carry where its answer was lost. Thread-safe. */
final class Removal {

    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 20;

    /** How far a clock may be off Discord's. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Sessions sessions;
    private final Samples samples;
    private final Marks marks;

    Removal(Sessions sessions, Samples samples, Marks marks) {
        this.sessions = sessions;
        this.samples = samples;
        this.marks = marks;
    }

    /** Takes these away; gives back what still stands, or may stand. */
    List<Sample> remove(Asker asker, List<Sample> standing) {
        return standing.stream().filter(sample -> !isRemoved(asker, sample)).toList();
    }

    private boolean isRemoved(Asker asker, Sample sample) {
        try {
            for (long found : found(asker, sample)) {
                delete(asker, sample, found);
            }
            samples.forget(sample);
            return true;
        } catch (Refused refused) {
            if (refused.isGone()) {
                samples.forget(sample);
            }
            return refused.isGone();
        } catch (StoreFailure unkept) {
            LOG.warn("That sample {} is gone could not be kept; it is looked for again", sample.id(), unkept);
            return false;
        }
    }

    private List<Long> found(Asker asker, Sample sample) throws Refused {
        if (sample.posted().isPresent()) {
            return List.of(sample.posted().getAsLong());
        }
        return sample.kind() == Sample.Kind.EVENT
                ? asker.ask(Part.REMOVAL, () -> events(sample).marked(marks.event(sample)))
                : inHistory(asker, sample);
    }

    private void delete(Asker asker, Sample sample, long id) throws Refused {
        require(sample);
        try {
            asker.ask(Part.REMOVAL, () -> deletion(sample, id));
        } catch (Refused refused) {
            if (!refused.isGone()) {
                throw refused;
            }
        }
    }

    /** Nothing is asked that Discord is known to refuse. */
    private void require(Sample sample) throws Refused {
        Guild server = sessions.server(sample.server());
        GuildMessageChannel channel = sessions.channel(GuildMessageChannel.class, sample.channel());
        if (server == null || channel == null) {
            return;
        }
        boolean event = sample.kind() == Sample.Kind.EVENT;
        Permission needed = event ? Permission.CREATE_SCHEDULED_EVENTS : Permission.VIEW_CHANNEL;
        Member self = server.getSelfMember();
        if (!(event ? self.hasPermission(needed) : self.hasPermission(channel, needed))) {
            throw Refused.of(Part.REMOVAL, new InsufficientPermissionException(channel, needed));
        }
    }

    /** Sent as it is: that JDA does not know the channel yet, or no longer, says nothing about the message. */
    private RestAction<Void> deletion(Sample sample, long id) {
        return sample.kind() == Sample.Kind.EVENT
                ? events(sample).delete(id)
                : new RestActionImpl<>(
                        session(sample),
                        Route.Messages.DELETE_MESSAGE.compile(Long.toString(sample.channel()), Long.toString(id)));
    }

    private List<Long> inHistory(Asker asker, Sample sample) throws Refused {
        GuildMessageChannel channel = channel(asker, sample);
        List<Long> found = new ArrayList<>();
        long after =
                TimeUtil.getDiscordTimestamp(sample.begun().minus(TOLERANCE).toEpochMilli());
        // JDA refuses to read a history without the right to, which would be empty.
        long end = TimeUtil.getDiscordTimestamp(sample.begun().plus(TOLERANCE).toEpochMilli());
        for (int pages = 0; pages < MOST_PAGES && after < end; pages++) {
            long from = after;
            List<Message> page = asker.ask(Part.REMOVAL, () -> channel.getHistoryAfter(from, PAGE))
                    .getRetrievedHistory();
            page.stream()
                    .filter(message -> isOf(sample, message))
                    .map(ISnowflake::getIdLong)
                    .forEach(found::add);
            after = page.size() < PAGE
                    ? end
                    : page.stream().mapToLong(ISnowflake::getIdLong).max().orElse(end);
        }
        return found;
    }

    private boolean isOf(Sample sample, Message message) {
        return message.getAuthor().getIdLong() == sessions.any().getSelfUser().getIdLong()
                && message.getComponents().stream()
                        .findFirst()
                        .filter(outermost -> outermost.getUniqueId() == Marks.component(sample))
                        .isPresent();
    }

    /** A channel that JDA does not know may only be away for a while, so it is Discord that is asked whether it has ended. */
    private GuildMessageChannel channel(Asker asker, Sample sample) throws Refused {
        GuildMessageChannel channel = sessions.channel(GuildMessageChannel.class, sample.channel());
        if (channel == null) {
            asker.ask(
                    Part.REMOVAL,
                    () -> new RestActionImpl<Void>(
                            session(sample), Route.Channels.GET_CHANNEL.compile(Long.toString(sample.channel()))));
            throw Refused.of(Part.REMOVAL, new IllegalStateException("not in sight"));
        }
        return channel;
    }

    private ScheduledEventRequests events(Sample sample) {
        return new ScheduledEventRequests(session(sample), sample.server());
    }

    private JDA session(Sample sample) {
        return sessions.of(sample.server());
    }
}

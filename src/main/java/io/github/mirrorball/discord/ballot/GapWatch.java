package io.github.mirrorball.discord.ballot;

import io.github.mirrorball.discord.route.Lanes;
import io.github.mirrorball.discord.route.PendingWork;
import io.github.mirrorball.discord.route.ShardOf;
import io.github.mirrorball.discord.view.BallotControls;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.reactions.CardMemory;
import io.github.mirrorball.reactions.Gap;
import io.github.mirrorball.reactions.Gaps;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.guild.GuildUnavailableEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleAddEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleRemoveEvent;
import net.dv8tion.jda.api.events.guild.override.GenericPermissionOverrideEvent;
import net.dv8tion.jda.api.events.role.RoleDeleteEvent;
import net.dv8tion.jda.api.events.role.update.RoleUpdatePermissionsEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when reactions may come and go unseen, and marks the polls that this concerns. A gap is marked both when it begins, so that picks
 * are known to be younger than it, and when it ends, so that its cards are listed. Thread-safe; what waits for the store is done in a lane of
 * its own, never on the gateway's reading thread.
 */
public final class GapWatch extends ListenerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(GapWatch.class);

    /** No poll has this id. */
    private static final long OWN_LANE = 0;

    private final Gaps gaps;
    private final CardMemory memory;
    private final Polls polls;
    private final Outbox outbox;
    private final Lanes lanes;
    private final PendingWork work;
    private final Runnable marked;
    private final Set<Long> overflown = ConcurrentHashMap.newKeySet();
    private final Set<Long> unseen = ConcurrentHashMap.newKeySet();
    private final Set<Integer> ready = ConcurrentHashMap.newKeySet();

    /** @param marked is run after marks, since there are cards to list */
    public GapWatch(
            Gaps gaps, CardMemory memory, Polls polls, Outbox outbox, Lanes lanes, PendingWork work, Runnable marked) {
        this.gaps = gaps;
        this.memory = memory;
        this.polls = polls;
        this.outbox = outbox;
        this.lanes = lanes;
        this.work = work;
        this.marked = marked;
    }

    /** Nobody watched while the bot was down; before the first event comes in. */
    public void begin() {
        gaps.markAll(Shards.ALL, false);
    }

    /** The bot can see a server again; whatever happened on its cards meanwhile was missed. Returns at once. */
    private void onServerBack(long server) {
        runInOrder(() -> {
            gaps.markServer(server);
            marked.run();
        });
    }

    /** Reactions on a poll's card may have come before it was known to be one. Returns at once. */
    public void markMissed(long poll) {
        runInLane(poll, () -> {
            gaps.mark(poll, false);
            marked.run();
        });
    }

    /** So many votes wait for a poll that one could not be kept. Marked behind those that were. */
    void markOverflown(long poll) {
        if (overflown.add(poll)) {
            LOG.warn("Too many votes wait in poll {}; its card will be listed", poll);
            runInLane(poll, () -> {
                overflown.remove(poll);
                gaps.mark(poll, true);
                marked.run();
            });
        }
    }

    /** Everything was cleared from a card. To be told in the poll's lane. */
    void onCleared(long poll) {
        memory.forgetAll(poll);
        seedAgain(poll);
    }

    /** One outcome's reactions were cleared from a card. To be told in the poll's lane. */
    void onCleared(long poll, String outcome) {
        memory.forgetAll(poll, outcome);
        seedAgain(poll);
    }

    /** The bot's own reactions went with the fans', and nobody can vote with what is not there. Those that stand stay as they are. */
    private void seedAgain(long cleared) {
        polls.find(cleared)
                .filter(poll -> poll.state() == PollState.OPEN && BallotControls.seeded(poll))
                .ifPresent(poll -> {
                    outbox.owe(poll.season(), new Notice.Seeds(poll.id()));
                    marked.run();
                });
    }

    /** A server of this shard that comes from now on was not there at the start. */
    @Override
    public void onReady(ReadyEvent event) {
        ready.add(event.getJDA().getShardInfo().getShardId());
    }

    @Override
    public void onSessionDisconnect(SessionDisconnectEvent event) {
        runInOrder(() -> gaps.markAll(ShardOf.of(event.getJDA()), true));
    }

    /** What was replayed is in the lanes by now, and counted before this is. */
    @Override
    public void onSessionResume(SessionResumeEvent event) {
        runInOrder(() -> gaps.open(ShardOf.of(event.getJDA())).stream()
                .filter(Gap::replayable)
                .forEach(gap -> runInLane(gap.poll(), () -> gaps.recordReplayed(gap.poll()))));
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        runInOrder(() -> {
            gaps.markAll(ShardOf.of(event.getJDA()), false);
            marked.run();
        });
    }

    @Override
    public void onGuildUnavailable(GuildUnavailableEvent event) {
        long server = event.getGuild().getIdLong();
        runInOrder(() -> gaps.markServer(server));
    }

    @Override
    public void onGuildAvailable(GuildAvailableEvent event) {
        onServerBack(event.getGuild().getIdLong());
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        onServerBack(event.getGuild().getIdLong());
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        if (ready.contains(event.getJDA().getShardInfo().getShardId())) {
            onServerBack(event.getGuild().getIdLong());
        }
    }

    @Override
    public void onGenericPermissionOverride(GenericPermissionOverrideEvent event) {
        onSightChanged(event.getGuild());
    }

    @Override
    public void onRoleUpdatePermissions(RoleUpdatePermissionsEvent event) {
        onSightChanged(event.getGuild());
    }

    @Override
    public void onRoleDelete(RoleDeleteEvent event) {
        onSightChanged(event.getGuild());
    }

    @Override
    public void onGuildMemberRoleAdd(GuildMemberRoleAddEvent event) {
        if (event.getMember().equals(event.getGuild().getSelfMember())) {
            onSightChanged(event.getGuild());
        }
    }

    @Override
    public void onGuildMemberRoleRemove(GuildMemberRoleRemoveEvent event) {
        if (event.getMember().equals(event.getGuild().getSelfMember())) {
            onSightChanged(event.getGuild());
        }
    }

    /** Marks the polls whose cards the bot lost sight of, or sees again. */
    private void onSightChanged(Guild guild) {
        runInOrder(() -> {
            polls.open(guild.getIdLong())
                    .forEach(poll -> outbox.posted(new Notice.Card(poll.id()))
                            .ifPresent(card -> markSightOf(poll.id(), isSeen(guild, card.channel()))));
            marked.run();
        });
    }

    private void markSightOf(long poll, boolean seen) {
        if (seen ? unseen.remove(poll) : unseen.add(poll)) {
            gaps.mark(poll, true);
        }
    }

    private static boolean isSeen(Guild guild, long channel) {
        GuildChannel found = guild.getGuildChannelById(channel);
        return found != null
                && guild.getSelfMember().hasPermission(found, Permission.VIEW_CHANNEL, Permission.MESSAGE_HISTORY);
    }

    private void runInOrder(Runnable task) {
        runInLane(OWN_LANE, task);
    }

    private void runInLane(long lane, Runnable task) {
        work.begin();
        try {
            lanes.run(lane, () -> {
                try {
                    task.run();
                } catch (RuntimeException broken) {
                    LOG.error("A gap could not be marked", broken);
                } finally {
                    work.end();
                }
            });
        } catch (RejectedExecutionException closed) {
            // Whatever is missed from now on is made up for after the next start.
            work.end();
        }
    }
}

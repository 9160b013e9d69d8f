package io.github.mirrorball.discord.ballot;

import io.github.mirrorball.discord.route.Lanes;
import io.github.mirrorball.discord.route.PendingWork;
import io.github.mirrorball.league.CastPick;
import io.github.mirrorball.league.Transactions;
import io.github.mirrorball.ops.Telemetry;
import io.github.mirrorball.poll.Receipt;
import io.github.mirrorball.poll.Voter;
import io.github.mirrorball.show.StoreFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.events.message.react.GenericMessageReactionEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveAllEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEmojiEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Voting by reaction. On the gateway's reading thread a reaction is only recognised and handed to its poll's lane; everything else
 * happens there, in one transaction for all votes that wait one behind another. Thread-safe.
 */
public final class ReactionBallots {

    private static final Logger LOG = LoggerFactory.getLogger(ReactionBallots.class);

    private final OpenCards cards;
    private final CastPick cast;
    private final Transactions transactions;
    private final Lanes lanes;
    private final PendingWork work;
    private final Runnable sweep;
    private final GapWatch gaps;
    private final RecentReactions touches;
    private final Telemetry telemetry;
    private final Lanes.Together<Runnable> together;
    private final Lanes.Together<Runnable> counted = this::countUp;

    /** @param sweep is run when older reactions are to be taken away */
    public ReactionBallots(
            OpenCards cards,
            CastPick cast,
            Transactions transactions,
            Lanes lanes,
            PendingWork work,
            Runnable sweep,
            GapWatch gaps,
            RecentReactions touches,
            Telemetry telemetry) {
        this.cards = cards;
        this.cast = cast;
        this.transactions = transactions;
        this.lanes = lanes;
        this.work = work;
        this.sweep = sweep;
        this.gaps = gaps;
        this.touches = touches;
        this.telemetry = telemetry;
        this.together = Lanes.inOneCommit(transactions, Runnable::run, this::castAlone);
    }

    /** A reaction appeared. */
    public void onAdded(MessageReactionAddEvent event) {
        Member member = event.getMember();
        if (event.isFromGuild() && member != null && !member.getUser().isBot()) {
            Voter voter = new Voter(event.getGuild().getIdLong(), event.getUserIdLong(), member.getEffectiveName());
            boolean maySweep = maySweep(event);
            recognise(event, (poll, outcome) -> {
                touches.add(poll, voter.user(), outcome);
                Receipt receipt = cast.onReaction(poll, voter, outcome, maySweep);
                transactions.runAfterCommit(() -> tell(receipt, maySweep));
            });
        }
    }

    /** A reaction vanished, whoever took it away. */
    public void onRemoved(MessageReactionRemoveEvent event) {
        User user = event.getUser();
        if (event.isFromGuild() && (user == null || !user.isBot())) {
            Voter voter = new Voter(event.getGuild().getIdLong(), event.getUserIdLong(), "");
            recognise(event, (poll, outcome) -> {
                touches.add(poll, voter.user(), outcome);
                Receipt receipt = cast.onUnreaction(poll, voter, outcome);
                transactions.runAfterCommit(() -> tell(receipt, false));
            });
        }
    }

    private void tell(Receipt receipt, boolean maySweep) {
        telemetry.recordCast(Telemetry.Way.REACTION, receipt);
        if (maySweep && receipt instanceof Receipt.Taken taken && isNotTheFirst(taken)) {
            sweep.run();
        }
    }

    /** A moderator cleared a message of every reaction. That is nobody's vote, so only the memory changes. */
    public void onCleared(MessageReactionRemoveAllEvent event) {
        cards.card(event.getMessageIdLong()).ifPresent(card -> handOver(card.poll(), gaps::onCleared));
    }

    /** A moderator cleared a message of one emoji. */
    public void onCleared(MessageReactionRemoveEmojiEvent event) {
        String emoji = event.getEmoji().getFormatted();
        cards.card(event.getMessageIdLong())
                .ifPresent(card -> card.outcome(emoji)
                        .ifPresent(outcome -> handOver(card.poll(), poll -> gaps.onCleared(poll, outcome))));
    }

    /** Whoever had no pick has seldom an older reaction; should one stand, it is taken away with whatever the courier does next. */
    private static boolean isNotTheFirst(Receipt.Taken taken) {
        return taken.previous().isPresent();
    }

    private static boolean maySweep(GenericMessageReactionEvent event) {
        try {
            GuildMessageChannel channel = event.getGuildChannel();
            return event.getGuild().getSelfMember().hasPermission(channel, Permission.MESSAGE_MANAGE);
        } catch (IllegalStateException half) {
            // After a new session the server may not be whole in the cache yet. The vote counts all the same.
            return false;
        }
    }

    private void recognise(GenericMessageReactionEvent event, Vote vote) {
        long message = event.getMessageIdLong();
        String emoji = event.getEmoji().getFormatted();
        Consumer<OpenCards.Card> toLane = card ->
                card.outcome(emoji).ifPresent(outcome -> vote(card.poll(), () -> vote.cast(card.poll(), outcome)));
        Optional<OpenCards.Card> card = cards.card(message);
        card.ifPresent(toLane);
        if (card.isEmpty()
                && !cards.waitFor(
                        event.getChannel().getIdLong(),
                        () -> cards.card(message).ifPresent(toLane))) {
            cards.card(message).ifPresent(toLane);
        }
    }

    private void vote(long poll, Runnable vote) {
        long arrived = System.nanoTime();
        Runnable timed = () -> {
            vote.run();
            transactions.runAfterCommit(() -> telemetry.recordDecided(Duration.ofNanos(System.nanoTime() - arrived)));
        };
        work.begin();
        if (!lanes.offer(poll, timed, counted)) {
            gaps.markOverflown(poll);
            work.end();
        }
    }

    private void countUp(long poll, List<Runnable> votes) {
        try {
            together.run(poll, votes);
        } finally {
            votes.forEach(vote -> work.end());
        }
    }

    /** If one of them fails, those before it count; whatever is left is found on the card. */
    private void castAlone(long poll, List<Runnable> votes) {
        try {
            votes.forEach(Runnable::run);
        } catch (StoreFailure failure) {
            LOG.warn(
                    "Of {} reactions in poll {} not all are counted yet: {}", votes.size(), poll, failure.getMessage());
            gaps.markMissed(poll);
        } catch (RuntimeException | Error broken) {
            LOG.error("Of {} reactions in poll {} not all could be counted", votes.size(), poll, broken);
            gaps.markMissed(poll);
        }
    }

    private void handOver(long poll, LongConsumer task) {
        work.begin();
        boolean taken = lanes.offer(poll, () -> {
            try {
                task.accept(poll);
            } catch (RuntimeException | Error broken) {
                LOG.error("A card of poll {} could not be cleared", poll, broken);
            } finally {
                work.end();
            }
        });
        if (!taken) {
            gaps.markOverflown(poll);
            work.end();
        }
    }

    private interface Vote {
        void cast(long poll, String outcome);
    }
}

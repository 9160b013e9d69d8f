package io.github.mirrorball.discord.ballot;

import io.github.mirrorball.league.RepostCard;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes notice of cards that are not where they were, each in its poll's lane, so that reactions that were given before are dealt with
 * before. Returns at once. Thread-safe.
 */
public final class LostCards {

    private static final Logger LOG = LoggerFactory.getLogger(LostCards.class);

    private final OpenCards cards;
    private final PollErrands errands;
    private final RepostCard cardLost;
    private final LongConsumer missed;

    /** @param missed is told of a poll on whose card reactions may have come unseen */
    public LostCards(OpenCards cards, PollErrands errands, RepostCard cardLost, LongConsumer missed) {
        this.cards = cards;
        this.errands = errands;
        this.cardLost = cardLost;
        this.missed = missed;
    }

    /** Discord does not know this message of a poll's card any more. */
    public void onLost(long poll, long message) {
        cards.remove(message);
        runInLane(poll, () -> {
            if (cardLost.repostLost(poll, message)) {
                LOG.info("The card of poll {} is gone from its channel", poll);
            }
        });
    }

    /** A poll's card was posted, but is gone before its message was known. */
    public void onVanished(long poll) {
        runInLane(poll, () -> cardLost.repost(poll));
    }

    /** This message is a poll's card from now on; to be told before reactions on it are taken. */
    public void onReplaced(long poll, long message) {
        if (cards.replace(poll, message)) {
            runInLane(poll, () -> cardLost.onReplaced(poll));
        }
    }

    /** A poll's card turned out to stand already; until now reactions on it were taken for reactions on anything. */
    public void onAdopted(long poll) {
        missed.accept(poll);
    }

    private void runInLane(long poll, Runnable task) {
        errands.run(poll, "the loss of a card", task);
    }
}

package io.github.mirrorball.discord.announce;

import io.github.mirrorball.discord.Lanes;
import io.github.mirrorball.discord.Work;
import io.github.mirrorball.discord.ballot.OpenCards;
import io.github.mirrorball.schedule.CardLost;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands over cards whose message turned out to be gone, in their polls' lanes. Thread-safe. */
public final class LostCards {

    private static final Logger LOG = LoggerFactory.getLogger(LostCards.class);

    private final CardLost cardLost;
    private final OpenCards cards;
    private final Lanes lanes;
    private final Work work;

    public LostCards(CardLost cardLost, OpenCards cards, Lanes lanes, Work work) {
        this.cardLost = cardLost;
        this.cards = cards;
        this.lanes = lanes;
        this.work = work;
    }

    /** Only Discord's own word is evidence that a message is gone. */
    static boolean isGone(Throwable failure) {
        return failure instanceof ErrorResponseException answered
                && answered.getErrorResponse() == ErrorResponse.UNKNOWN_MESSAGE;
    }

    /** This message was a poll's card and is gone. */
    void gone(long poll, long message) {
        work.begin();
        lanes.run(poll, () -> {
            try {
                if (cardLost.lost(poll, message)) {
                    LOG.info("The card of poll {} is gone and is posted again", poll);
                }
                cards.remove(message);
            } catch (RuntimeException broken) {
                LOG.error("The lost card of poll {} could not be owed again", poll, broken);
            } finally {
                work.end();
            }
        });
    }
}

package io.github.mirrorball.league;

import io.github.mirrorball.outbox.Cards;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Season;
import java.util.Optional;

/**
 * What follows when a poll's card is not where it was: its message was deleted, or its season was moved to another channel. The picks
 * stay, the memory of the card's reactions goes, and a new card is owed where one is still of use. Thread-safe.
 */
public final class RepostCard {

    private final Transactions transactions;
    private final Seasons seasons;
    private final Polls polls;
    private final Cards cards;
    private final Outbox outbox;
    private final Runnable owed;

    /** @param owed is run after a commit, since there is something to post */
    public RepostCard(
            Transactions transactions, Seasons seasons, Polls polls, Cards cards, Outbox outbox, Runnable owed) {
        this.transactions = transactions;
        this.seasons = seasons;
        this.polls = polls;
        this.cards = cards;
        this.outbox = outbox;
        this.owed = owed;
    }

    /**
     * The message of a poll's card is gone. To be told in the poll's lane, so that the reactions that were given before are dealt with
     * before. False, with nothing changed, if it is not the poll's card, or if that was known already.
     */
    public boolean repostLost(long poll, long message) {
        return transactions.inOne(() -> polls.find(poll)
                .flatMap(found -> seasons.hold(found.season()))
                .flatMap(season -> holdPoll(poll)
                        .filter(held -> cards.forget(poll, message))
                        .map(held -> again(season, held)))
                .isPresent());
    }

    /**
     * The card of a poll was posted, and taken away before anybody knew its message. To be told in the poll's lane, as {@link #repostLost} is.
     */
    public void repost(long poll) {
        transactions.inOne(() -> {
            polls.find(poll)
                    .flatMap(found -> seasons.hold(found.season()))
                    .ifPresent(season -> holdPoll(poll).filter(this::lacksCard).ifPresent(open -> again(season, open)));
            return poll;
        });
    }

    private boolean lacksCard(Poll poll) {
        return poll.state() == PollState.OPEN
                && outbox.posted(new Notice.Card(poll.id())).isEmpty()
                && !cards.isComing(poll.id());
    }

    /**
     * A season is posted in another channel from now on. Called inside the transaction that moved it, with the season held: cards of open
     * polls that stand elsewhere are withdrawn there and owed here, and so are those that could not be posted at all.
     */
    public void moveCards(Season season) {
        polls.ofSeason(season.id()).stream()
                .filter(poll -> poll.state() == PollState.OPEN)
                .flatMap(poll -> holdPoll(poll.id()).stream())
                .forEach(poll -> follow(season, poll));
        outbox.unpark(season.server());
    }

    private void follow(Season season, Poll poll) {
        Optional<Outbox.Posted> card = outbox.posted(new Notice.Card(poll.id()));
        if (lacksCard(poll)) {
            again(season, poll);
        }
        card.filter(at -> at.channel() != season.posting().channel())
                .filter(at -> cards.forget(poll.id(), at.message()))
                .ifPresent(at -> {
                    again(season, poll);
                    outbox.owe(season.id(), new Notice.CardWithdrawn(poll.id(), at.channel(), at.message()));
                });
    }

    /**
     * A new card of a poll stands while reactions on its earlier one were still taken: they mean nothing on the new one. To be told in the
     * poll's lane, before reactions on the new one are.
     */
    public void onReplaced(long poll) {
        transactions.inOne(() -> {
            holdPoll(poll).ifPresent(open -> cards.forgetReactions(poll));
            return poll;
        });
    }

    private Optional<Poll> holdPoll(long poll) {
        return polls.gate(poll, "").flatMap(eligibility -> polls.find(poll));
    }

    private boolean again(Season season, Poll poll) {
        boolean open = poll.state() == PollState.OPEN;
        if (!season.archived() && (open || poll.state() == PollState.LOCKED)) {
            outbox.owe(season.id(), new Notice.Card(poll.id()));
            transactions.runAfterCommit(owed);
        }
        if (!season.archived() && open) {
            outbox.owe(season.id(), new Notice.Seeds(poll.id()));
        }
        return true;
    }
}

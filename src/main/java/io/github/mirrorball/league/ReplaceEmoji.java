package io.github.mirrorball.league;

import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.poll.Ballot;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import java.util.Set;

/** Puts letters in the place of emoji that Discord does not take, on the ballot of one poll. Thread-safe. */
public final class ReplaceEmoji {

    private final Transactions transactions;
    private final Seasons seasons;
    private final Polls polls;
    private final Outbox outbox;
    private final Runnable owed;

    /** @param owed is run after a commit, since there is something to post */
    public ReplaceEmoji(Transactions transactions, Seasons seasons, Polls polls, Outbox outbox, Runnable owed) {
        this.transactions = transactions;
        this.seasons = seasons;
        this.polls = polls;
        this.outbox = outbox;
        this.owed = owed;
    }

    /** A letter stands for each outcome that has one of these emoji; its card is brought up to date where there is any. */
    public void on(long poll, Set<String> refused) {
        transactions.inOne(() -> polls.find(poll)
                .flatMap(found -> seasons.hold(found.season()))
                .flatMap(season -> polls.gate(poll, "").flatMap(eligibility -> polls.find(poll)))
                .filter(held -> replaced(held, refused))
                .isPresent());
    }

    private boolean replaced(Poll poll, Set<String> refused) {
        Poll lettered = poll;
        for (Outcome outcome : poll.outcomes()) {
            if (refused.contains(outcome.emoji())) {
                lettered = lettered.with(Ballot.withLetter(lettered.outcomes(), outcome.id()));
            }
        }
        if (lettered.equals(poll)) {
            return false;
        }
        polls.save(lettered);
        outbox.owe(poll.season(), new Notice.CardChanged(poll.id()));
        if (poll.state() == PollState.OPEN) {
            outbox.owe(poll.season(), new Notice.Seeds(poll.id()));
        }
        transactions.runAfterCommit(owed);
        return true;
    }
}

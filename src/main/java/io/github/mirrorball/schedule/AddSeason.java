package io.github.mirrorball.schedule;

import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.Seasons;
import io.github.mirrorball.show.Transactions;

/** Adds a season to a server and schedules what it asks. Thread-safe. */
public final class AddSeason {

    private final Transactions transactions;
    private final Seasons seasons;
    private final Agenda agenda;
    private final Runnable due;

    /** @param due is run after a commit, since polls may be due already */
    public AddSeason(Transactions transactions, Seasons seasons, Agenda agenda, Runnable due) {
        this.transactions = transactions;
        this.seasons = seasons;
        this.agenda = agenda;
        this.due = due;
    }

    /** Adds the season and returns its id. */
    public long add(long server, SeasonPlan plan, Posting posting, long by) {
        return transactions.inOne(() -> {
            long id = seasons.add(server, plan, posting, by);
            seasons.hold(id).ifPresent(agenda::keep);
            transactions.afterCommit(due);
            return id;
        });
    }
}

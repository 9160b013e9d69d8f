package io.github.mirrorball.league;

import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.SeasonPlan;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Adds a season to a server and schedules what it asks. Thread-safe. */
public final class AddSeason {

    private final Transactions transactions;
    private final Seasons seasons;
    private final Agenda agenda;
    private final AuditLog audit;
    private final Runnable due;
    private final Clock clock;

    /** @param due is run after a commit, since polls may be due already */
    public AddSeason(
            Transactions transactions, Seasons seasons, Agenda agenda, AuditLog audit, Runnable due, Clock clock) {
        this.transactions = transactions;
        this.seasons = seasons;
        this.agenda = agenda;
        this.audit = audit;
        this.due = due;
        this.clock = clock;
    }

    /** Adds the season and returns its id. */
    public long add(long server, SeasonPlan plan, Posting posting, long by) {
        return transactions.inOne(() -> {
            long id = seasons.add(server, plan, posting, by);
            seasons.hold(id).ifPresent(agenda::keep);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            audit.note(id, new AuditLog.Entry(now, by, "season.add", "", plan.title()));
            transactions.runAfterCommit(due);
            return id;
        });
    }
}

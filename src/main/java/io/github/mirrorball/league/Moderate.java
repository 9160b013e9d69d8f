package io.github.mirrorball.league;

import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.poll.Club;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.show.Season;
import java.time.Clock;
import java.util.Optional;

/**
 * What a host does about names that do not belong in a server: clubs are renamed or removed, and fans are taken out of a season's rows and put
 * back. Their picks count as before, in counts, in underdog shares and for The Crowd. All of it is in the log. Thread-safe.
 */
public final class Moderate {

    private final Transactions transactions;
    private final Seasons seasons;
    private final Clubs clubs;
    private final Fans fans;
    private final Scores scores;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Runnable owed;
    private final Clock clock;

    /** @param owed is run after a commit, since there are posts to change */
    public Moderate(
            Transactions transactions,
            Seasons seasons,
            Clubs clubs,
            Fans fans,
            Scores scores,
            Outbox outbox,
            AuditLog audit,
            Runnable owed,
            Clock clock) {
        this.transactions = transactions;
        this.seasons = seasons;
        this.clubs = clubs;
        this.fans = fans;
        this.scores = scores;
        this.outbox = outbox;
        this.audit = audit;
        this.owed = owed;
        this.clock = clock;
    }

    /** Gives a club another name. False if another club has it; empty if the club is gone. */
    public Optional<Boolean> rename(long club, String name, long by) {
        return transactions.inOne(() -> clubs.hold(club).map(held -> {
            boolean renamed = clubs.rename(club, name);
            if (renamed) {
                note(held, by, "club.rename", name);
            }
            return renamed;
        }));
    }

    /** Removes a club. False if it is gone already. */
    public boolean remove(long club, long by) {
        return transactions.inOne(() -> {
            Optional<Club> held = clubs.hold(club);
            held.ifPresent(known -> {
                clubs.remove(club);
                note(known, by, "club.remove", "");
            });
            return held.isPresent();
        });
    }

    private void note(Club club, long by, String what, String after) {
        audit.noteInServer(club.server(), new AuditLog.Entry(clock.instant(), by, what, club.name(), after));
    }

    /** Takes a fan out of a season's rows, or puts them back. False if they are where they should be already, or the season is gone. */
    public boolean hide(long season, Fan fan, boolean away, long by) {
        return transactions.inOne(() -> seasons.hold(season)
                .filter(held -> fans.setHidden(season, fan.id(), away))
                .map(held -> hidden(held, fan, away, by))
                .isPresent());
    }

    /** The log names them by the number that the tables have, which says nothing once they are erased. */
    private Season hidden(Season season, Fan fan, boolean away, long by) {
        scores.replace(season);
        Redaction.owe(outbox, season);
        String number = Long.toString(fan.id());
        audit.note(
                season.id(),
                new AuditLog.Entry(
                        clock.instant(), by, away ? "fan.hide" : "fan.show", away ? number : "", away ? "" : number));
        transactions.runAfterCommit(owed);
        return season;
    }
}

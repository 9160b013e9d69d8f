package io.github.mirrorball.league;

import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Corrections;
import java.util.Optional;

/**
 * Lets a version of a result take effect for fans: the polls, the points, the standings, what is due next, and the notices owed. Called inside
 * the transaction that recorded the version, or that of its reveal, with the season held.
 */
public final class RevealResult {

    private final Reveals reveals;
    private final Agenda agenda;
    private final Scores scores;
    private final Outbox outbox;

    public RevealResult(Reveals reveals, Agenda agenda, Scores scores, Outbox outbox) {
        this.reveals = reveals;
        this.agenda = agenda;
        this.scores = scores;
        this.outbox = outbox;
    }

    /** A version was recorded: it takes effect at once, or else only its reveal is put on the agenda. */
    void schedule(Season before, int episode, ResultVersion version) {
        Season after = before.recorded(episode, version);
        if (version.isDelayed()) {
            agenda.keep(after);
        } else {
            takeEffect(before, after, episode, version);
        }
    }

    /** The instant of a version's reveal has come. One that was corrected meanwhile is revealed by its correction. */
    void reveal(Season season, int episode, int version) {
        Optional.ofNullable(season.pending().get(episode))
                .filter(pending -> pending.version() == version)
                .ifPresent(pending -> {
                    reveals.reveal(season.id(), episode, version);
                    takeEffect(season, season.revealed(episode), episode, pending);
                });
    }

    private void takeEffect(Season before, Season after, int episode, ResultVersion version) {
        agenda.keep(after);
        if (before.results().containsKey(episode)) {
            scores.correct(after, new Corrections.Version(after.id(), episode, version.version()));
        } else {
            scores.replace(after);
        }
        outbox.owe(after.id(), new Notice.Resulted(after.id(), episode, version.version()));
    }
}

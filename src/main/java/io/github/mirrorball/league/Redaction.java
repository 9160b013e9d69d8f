package io.github.mirrorball.league;

import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;

/** Takes names out of what was posted. */
final class Redaction {

    private Redaction() {}

    /** Owes an edit of every post of a running season that may name a fan. One that is only on its way is edited once it is there. */
    static void owe(Outbox outbox, Season season) {
        Season entered = season.asEntered();
        for (Episode episode : season.archived() ? season.episodes().subList(0, 0) : season.episodes()) {
            for (int version = 1; version <= entered.version(episode.number()); version++) {
                outbox.owe(season.id(), new Notice.ResultRedacted(season.id(), episode.number(), version));
            }
        }
    }
}

package io.github.mirrorball.schedule;

import io.github.mirrorball.schedule.Moment.Aired;
import io.github.mirrorball.schedule.Moment.Nudge;
import io.github.mirrorball.schedule.Moment.Reminder;
import io.github.mirrorball.schedule.Moment.Reveal;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.Seasons;
import java.time.Instant;
import java.util.List;

/** What a season's moments bring about. Called inside the transaction that marks them as done, with the season held. */
public final class Week {

    private final Seasons seasons;
    private final Moments moments;
    private final EventCalendar events;

    public Week(Seasons seasons, Moments moments, EventCalendar events) {
        this.seasons = seasons;
        this.moments = moments;
        this.events = events;
    }

    /** Does what is due and was not done. One that is no longer there was taken back, and nothing comes of it. */
    void come(Season season, List<Moment> due, Instant now) {
        List<Moment> taken =
                due.stream().filter(each -> moments.done(season.id(), each)).toList();
        for (Moment moment : taken) {
            // Another of them may have changed the season.
            seasons.find(season.id()).ifPresent(current -> come(current, moment, now));
        }
    }

    private void come(Season season, Moment moment, Instant now) {
        if (moment instanceof Reminder reminder) {
            remind(season, reminder, now);
        } else if (moment instanceof Nudge nudge) {
            nudge(season, nudge);
        } else if (moment instanceof Aired) {
            events.keep(season);
        } else if (moment instanceof Reveal reveal) {
            reveal(season, reveal);
        }
    }

    private void remind(Season season, Reminder reminder, Instant now) {}

    private void nudge(Season season, Nudge nudge) {}

    private void reveal(Season season, Reveal reveal) {}
}

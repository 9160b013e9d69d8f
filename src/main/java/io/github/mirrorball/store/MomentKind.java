package io.github.mirrorball.store;

import io.github.mirrorball.schedule.Moment;
import java.time.Duration;
import java.time.Instant;

/** The kinds of moments as rows hold them: what a moment is about is a text, by which it is found again when its season changed. */
enum MomentKind {
    REMINDER {
        @Override
        Moment moment(String[] about, Instant at) {
            return new Moment.Reminder(Instant.parse(about[0]), Duration.parse(about[1]), at);
        }
    },
    NUDGE {
        @Override
        Moment moment(String[] about, Instant at) {
            return new Moment.Nudge(Integer.parseInt(about[0]), at);
        }
    },
    AIRED {
        @Override
        Moment moment(String[] about, Instant at) {
            return new Moment.Aired(Integer.parseInt(about[0]), at);
        }
    },
    REVEAL {
        @Override
        Moment moment(String[] about, Instant at) {
            return new Moment.Reveal(Integer.parseInt(about[0]), Integer.parseInt(about[1]), at);
        }
    };

    abstract Moment moment(String[] about, Instant at);

    Moment moment(String about, Instant at) {
        return moment(about.split(" ", -1), at);
    }

    /** A moment's kind and what it is about. */
    record Key(MomentKind kind, String about) {}

    static Key key(Moment moment) {
        if (moment instanceof Moment.Reminder reminder) {
            return new Key(REMINDER, reminder.locksAt() + " " + reminder.lead());
        }
        if (moment instanceof Moment.Nudge nudge) {
            return new Key(NUDGE, Integer.toString(nudge.episode()));
        }
        if (moment instanceof Moment.Aired aired) {
            return new Key(AIRED, aired.episode() + " " + aired.at());
        }
        if (moment instanceof Moment.Reveal reveal) {
            return new Key(REVEAL, reveal.episode() + " " + reveal.version());
        }
        throw new IllegalArgumentException("No kind for " + moment);
    }
}

package io.github.mirrorball.outbox;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * Something that is owed to a season's channel, its hosts, a fan or a server: a kind and ids, no text. It is put into words when it is sent, from what is true then.
 */
public sealed interface Notice {

    /** What sending it does at Discord, which decides how it is repeated after a failure. */
    enum Means {
        /** Posts a message once. */
        CREATE,
        /** Brings an earlier message up to date; the latest wins. */
        EDIT,
        /** Puts the reactions on a card; repeating it does no harm. */
        SEED,
        /** Brings a scheduled event of the server in step with its episode; the latest wins. */
        EVENT
    }

    /** How it is sent. */
    Means means();

    /** Where it goes. */
    default Place place() {
        return Place.SEASON;
    }

    /** Whether it is about something to come, so that it must not go out once that has come or is off. */
    default boolean expires() {
        return false;
    }

    /** The polls of a season that lock at this instant are open still. */
    record Reminder(long season, Instant locksAt) implements Notice {
        @Override
        public Means means() {
            return Means.CREATE;
        }

        @Override
        public boolean expires() {
            return true;
        }
    }

    /** The same for one fan who wanted to be reminded and has not picked in all of them. */
    record DirectReminder(long season, Instant locksAt, long fan) implements Notice {
        @Override
        public Means means() {
            return Means.CREATE;
        }

        @Override
        public Place place() {
            return new Place.DirectMessages(fan);
        }

        @Override
        public boolean expires() {
            return true;
        }
    }

    /** An episode is over and has no result yet. */
    record Nudge(long season, int episode) implements Notice {
        @Override
        public Means means() {
            return Means.CREATE;
        }

        @Override
        public Place place() {
            return Place.HOSTS;
        }

        @Override
        public boolean expires() {
            return true;
        }
    }

    /** The locks of these open polls have moved with what their season says. */
    record Moved(long season, List<Long> polls) implements Notice {
        public Moved {
            polls = List.copyOf(polls);
        }

        @Override
        public Means means() {
            return Means.CREATE;
        }
    }

    /** The polls of a season that lock at this instant are locked. */
    record Locked(long season, Instant locksAt) implements Notice {
        @Override
        public Means means() {
            return Means.CREATE;
        }
    }

    /** A version of an episode's result is in. */
    record Resulted(long season, int episode, int version) implements Notice {
        @Override
        public Means means() {
            return Means.CREATE;
        }
    }

    /** The post of a result may name somebody who must not be named any more; with it go the picture and the standings of an earlier night. */
    record ResultRedacted(long season, int episode, int version) implements Notice {
        @Override
        public Means means() {
            return Means.EDIT;
        }

        /** What was posted. */
        public Resulted post() {
            return new Resulted(season, episode, version);
        }
    }

    /**
     * The cast changed under open polls, so that their fans can pick again.
     *
     * @param episode the number of their episode; empty for season-long polls
     */
    record CastChanged(long season, OptionalInt episode) implements Notice {
        @Override
        public Means means() {
            return Means.CREATE;
        }
    }

    /**
     * A host changed a poll outside its timetable.
     *
     * @param at when, by the show clock
     */
    record ChangedByHand(long poll, Deed deed, Instant at) implements Notice {

        /** What the host did. */
        public enum Deed {
            LOCK_MOVED,
            REOPENED,
            CALLED_OFF
        }

        @Override
        public Means means() {
            return Means.CREATE;
        }
    }

    /** A season begins: its first polls open. */
    record SeasonOpened(long season) implements Notice {
        @Override
        public Means means() {
            return Means.CREATE;
        }
    }

    /** An open poll's card. */
    record Card(long poll) implements Notice {
        @Override
        public Means means() {
            return Means.CREATE;
        }
    }

    /** What stands on a poll's card has changed. */
    record CardChanged(long poll) implements Notice {
        @Override
        public Means means() {
            return Means.EDIT;
        }
    }

    /** A poll's earlier card, in a channel that its season has left, is to be taken away once the new one stands. */
    record CardWithdrawn(long poll, long channel, long message) implements Notice {
        @Override
        public Means means() {
            return Means.EDIT;
        }
    }

    /** A poll's card needs its reactions. */
    record Seeds(long poll) implements Notice {
        @Override
        public Means means() {
            return Means.SEED;
        }
    }

    /**
     * The bot was invited to a server, which has no season yet.
     *
     * @param language in which it greets, as a BCP 47 tag
     */
    record Greeting(long server, long channel, String language) implements Notice {
        @Override
        public Means means() {
            return Means.CREATE;
        }

        @Override
        public Place place() {
            return new Place.Channel(channel);
        }
    }

    /** What stands for an episode among its server's scheduled events may have to change; the season may be gone. */
    record Event(long server, long season, int episode) implements Notice {
        @Override
        public Means means() {
            return Means.EVENT;
        }
    }
}

package io.github.mirrorball.league;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Port: in which servers the bot has greeted. Instants are wire time. Thread-safe; every method joins the caller's transaction. */
public interface Greetings {

    /** From when on the bot greets where it is invited: the instant at which this was asked first. */
    Instant ensureSince(Instant now);

    /** The servers of this process that are greeted. */
    Set<Long> greeted();

    /** These servers are greeted from now on. Returns how many of them were not before. */
    int add(Collection<Long> servers);
}

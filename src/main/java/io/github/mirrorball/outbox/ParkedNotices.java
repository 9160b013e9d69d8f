package io.github.mirrorball.outbox;

import java.time.Instant;
import java.util.List;

/** Port: the notices that did not get where they should. Instants are wire time. Thread-safe; joins the caller's transaction. */
public interface ParkedNotices {

    /**
     * A server's notices that wait for something to be mended, could not be posted at all, or have been tried in vain a few times; the newest
     * first, from seasons that are not archived.
     */
    List<Trouble> of(long server, int most);

    /** How it stands with a notice. */
    enum Standing {
        RETRIED,
        PARKED,
        GONE
    }

    /**
     * A notice in trouble.
     *
     * @param why in English, as it was found
     */
    record Trouble(long season, Notice notice, Standing standing, String why, Instant owedAt) {}
}

package io.github.mirrorball.schedule;

import java.util.Optional;

/** Port: which poll's card a message is. Thread-safe; joins the caller's transaction. */
public interface Cards {

    /** The poll whose card this message is, in whatever state the poll is. */
    Optional<Long> pollOn(long message);
}

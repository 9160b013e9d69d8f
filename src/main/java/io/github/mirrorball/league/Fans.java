package io.github.mirrorball.league;

import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Voter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Port: fans. Thread-safe; every method joins the caller's transaction. */
public interface Fans {

    /** The fan behind a voter, added or renamed if need be. */
    Fan seen(Voter voter);

    /** The fan with this user id in a server, if they ever picked. */
    Optional<Fan> find(long server, long user);

    /** The servers where anything is kept of a user: as of a fan, or as of a host who entered results. */
    List<Long> servers(long user);

    /** Removes a fan with picks; the standings of their seasons, which still hold the fan, have to be replaced in the same transaction. */
    void remove(long fan);

    /** The fans with these ids. */
    List<Fan> all(Collection<Long> ids);
}

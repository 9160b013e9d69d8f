package io.github.mirrorball.league;

import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Voter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Port: fans. Thread-safe; every method joins the caller's transaction. */
public interface Fans {

    /** The fan behind a voter, added or renamed if need be. */
    Fan ensure(Voter voter);

    /** The fan with this user id in a server, if they ever picked. */
    Optional<Fan> find(long server, long user);

    /** The servers where anything is kept of a user: as of a fan, or as of a host who entered results or changed anything. */
    List<Long> servers(long user);

    /** Removes a fan with picks; the standings of their seasons, which still hold the fan, have to be replaced in the same transaction. */
    void remove(long fan);

    /** The fans with these ids. */
    List<Fan> all(Collection<Long> ids);

    /** Fans of a server whose name has a text, however it is capitalized, by name. */
    List<Fan> search(long server, String text, int most);

    /** The fans whom a host has taken out of a season's rows. */
    Set<Long> hidden(long season);

    /** Takes a fan out of a season's rows, or puts them back. False if they are where they should be already. */
    boolean setHidden(long season, long fan, boolean hidden);
}

package io.github.mirrorball.league;

import io.github.mirrorball.poll.Club;
import java.util.List;
import java.util.Optional;

/** Port: clubs, of which a fan is in one at a time. Thread-safe; every method joins the caller's transaction. */
public interface Clubs {

    /** Adds a club without members and gives its id; empty when the server has one of that name, however it is capitalized. */
    Optional<Long> add(long server, String name);

    /** The club with this id, whichever server it belongs to. */
    Optional<Club> find(long id);

    /** Like {@link #find}, and holds the club's row until the transaction ends. */
    Optional<Club> hold(long id);

    /** A server's clubs that have members, the largest first. */
    List<Club> of(long server);

    /** The club that a fan is in. */
    Optional<Club> ofFan(long fan);

    /** Makes a fan a member. False, with nothing written, when they are in a club already. */
    boolean join(long club, long fan);

    /** Takes a fan out of their club. */
    void leave(long fan);

    /** Removes a server's clubs that have no members. */
    void tidy(long server);

    /** Gives a club another name. False, with nothing written, when the server has one of that name, however it is capitalized. */
    boolean rename(long club, String name);

    /** Removes a club; its members are in none then. */
    void remove(long club);
}

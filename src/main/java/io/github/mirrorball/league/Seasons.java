package io.github.mirrorball.league;

import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonPlan;
import java.util.List;
import java.util.Optional;

/** Port: seasons with their cast, episodes and results. Thread-safe; every method joins the caller's transaction. */
public interface Seasons {

    /** Adds a season with the results of its plan, entered by this user now. Returns its id. */
    long add(long server, SeasonPlan plan, Posting posting, long by);

    /** The season with this id, whichever server it belongs to: callers that serve a person check the server. */
    Optional<Season> find(long id);

    /** Like {@link #find}, and holds the season's row until the transaction ends, so that changes to one season come one after another. */
    Optional<Season> hold(long id);

    /** A server's seasons, the newest first, archived ones last. */
    List<Named> of(long server);

    /** Writes title, show, zone, cast, episodes, asks, settings, posting and archived as they are now; results stay. */
    void save(Season season);

    /** Adds the next version of an episode's result. False, with nothing written, when that version already exists. */
    boolean record(long season, int episode, ResultVersion version);

    /** All versions of an episode's result, the newest first. */
    List<ResultVersion> history(long season, int episode);

    /** Removes a season and everything that belongs to it. */
    void remove(long id);

    /** A season's id and title, for lists. */
    record Named(long id, String title, boolean archived) {}
}

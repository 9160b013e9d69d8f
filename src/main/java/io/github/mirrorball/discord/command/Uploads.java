package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.sheet.Sheet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Files that hosts have sent and not decided about yet. They are kept in memory, the last few of them: whoever comes too late sends the file
 * again. Thread-safe.
 */
public final class Uploads {

    private static final int MOST = 30;

    private final Map<Long, Upload> kept = new LinkedHashMap<>();
    private long last;

    /**
     * A file that was read.
     *
     * @param season to whose results it adds; 0 where that is not decided
     * @param episode that a night without a number belongs to; 0 if that was not said
     * @param plan the season that it could become; empty for results alone
     * @param chosen keys of the differences in which it is right
     */
    record Upload(long user, long season, int episode, Sheet sheet, Optional<SeasonPlan> plan, Set<String> chosen) {

        Upload {
            chosen = Set.copyOf(chosen);
        }

        Upload of(long other) {
            return new Upload(user, other, episode, sheet, plan, chosen);
        }

        Upload choosing(Set<String> keys) {
            return new Upload(user, season, episode, sheet, plan, keys);
        }
    }

    /** Keeps a file and returns its id. */
    synchronized long keep(Upload upload) {
        kept.put(++last, upload);
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        return last;
    }

    /** The file with this id, if this user sent it and it is still kept. */
    synchronized Upload find(long id, long user) {
        return Optional.ofNullable(kept.get(id))
                .filter(upload -> upload.user() == user)
                .orElseThrow(() -> new Rejection("import.expired"));
    }

    synchronized void replace(long id, Upload upload) {
        kept.replace(id, upload);
    }

    synchronized void drop(long id) {
        kept.remove(id);
    }
}

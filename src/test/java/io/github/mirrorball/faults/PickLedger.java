package io.github.mirrorball.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What fans know of their picks: what was acknowledged must be kept; what was tried since, and not acknowledged, may be. A vote by reaction is
 * acknowledged when the bot has nothing left to do.
 */
final class PickLedger {

    private final Map<LeagueFile.Key, Set<Optional<String>>> possible = new LinkedHashMap<>();
    private final Map<LeagueFile.Key, Optional<String>> reacted = new LinkedHashMap<>();
    private final Diary diary;
    private int acknowledged;

    PickLedger(Diary diary) {
        this.diary = diary;
    }

    /** Somebody asks for this, by a means that is acknowledged. */
    void tried(LeagueFile.Key key, Optional<String> pick) {
        diary.note(key + " asks for " + pick);
        reacted.remove(key);
        possible(key).add(pick);
    }

    /** The bot said so. */
    void acknowledged(LeagueFile.Key key, Optional<String> pick) {
        acknowledged++;
        diary.note(key + " has " + pick);
        Set<Optional<String>> picks = possible(key);
        picks.clear();
        picks.add(pick);
    }

    /** Somebody's reactions stand so that this should become their pick. */
    void reacted(LeagueFile.Key key, Optional<String> pick) {
        diary.note(key + " reacts for " + pick);
        possible(key).add(pick);
        reacted.put(key, pick);
    }

    /** The bot has seen every reaction. */
    void settled() {
        reacted.forEach(this::acknowledged);
        reacted.clear();
    }

    /** Whether the bot may not have seen the newest reaction yet. */
    boolean isUnseen(LeagueFile.Key key) {
        return reacted.containsKey(key);
    }

    /** How often something was acknowledged. */
    int acknowledgements() {
        return acknowledged;
    }

    /** What is not as it must be. */
    List<String> faults(Map<LeagueFile.Key, String> picks) {
        List<String> faults = new ArrayList<>();
        possible.forEach((key, allowed) -> {
            Optional<String> found = Optional.ofNullable(picks.get(key));
            if (!allowed.contains(found)) {
                faults.add(key + ": acknowledged is " + allowed + ", kept is " + found);
            }
        });
        return faults;
    }

    private Set<Optional<String>> possible(LeagueFile.Key key) {
        return possible.computeIfAbsent(key, first -> new HashSet<>(Set.of(Optional.empty())));
    }
}

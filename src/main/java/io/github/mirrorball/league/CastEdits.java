package io.github.mirrorball.league;

import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.typed.CastIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes of the cast: who comes, how they are called, who withdraws and who returns (docs/architecture.md, rule 2.6). */
public final class CastEdits {

    private CastEdits() {}

    /** Somebody who joins the cast. */
    public record Newcomer(String name, Optional<String> partner, Optional<String> emoji) {}

    /** Adds contestants, each with an id made from the name; all of them or none. */
    public static Edit add(List<Newcomer> newcomers) {
        return (season, now) -> {
            Season grown = season;
            for (Newcomer newcomer : newcomers) {
                Contestant who = new Contestant(
                        Contestant.id(
                                newcomer.name(),
                                grown.cast().stream().map(Contestant::id).toList()),
                        newcomer.name(),
                        newcomer.partner(),
                        newcomer.emoji());
                Optional<Contestant> same = CastIndex.findIndistinct(who, grown.cast());
                if (same.isPresent()) {
                    return sameName(who, same.get());
                }
                List<Contestant> cast = new ArrayList<>(grown.cast());
                cast.add(who);
                grown = grown.withCast(cast);
            }
            List<Contestant> added =
                    grown.cast().subList(season.cast().size(), grown.cast().size());
            String named = added.stream().map(CastEdits::text).collect(Collectors.joining(", "));
            return new Change.Made(grown, "contestant.add", "", named);
        };
    }

    private static Change sameName(Contestant who, Contestant other) {
        return Change.refused("contestant.sameName", who.label(), other.label());
    }

    /** Removes a contestant of whom no result tells; whoever could be picked is kept by {@link EditSeason}. */
    public static Edit remove(String id) {
        return (season, now) -> {
            Optional<Contestant> who = season.contestant(id);
            if (who.isEmpty()) {
                return Change.refused("fault.contestant.unknown", id);
            }
            boolean isTold = season.asEntered().results().values().stream()
                    .map(ResultVersion::result)
                    .anyMatch(result -> result.gone().contains(id)
                            || result.placements().containsKey(id)
                            || result.totals().containsKey(id));
            if (isTold) {
                return Change.refused("contestant.inResult", who.get().label());
            }
            List<Contestant> others = season.cast().stream()
                    .filter(other -> !other.id().equals(id))
                    .toList();
            return new Change.Made(season.withCast(others), "contestant.remove", text(who.get()), "");
        };
    }

    /** Puts this in place of the contestant with the same id. */
    public static Edit replace(Contestant other) {
        return (season, now) -> season.contestant(other.id())
                .map(before -> replace(season, before, other))
                .orElseGet(() -> Change.refused("fault.contestant.unknown", other.id()));
    }

    private static Change replace(Season season, Contestant before, Contestant after) {
        List<Contestant> others = season.cast().stream()
                .filter(who -> !who.id().equals(after.id()))
                .toList();
        Optional<Contestant> same = CastIndex.findIndistinct(after, others);
        if (same.isPresent() && !before.label().equals(after.label())) {
            return sameName(after, same.get());
        }
        List<Contestant> cast = season.cast().stream()
                .map(who -> who.id().equals(after.id()) ? after : who)
                .toList();
        return new Change.Made(season.withCast(cast), "contestant.edit", text(before), text(after));
    }

    /** Notes a withdrawal with the earliest episode whose leavers are not known yet. */
    public static Edit withdraw(String id, long by) {
        return (season, now) -> {
            Optional<Contestant> who = season.contestant(id);
            if (who.isEmpty()) {
                return Change.refused("fault.contestant.unknown", id);
            }
            if (gone(season.asEntered()).contains(id)) {
                return Change.refused("contestant.alreadyOut", who.get().label());
            }
            return season.episodes().stream()
                    .filter(episode -> !season.asEntered().isIn(episode.number()))
                    .findFirst()
                    .map(episode -> withdrawn(season, episode, who.get(), now, by))
                    .orElseGet(() ->
                            Change.refused("contestant.noEpisode", who.get().label()));
        };
    }

    private static Change withdrawn(Season season, Episode episode, Contestant who, Instant now, long by) {
        List<String> withdrew =
                new ArrayList<>(season.asEntered().result(episode.number()).withdrew());
        withdrew.add(who.id());
        return make(season, episode.number(), withdrew, now, by, "contestant.withdraw", who);
    }

    /** Undoes a withdrawal. */
    public static Edit bringBack(String id, long by) {
        return (season, now) -> {
            Optional<Contestant> who = season.contestant(id);
            if (who.isEmpty()) {
                return Change.refused("fault.contestant.unknown", id);
            }
            return season.episodes().stream()
                    .map(Episode::number)
                    .filter(number ->
                            season.asEntered().result(number).withdrew().contains(id))
                    .findFirst()
                    .map(number -> returnContestant(season, number, who.get(), now, by))
                    .orElseGet(() ->
                            Change.refused("contestant.notWithdrawn", who.get().label()));
        };
    }

    private static Change returnContestant(Season season, int episode, Contestant who, Instant now, long by) {
        List<String> withdrew = season.asEntered().result(episode).withdrew().stream()
                .filter(other -> !other.equals(who.id()))
                .toList();
        return make(season, episode, withdrew, now, by, "contestant.return", who);
    }

    private static Change make(
            Season season, int episode, List<String> withdrew, Instant now, long by, String what, Contestant who) {
        Season entered = season.asEntered();
        Result known = entered.result(episode);
        Result result = new Result(known.eliminated(), withdrew, known.marks(), known.placements(), known.answers());
        Instant reveals = Optional.ofNullable(season.pending().get(episode))
                .map(ResultVersion::reveals)
                .filter(now::isBefore)
                .orElse(now);
        ResultVersion version = new ResultVersion(entered.version(episode) + 1, result, now, by, reveals);
        boolean back = what.equals("contestant.return");
        String night = who.label() + " (" + episode + ")";
        return new Change.Made(
                season.recorded(episode, version), what, back ? night : who.label(), back ? who.label() : night);
    }

    private static Set<String> gone(Season season) {
        Set<String> gone = new HashSet<>();
        season.results()
                .values()
                .forEach(version -> gone.addAll(version.result().gone()));
        return gone;
    }

    private static String text(Contestant who) {
        return who.emoji().map(emoji -> emoji + " ").orElse("") + who.label();
    }
}

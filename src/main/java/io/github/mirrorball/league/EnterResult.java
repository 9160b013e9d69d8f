package io.github.mirrorball.league;

import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.ResultRules;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.file.SeasonFileJson;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Enters a version of an episode's result. In one transaction: the version, and either its effect or, where the season delays results,
 * the moment of its reveal.
 * Thread-safe; the season's row decides who of two hosts was first.
 */
public final class EnterResult {

    private final Transactions transactions;
    private final Seasons seasons;
    private final RevealResult revealResult;
    private final AuditLog audit;
    private final Runnable due;
    private final Clock clock;

    /** @param due is run after a commit, since polls may have become due */
    public EnterResult(
            Transactions transactions,
            Seasons seasons,
            RevealResult revealResult,
            AuditLog audit,
            Runnable due,
            Clock clock) {
        this.transactions = transactions;
        this.seasons = seasons;
        this.revealResult = revealResult;
        this.audit = audit;
        this.due = due;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Answer {

        /**
         * It is kept.
         *
         * @param reveals when it takes effect for fans; empty if it has
         */
        record Entered(int version, Optional<Instant> reveals) implements Answer {}

        /** The version that its host saw is not the newest, or never was; nothing was written. */
        record Overtaken(Optional<ResultVersion> newest) implements Answer {}

        /** It cannot be; nothing was written. */
        record Refused(List<Fault> faults) implements Answer {}
    }

    /**
     * Enters a result on top of the version that its host saw.
     *
     * @param base that version, 0 for none
     */
    public Answer enter(long season, int episode, int base, Result result, long by) {
        return transactions.inOne(() -> seasons.hold(season)
                .map(held -> enter(held, episode, base, result, by))
                .orElseGet(() -> refused(Fault.at("", "fault.season.unknown"))));
    }

    /** What stands against a result, without entering it. */
    public List<Fault> faults(Season held, int number, Result result) {
        Season season = held.asEntered();
        Optional<Episode> episode = season.episode(number);
        if (episode.isEmpty()) {
            return List.of(Fault.at("", "fault.episode.unknown", number));
        }
        if (clock.instant().isBefore(episode.get().airs(season.zone()))) {
            return List.of(Fault.at("", "fault.episode.notAired", number));
        }
        List<Fault> faults = new ArrayList<>(ResultRules.faults(season, episode.get(), result));
        int in = with(season, number, new ResultVersion(1, result, clock.instant(), 0))
                .mostIn();
        if (in > Season.MOST_IN && in > season.mostIn()) {
            faults.add(Fault.at("", "fault.cast.tooMany", Season.MOST_IN, in));
        }
        return faults;
    }

    private Answer enter(Season season, int episode, int base, Result result, long by) {
        List<Fault> faults = faults(season, episode, result);
        if (!faults.isEmpty()) {
            return new Answer.Refused(faults);
        }
        Season known = season.asEntered();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ResultVersion version = new ResultVersion(base + 1, result, now, by, reveals(season, episode, now));
        if (known.version(episode) != base || !seasons.record(season.id(), episode, version)) {
            return new Answer.Overtaken(Optional.ofNullable(known.results().get(episode)));
        }
        revealResult.schedule(season, episode, version);
        audit.note(season.id(), entry(known, episode, version));
        transactions.runAfterCommit(due);
        return new Answer.Entered(
                version.version(), version.isDelayed() ? Optional.of(version.reveals()) : Optional.empty());
    }

    /**
     * What tells fans who left waits as long as the season says; what corrects it waits for the same instant, and is delayed no further
     * once that has come.
     */
    private static Instant reveals(Season season, int episode, Instant now) {
        Optional<ResultVersion> pending = Optional.ofNullable(season.pending().get(episode));
        Instant usual = season.isIn(episode) ? now : now.plus(season.settings().revealDelay());
        return pending.map(ResultVersion::reveals)
                .map(waiting -> waiting.isAfter(now) ? waiting : now)
                .orElse(usual);
    }

    private static AuditLog.Entry entry(Season before, int episode, ResultVersion version) {
        String number = episode + ": ";
        String old = before.version(episode) == 0 ? "" : number + SeasonFileJson.text(before.result(episode));
        String now = number + SeasonFileJson.text(version.result());
        return new AuditLog.Entry(version.at(), version.by(), "result.enter", old, now);
    }

    private static Season with(Season season, int episode, ResultVersion version) {
        Map<Integer, ResultVersion> results = new HashMap<>(season.results());
        results.put(episode, version);
        return season.with(results);
    }

    private static Answer refused(Fault fault) {
        return new Answer.Refused(List.of(fault));
    }
}

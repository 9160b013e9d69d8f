package io.github.mirrorball.league;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.file.SeasonRules;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes a season by hand. In one transaction: the season, the versions of results that the change makes, the polls, the points, the
 * notices owed and the entry of the audit log. Thread-safe; changes to one season come one after another.
 */
public final class EditSeason {

    private final Transactions transactions;
    private final Seasons seasons;
    private final Polls polls;
    private final Picks picks;
    private final Agenda agenda;
    private final RepostCard cardLost;
    private final Scores scores;
    private final AuditLog audit;
    private final Runnable due;
    private final Clock clock;

    /** @param due is run after a commit, since polls may have become due */
    public EditSeason(
            Transactions transactions,
            Seasons seasons,
            Polls polls,
            Picks picks,
            Agenda agenda,
            RepostCard cardLost,
            Scores scores,
            AuditLog audit,
            Runnable due,
            Clock clock) {
        this.transactions = transactions;
        this.seasons = seasons;
        this.polls = polls;
        this.picks = picks;
        this.agenda = agenda;
        this.cardLost = cardLost;
        this.scores = scores;
        this.audit = audit;
        this.due = due;
        this.clock = clock;
    }

    /** Polls that people have seen, and the picks in them. */
    public record Seen(int polls, int picks) {}

    /**
     * What a change would take out of the count.
     *
     * @param picks how many picks on polls that are not sealed
     * @param sealed whether it touches open polls that are sealed, too
     */
    public record Voided(int picks, boolean sealed) {}

    /** Makes the change, or tells why it cannot be and writes nothing. */
    public Change edit(long season, long by, Edit edit) {
        return transactions.inOne(() -> seasons.hold(season)
                .map(held -> edit(held, by, edit))
                .orElseGet(() -> Change.refused("fault.season.unknown")));
    }

    private Change edit(Season season, long by, Edit edit) {
        Change change = preview(season, edit);
        if (change instanceof Change.Made made && !made.season().equals(season)) {
            commit(season, made, by);
        }
        return change;
    }

    /** What the change would make of a season, without making it. */
    public Change preview(Season season, Edit edit) {
        Change change = edit.on(season, now());
        if (!(change instanceof Change.Made made)) {
            return change;
        }
        List<Fault> faults = new ArrayList<>(SeasonRules.faults(made.season()));
        faults.removeAll(SeasonRules.faults(season));
        if (!faults.isEmpty()) {
            return new Change.Refused(faults);
        }
        Optional<Contestant> polled = polled(season, made.season());
        if (polled.isPresent()) {
            return Change.refused("contestant.polled", polled.get().label());
        }
        Seen lost = seen(polls.ofSeason(season.id()).stream()
                .filter(poll -> asks(season, poll) && !asks(made.season(), poll))
                .toList());
        return lost.polls() > 0 ? Change.refused("edit.polled", lost.polls(), lost.picks()) : made;
    }

    /** The first who would go although people could pick them. */
    private Optional<Contestant> polled(Season before, Season after) {
        return before.cast().stream()
                .filter(who -> after.contestant(who.id()).isEmpty())
                .filter(who -> polls.ofSeason(before.id()).stream()
                        .filter(poll -> poll.state() != PollState.SCHEDULED)
                        .flatMap(poll -> poll.outcomes().stream())
                        .anyMatch(outcome -> outcome.id().equals(who.id())))
                .findFirst();
    }

    /** How many picks a change would take out of the count, and whether it touches sealed polls, whose picks are not told. */
    public Voided voided(Season before, Season after) {
        int picked = 0;
        boolean sealed = false;
        for (Poll poll : polls.ofSeason(before.id())) {
            Set<String> outcomes = newlyVoid(before, after, poll);
            sealed |= poll.isSealed() && poll.state() == PollState.OPEN && !outcomes.isEmpty();
            picked += poll.isSealed() || poll.state() == PollState.CANCELED ? 0 : picked(poll, outcomes);
        }
        return new Voided(picked, sealed);
    }

    private static Set<String> newlyVoid(Season before, Season after, Poll poll) {
        Set<String> outcomes = new HashSet<>(Ruling.of(after, poll).voided());
        outcomes.removeAll(Ruling.of(before, poll).voided());
        return outcomes;
    }

    private int picked(Poll poll, Set<String> outcomes) {
        Map<String, Integer> tally = picks.tally(poll.id());
        return outcomes.stream()
                .mapToInt(outcome -> tally.getOrDefault(outcome, 0))
                .sum();
    }

    /** What people have seen of a season. */
    public Seen seen(Season season) {
        return seen(polls.ofSeason(season.id()));
    }

    /** Whether any poll of a season is open. */
    public boolean isOpen(Season season) {
        return polls.ofSeason(season.id()).stream().anyMatch(poll -> poll.state() == PollState.OPEN);
    }

    /** Removes a season with everything that belongs to it, its audit log too. That it was removed, and by whom, is kept in its server. */
    public void remove(long season, long by) {
        transactions.inOne(() -> {
            seasons.hold(season).ifPresent(held -> {
                Seen seen = seen(held);
                String was = held.title() + " · " + count(seen.polls(), "poll") + " · " + count(seen.picks(), "pick");
                audit.noteInServer(held.server(), new AuditLog.Entry(now(), by, "season.delete", was, ""));
            });
            seasons.remove(season);
            agenda.endSeason(season);
            transactions.runAfterCommit(due);
            return season;
        });
    }

    private static String count(int number, String of) {
        return number + " " + of + (number == 1 ? "" : "s");
    }

    private Seen seen(List<Poll> some) {
        List<Poll> opened = some.stream()
                .filter(poll -> poll.state() != PollState.SCHEDULED)
                .toList();
        return new Seen(
                opened.size(),
                opened.stream()
                        .flatMap(poll -> picks.tally(poll.id()).values().stream())
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    private static boolean asks(Season season, Poll poll) {
        String key = poll.ask().key();
        return poll.episode().isPresent()
                ? season.episode(poll.episode().getAsInt())
                        .filter(episode -> episode.asks().stream()
                                .anyMatch(ask -> ask.key().equals(key)))
                        .isPresent()
                : season.asks().stream().anyMatch(ask -> ask.key().equals(key));
    }

    private void commit(Season before, Change.Made made, long by) {
        Season after = made.season();
        seasons.save(after);
        after.results().forEach((episode, version) -> record(before, before.results(), episode, version));
        after.pending().forEach((episode, version) -> record(before, before.pending(), episode, version));
        agenda.followEmoji(before, after);
        agenda.keep(after);
        if (before.posting().channel() != after.posting().channel()) {
            cardLost.moveCards(after);
        }
        scores.replace(after);
        audit.note(after.id(), new AuditLog.Entry(now(), by, made.what(), made.before(), made.after()));
        transactions.runAfterCommit(due);
    }

    /** The season is held, so nobody else can have made this version. */
    private void record(Season before, Map<Integer, ResultVersion> known, int episode, ResultVersion version) {
        if (!version.equals(known.get(episode)) && !seasons.record(before.id(), episode, version)) {
            throw new IllegalStateException("Version " + version.version() + " of episode " + episode + " is there");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

package io.github.mirrorball.league;

import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.outbox.Outbox.Owing;
import io.github.mirrorball.poll.Ballot;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.schedule.Due.DuePoll;
import io.github.mirrorball.schedule.Moments;
import io.github.mirrorball.schedule.Timetable;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Keeps a season's polls, moments and scheduled events in step with its episodes and results: the one place where a change reaches them. Called
 * inside the transaction that made the change, with the season held.
 */
public final class Agenda {

    private static final int FEWEST = 2;

    private final Polls polls;
    private final Outbox outbox;
    private final Moments moments;
    private final PlanScheduledEvents events;
    private final EmojiSpelling spelling;
    private final Clock clock;

    public Agenda(
            Polls polls,
            Outbox outbox,
            Moments moments,
            PlanScheduledEvents events,
            EmojiSpelling spelling,
            Clock clock) {
        this.polls = polls;
        this.outbox = outbox;
        this.moments = moments;
        this.events = events;
        this.spelling = spelling;
        this.clock = clock;
    }

    /** Brings polls and moments in step with the season as it is now, and owes what their fans should be told. */
    public void keep(Season season) {
        Season spelled = spelled(season);
        List<Poll> existing = new ArrayList<>(polls.ofSeason(season.id()));
        Set<Notice> owed = new LinkedHashSet<>();
        List<Long> moved = new ArrayList<>();
        for (Poll wanted : wanted(season)) {
            Optional<Poll> known =
                    existing.stream().filter(poll -> isSame(poll, wanted)).findFirst();
            known.ifPresentOrElse(existing::remove, () -> polls.add(wanted));
            known.ifPresent(poll -> owed.addAll(revise(spelled, poll, wanted, moved)));
        }
        existing.stream().filter(poll -> poll.state() == PollState.SCHEDULED).forEach(poll -> polls.remove(poll.id()));
        if (!moved.isEmpty()) {
            owed.add(new Notice.Moved(season.id(), moved));
        }
        owed.forEach(notice -> outbox.owe(season.id(), notice));
        keepMoments(season);
        events.keep(season);
    }

    /** Gives the outcomes of open polls the emoji that their contestants have got since; what was reacted with before counts as before. */
    void followEmoji(Season before, Season after) {
        Set<String> changed = after.cast().stream()
                .filter(who -> before.contestant(who.id())
                        .filter(known -> !known.emoji().equals(who.emoji()))
                        .isPresent())
                .map(Contestant::id)
                .collect(Collectors.toSet());
        if (changed.isEmpty()) {
            return;
        }
        Season spelled = spelled(after);
        for (Poll poll : polls.ofSeason(after.id())) {
            Poll followed = poll.with(Ballot.follow(spelled, poll.outcomes(), changed));
            if (poll.state() == PollState.OPEN && !followed.equals(poll)) {
                polls.save(followed);
                outbox.owe(after.id(), new Notice.CardChanged(poll.id()));
                outbox.owe(after.id(), new Notice.Seeds(poll.id()));
            }
        }
    }

    /** What can be picked in a poll now, with emoji as Discord spells them, and a letter where it has none like that. */
    List<Outcome> outcomes(Season season, Poll poll) {
        return Ballot.of(spelled(season), poll);
    }

    private Season spelled(Season season) {
        return season.withCast(season.cast().stream()
                .map(who -> new Contestant(
                        who.id(), who.name(), who.partner(), who.emoji().flatMap(spelling::spell)))
                .toList());
    }

    /** Owes what is left to be told of a season that was removed. */
    void endSeason(long season) {
        events.endSeason(season);
    }

    /** Brings what else is due in step with the season and its polls, after a change of polls alone. */
    void keepMoments(Season season) {
        List<Poll> polled = polls.ofSeason(season.id());
        moments.keep(season.id(), Timetable.moments(season, polled), clock.instant());
    }

    private static boolean isSame(Poll poll, Poll wanted) {
        return poll.episode().equals(wanted.episode())
                && poll.ask().key().equals(wanted.ask().key());
    }

    private static List<Poll> wanted(Season season) {
        List<Poll> wanted = new ArrayList<>();
        season.episodes().stream()
                .findFirst()
                .ifPresent(first ->
                        season.asks().forEach(ask -> wanted.add(poll(season, OptionalInt.empty(), ask, first))));
        for (Episode episode : season.episodes()) {
            episode.asks().forEach(ask -> wanted.add(poll(season, OptionalInt.of(episode.number()), ask, episode)));
        }
        return wanted;
    }

    private static Poll poll(Season season, OptionalInt number, Ask ask, Episode episode) {
        return new Poll(
                0,
                season.id(),
                season.server(),
                number,
                ask,
                PollState.SCHEDULED,
                Timetable.opens(season, episode),
                Timetable.locks(season, episode),
                season.settings().secret(),
                List.of());
    }

    /** @param movedLocks takes the ids of open polls whose lock is another now */
    private List<Notice> revise(Season season, Poll poll, Poll wanted, List<Long> movedLocks) {
        if (poll.byHand().calledOff()) {
            return List.of();
        }
        Poll moved = isAhead(poll) ? withTimes(season, poll, wanted) : poll;
        Poll revised = poll.state() == PollState.SCHEDULED
                ? moved.secret(wanted.secret())
                : withRuledState(season, moved.with(Ballot.of(season, moved)));
        if (revised.equals(poll)) {
            return List.of();
        }
        polls.save(revised);
        if (revised.state() == PollState.OPEN && !revised.locksAt().equals(poll.locksAt())) {
            movedLocks.add(poll.id());
        }
        return told(poll, revised);
    }

    /** A host's own lock stands, and an opening that was is not moved. */
    private static Poll withTimes(Season season, Poll poll, Poll wanted) {
        return poll.at(
                poll.state() == PollState.OPEN ? poll.opensAt() : wanted.opensAt(),
                poll.byHand().locks(season.zone()).orElse(wanted.locksAt()));
    }

    /** What has happened is not moved any more. */
    private static boolean isAhead(Poll poll) {
        return poll.state() == PollState.SCHEDULED || poll.state() == PollState.OPEN;
    }

    /** The poll in the state that the results give it; one that is still open keeps open until its lock or its result. */
    static Poll withRuledState(Season season, Poll poll) {
        return switch (Ruling.of(season, poll).verdict()) {
            case RESOLVED -> poll.in(PollState.RESOLVED);
            case CANCELED -> poll.in(PollState.CANCELED);
            case PENDING -> poll.state() == PollState.OPEN ? poll : poll.in(PollState.LOCKED);
        };
    }

    private static List<Notice> told(Poll before, Poll after) {
        if (before.state() == PollState.SCHEDULED) {
            return List.of();
        }
        Notice changed = new Notice.CardChanged(after.id());
        if (after.state() != PollState.OPEN) {
            return List.of(changed);
        }
        if (struck(before).equals(struck(after))) {
            boolean more = after.outcomes().size() > before.outcomes().size();
            return more ? List.of(changed, new Notice.Seeds(after.id())) : List.of(changed);
        }
        Notice cast = new Notice.CastChanged(after.season(), after.episode());
        return List.of(cast, changed, new Notice.Seeds(after.id()));
    }

    private static Set<String> struck(Poll poll) {
        Set<String> struck = new TreeSet<>();
        poll.outcomes().stream().filter(Outcome::struck).map(Outcome::id).forEach(struck::add);
        return struck;
    }

    /** Opens a poll that is due, with the cast as it is now; while there is nothing to choose between, it stays as it is. */
    void open(Season season, Poll poll) {
        List<Outcome> outcomes = outcomes(season, poll);
        if (outcomes.size() < FEWEST && poll.ask().kind() != AskKind.SCORE) {
            return;
        }
        if (isFirst(season)) {
            outbox.owe(season.id(), new Notice.SeasonOpened(season.id()));
        }
        polls.save(poll.with(outcomes).in(PollState.OPEN));
        outbox.owe(season.id(), new Notice.Card(poll.id()));
        outbox.owe(season.id(), new Notice.Seeds(poll.id()));
    }

    /** Whether no poll of the season has opened yet, so that it begins now. */
    private boolean isFirst(Season season) {
        return polls.ofSeason(season.id()).stream()
                .allMatch(poll -> poll.state() == PollState.SCHEDULED || poll.state() == PollState.CANCELED);
    }

    /** Locks open polls of many held seasons, of which nothing but their lock has to be known. */
    void lock(List<DuePoll> due) {
        polls.lock(due.stream().map(DuePoll::poll).toList());
        Set<Owing> owed = new LinkedHashSet<>();
        for (DuePoll poll : due) {
            owed.add(new Owing(poll.season(), new Notice.CardChanged(poll.poll())));
            owed.add(new Owing(poll.season(), new Notice.Locked(poll.season(), poll.due())));
        }
        outbox.owe(List.copyOf(owed));
    }

    /** Locks open polls whose time has come together. */
    void lock(Season season, List<Poll> due, Instant at) {
        for (Poll poll : due) {
            polls.save(withRuledState(season, poll.in(PollState.LOCKED)));
            outbox.owe(season.id(), new Notice.CardChanged(poll.id()));
        }
        if (!due.isEmpty()) {
            outbox.owe(season.id(), new Notice.Locked(season.id(), at));
        }
    }
}

package io.github.mirrorball.league;

import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Voter;
import io.github.mirrorball.show.Season;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * Chooses the episode whose points a fan doubles. It can be changed until the chosen episode's first poll locks. Thread-safe; the show
 * clock is read with the season held, so that a lock decides alone whether it is in time.
 */
public final class ChooseJoker {

    private final Transactions transactions;
    private final Seasons seasons;
    private final Polls polls;
    private final Fans fans;
    private final Jokers jokers;
    private final Clock clock;

    public ChooseJoker(Transactions transactions, Seasons seasons, Polls polls, Fans fans, Jokers jokers, Clock clock) {
        this.transactions = transactions;
        this.seasons = seasons;
        this.polls = polls;
        this.fans = fans;
        this.jokers = jokers;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Answer {

        /** The episode is doubled. */
        record Chosen(int episode) implements Answer {}

        /** The season has no jokers. */
        record NoJokers() implements Answer {}

        /** There is no such episode, or it asks nothing. */
        record NothingToDouble() implements Answer {}

        /** The episode's first poll has locked. */
        record TooLate() implements Answer {}

        /** The joker lies on an episode that has locked, and stays there. */
        record Played(int episode) implements Answer {}
    }

    /** Chooses an episode, in place of an earlier choice. */
    public Answer choose(long season, Voter voter, int episode) {
        return transactions.inOne(() ->
                seasons.hold(season).map(held -> choose(held, voter, episode)).orElseGet(Answer.NothingToDouble::new));
    }

    private Answer choose(Season season, Voter voter, int episode) {
        if (!season.settings().joker()) {
            return new Answer.NoJokers();
        }
        List<Poll> all = polls.ofSeason(season.id());
        Instant now = clock.instant();
        if (season.episode(episode).isEmpty() || all.stream().noneMatch(poll -> isOf(episode, poll))) {
            return new Answer.NothingToDouble();
        }
        if (hasLocked(all, episode, now)) {
            return new Answer.TooLate();
        }
        Fan fan = fans.ensure(voter);
        OptionalInt earlier = jokers.of(season.id(), fan.id());
        if (earlier.isPresent() && hasLocked(all, earlier.getAsInt(), now)) {
            return new Answer.Played(earlier.getAsInt());
        }
        jokers.put(season.id(), fan.id(), episode);
        return new Answer.Chosen(episode);
    }

    private static boolean isOf(int episode, Poll poll) {
        return poll.episode().equals(OptionalInt.of(episode)) && poll.state() != PollState.CANCELED;
    }

    private static boolean hasLocked(List<Poll> all, int episode, Instant now) {
        return all.stream().filter(poll -> isOf(episode, poll)).anyMatch(poll -> hasLocked(poll, now));
    }

    private static boolean hasLocked(Poll poll, Instant now) {
        boolean ahead = poll.state() == PollState.SCHEDULED || poll.state() == PollState.OPEN;
        return !ahead || !now.isBefore(poll.locksAt());
    }
}

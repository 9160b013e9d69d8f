package io.github.mirrorball.league;

import io.github.mirrorball.outbox.ParkedNotices;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.schedule.Timetable;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.EmojiKey;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what is amiss with a server's seasons that are not archived, from the tables alone. Thread-safe; instants are of the show clock. */
public final class Diagnostics {

    /** What is due is done at once; a restart takes a little longer. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Seasons seasons;
    private final Polls polls;
    private final ParkedNotices troubles;
    private final Clock clock;

    public Diagnostics(Seasons seasons, Polls polls, ParkedNotices troubles, Clock clock) {
        this.seasons = seasons;
        this.polls = polls;
        this.troubles = troubles;
        this.clock = clock;
    }

    /**
     * How it stands with a season.
     *
     * @param owed episodes that are over and whose result, or a part of it, is not in
     * @param unopened polls that should be open by now
     * @param unlocked polls that should be locked by now
     * @param lettered ids of contestants for whom a letter stands on an open card although they have an emoji
     * @param isOver whether nothing is to be aired and no result is missing any more
     */
    public record Finding(
            Season season,
            List<Episode> owed,
            List<Poll> unopened,
            List<Poll> unlocked,
            Set<String> lettered,
            boolean isOver) {}

    /** The server's seasons, the newest first. */
    public List<Finding> of(long server) {
        Instant now = clock.instant();
        return seasons.of(server).stream()
                .filter(named -> !named.archived())
                .flatMap(named -> seasons.find(named.id()).stream())
                .map(season -> finding(season, polls.ofSeason(season.id()), now))
                .toList();
    }

    /** The server's notices in trouble, the newest first. */
    public List<ParkedNotices.Trouble> troubles(long server, int most) {
        return troubles.of(server, most);
    }

    private static Finding finding(Season season, List<Poll> polls, Instant now) {
        List<Episode> owed = season.episodes().stream()
                .filter(episode -> !episode.ends(season.zone()).isAfter(now))
                .filter(episode -> isOwed(season, episode, polls))
                .toList();
        Instant late = now.minus(PATIENCE);
        List<Poll> unopened = polls.stream()
                .filter(poll ->
                        poll.state() == PollState.SCHEDULED && poll.locksAt().isAfter(now))
                .filter(poll ->
                        poll.opensAt().filter(opens -> !opens.isAfter(late)).isPresent())
                .toList();
        List<Poll> unlocked = polls.stream()
                .filter(poll ->
                        poll.state() == PollState.OPEN && !poll.locksAt().isAfter(late))
                .toList();
        boolean ahead = season.episodes().isEmpty()
                || season.episodes().stream()
                        .anyMatch(episode -> episode.ends(season.zone()).isAfter(now));
        return new Finding(season, owed, unopened, unlocked, lettered(season, polls), !ahead && owed.isEmpty());
    }

    private static Set<String> lettered(Season season, List<Poll> polls) {
        return polls.stream()
                .filter(poll -> poll.state() == PollState.OPEN)
                .flatMap(poll -> poll.outcomes().stream())
                .filter(outcome -> !outcome.struck() && isLettered(season, outcome))
                .map(Outcome::id)
                .collect(Collectors.toSet());
    }

    private static boolean isLettered(Season season, Outcome outcome) {
        return season.contestant(outcome.id())
                .flatMap(Contestant::emoji)
                .filter(emoji -> !EmojiKey.of(emoji).equals(EmojiKey.of(outcome.emoji())))
                .isPresent();
    }

    private static boolean isOwed(Season season, Episode episode, List<Poll> polls) {
        boolean waiting = polls.stream()
                .anyMatch(poll ->
                        poll.episode().equals(OptionalInt.of(episode.number())) && poll.state() == PollState.LOCKED);
        return waiting || (!episode.asks().isEmpty() && !Timetable.isIn(season, episode));
    }
}

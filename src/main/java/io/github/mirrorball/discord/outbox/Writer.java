package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.chart.Picture;
import io.github.mirrorball.discord.route.CommandMentions;
import io.github.mirrorball.discord.view.Gallery;
import io.github.mirrorball.discord.view.LockPost;
import io.github.mirrorball.discord.view.PollCard;
import io.github.mirrorball.discord.view.Posts;
import io.github.mirrorball.discord.view.ResultPost;
import io.github.mirrorball.league.Picks;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.league.Seasons;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Notice.ChangedByHand.Deed;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.reactions.Gaps;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Corrections;
import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Standings;
import io.github.mirrorball.standings.StandingsQuery;
import io.github.mirrorball.wording.Messages;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import net.dv8tion.jda.api.components.container.Container;

/** Puts notices into words, from what is true when they are sent and in the season's language. */
public final class Writer {

    private static final int TOP = 10;
    private static final int CHANGES = 20;
    private static final int CALLERS = 3;

    private final Seasons seasons;
    private final Polls polls;
    private final Picks picks;
    private final Standings standings;
    private final Corrections corrections;
    private final Gaps gaps;
    private final Calls calls;
    private final Gallery gallery;
    private final CommandMentions mentions;

    /** @param clock the show clock, by which what comes too late is not written any more */
    public Writer(
            Seasons seasons,
            Polls polls,
            Picks picks,
            Standings standings,
            Corrections corrections,
            Gaps gaps,
            Clock clock,
            Gallery gallery,
            CommandMentions mentions) {
        this.seasons = seasons;
        this.polls = polls;
        this.picks = picks;
        this.standings = standings;
        this.corrections = corrections;
        this.gaps = gaps;
        this.calls = new Calls(polls, picks, clock);
        this.gallery = gallery;
        this.mentions = mentions;
    }

    /** The message for a notice; empty when what it was about is gone, so that there is nothing to say. */
    Optional<Container> write(long seasonId, Notice notice) {
        return write(seasonId, notice, Optional.empty());
    }

    /** Whether a picture goes with a notice, so that it is worth waiting for one. */
    boolean isPictured(long seasonId, Notice notice) {
        return notice instanceof Notice.Resulted resulted
                && seasons.find(seasonId)
                        .flatMap(season -> season.episode(resulted.episode()))
                        .isPresent();
    }

    /** The picture that goes with a notice. */
    Optional<Gallery.Sketch> sketch(long seasonId, Notice notice) {
        return seasons.find(seasonId).flatMap(season -> sketch(season, words(season), notice));
    }

    private Optional<Gallery.Sketch> sketch(Season season, Messages words, Notice notice) {
        if (!(notice instanceof Notice.Resulted resulted)) {
            return Optional.empty();
        }
        return season.result(resulted.episode()).placements().isEmpty()
                ? gallery.race(words, season, OptionalLong.empty())
                : gallery.podium(words, season);
    }

    private static Messages words(Season season) {
        return Messages.in(season.settings().language());
    }

    /** The message for a notice, with its picture where there is one. */
    Optional<Container> write(long seasonId, Notice notice, Optional<Picture> picture) {
        if (notice instanceof Notice.Greeting greeting) {
            return greeting(greeting);
        }
        return seasons.find(seasonId)
                .flatMap(season -> write(season, words(season), notice, picture)
                        .map(panel -> mentions.in(panel, words(season)))
                        .map(panel -> panel.withSpoiler(season.settings().hideSpoilers() && tellsResult(notice))));
    }

    /** Whether whoever has not seen the show yet should not see this by accident. */
    private boolean tellsResult(Notice notice) {
        if (notice instanceof Notice.CardChanged changed) {
            return polls.find(changed.poll())
                    .filter(poll -> poll.state() == PollState.RESOLVED)
                    .isPresent();
        }
        return notice instanceof Notice.Resulted
                || notice instanceof Notice.ResultRedacted
                || notice instanceof Notice.CastChanged;
    }

    private Optional<Container> write(Season season, Messages words, Notice notice, Optional<Picture> picture) {
        if (notice instanceof Notice.Card card) {
            return card(season, words, card.poll());
        }
        if (notice instanceof Notice.CardChanged changed) {
            return card(season, words, changed.poll());
        }
        if (notice instanceof Notice.SeasonOpened) {
            return Optional.of(Posts.seasonOpened(words, season));
        }
        if (notice instanceof Notice.Locked locked) {
            return locked(season, words, locked);
        }
        if (notice instanceof Notice.Resulted resulted) {
            return resulted(season, words, resulted, below(season, resulted), picture);
        }
        if (notice instanceof Notice.ResultRedacted redacted) {
            return resulted(season, words, redacted.post(), redacted(season, redacted.post()), Optional.empty());
        }
        if (notice instanceof Notice.ChangedByHand changed) {
            return changedByHand(season, words, changed);
        }
        return notice instanceof Notice.CastChanged changed
                ? castChanged(season, words, changed)
                : call(season, words, notice);
    }

    /** Where somebody has set up a season meanwhile, nobody has to be told how. */
    private Optional<Container> greeting(Notice.Greeting notice) {
        Messages words = Messages.in(notice.language());
        return seasons.of(notice.server()).isEmpty()
                ? Optional.of(mentions.in(Posts.greeting(words), words))
                : Optional.empty();
    }

    private Optional<Container> call(Season season, Messages words, Notice notice) {
        if (notice instanceof Notice.Reminder reminder) {
            return calls.reminder(season, words, reminder);
        }
        if (notice instanceof Notice.DirectReminder direct) {
            return calls.direct(season, words, direct);
        }
        if (notice instanceof Notice.Nudge nudge) {
            return calls.nudge(season, words, nudge);
        }
        return notice instanceof Notice.Moved moved ? calls.moved(season, words, moved) : Optional.empty();
    }

    /** The role that a message mentions so that those who have it are notified. */
    OptionalLong mentioned(long season, Notice notice) {
        return notice instanceof Notice.Reminder
                ? seasons.find(season)
                        .map(found -> found.posting().mentionRole())
                        .orElseGet(OptionalLong::empty)
                : OptionalLong.empty();
    }

    private Optional<Container> card(Season season, Messages words, long poll) {
        return polls.find(poll).map(found -> PollCard.of(words, season, found, picks.tally(poll), isMissed(found)));
    }

    /** Whether reactions from before the lock may never have been seen. */
    private boolean isMissed(Poll poll) {
        return !isAhead(poll) && gaps.of(poll.id()).filter(gap -> !gap.listed()).isPresent();
    }

    private Optional<Container> locked(Season season, Messages words, Notice.Locked notice) {
        List<Poll> locked = polls.ofSeason(season.id()).stream()
                .filter(poll -> poll.locksAt().equals(notice.locksAt()) && !isAhead(poll))
                .toList();
        Map<Long, Map<String, Integer>> tallies = new HashMap<>();
        locked.forEach(poll -> tallies.put(poll.id(), picks.tally(poll.id())));
        boolean missed = locked.stream().anyMatch(this::isMissed);
        return locked.isEmpty() ? Optional.empty() : Optional.of(LockPost.of(words, season, locked, tallies, missed));
    }

    private static boolean isAhead(Poll poll) {
        return poll.state() == PollState.SCHEDULED || poll.state() == PollState.OPEN;
    }

    private Optional<Container> resulted(
            Season season, Messages words, Notice.Resulted notice, ResultPost.Below below, Optional<Picture> picture) {
        List<Poll> asked = polls.ofSeason(season.id()).stream()
                .filter(poll -> poll.episode().equals(OptionalInt.of(notice.episode())))
                .filter(poll -> !isAhead(poll))
                .toList();
        List<ResultPost.Answer> answers =
                asked.stream().map(poll -> answer(season, poll)).toList();
        return season.episode(notice.episode())
                .map(episode -> ResultPost.of(words, season, episode, told(season, notice), answers, below, picture));
    }

    private ResultPost.Answer answer(Season season, Poll poll) {
        Map<String, Integer> tally = picks.tally(poll.id());
        Set<String> right = ResultPost.called(season, poll, tally);
        return new ResultPost.Answer(
                poll,
                right.stream().mapToInt(tally::get).sum(),
                tally.values().stream().mapToInt(Integer::intValue).sum(),
                picks.fansOn(poll.id(), right, CALLERS));
    }

    /** The version, or the first where fans knew nothing but a withdrawal before, so that the result is no correction. */
    private int told(Season season, Notice.Resulted notice) {
        List<ResultVersion> history = seasons.history(season.id(), notice.episode());
        boolean corrects = history.stream()
                .filter(version -> version.version() == notice.version())
                .anyMatch(told -> history.stream().anyMatch(earlier -> isCorrectedBy(earlier, told)));
        return corrects ? notice.version() : 1;
    }

    /** Versions that were revealed together were never seen one after another. */
    private static boolean isCorrectedBy(ResultVersion earlier, ResultVersion later) {
        return earlier.version() < later.version()
                && earlier.result().eliminated().isPresent()
                && !(later.isDelayed() && earlier.reveals().equals(later.reveals()));
    }

    private ResultPost.Below below(Season season, Notice.Resulted notice) {
        Corrections.Version version = new Corrections.Version(season.id(), notice.episode(), notice.version());
        return new ResultPost.Below(
                standings.page(StandingsQuery.of(season.id()), 0, TOP),
                season.settings().crowd() ? standings.crowd(season.id(), Scope.SEASON) : Optional.empty(),
                corrections.page(version, 0, CHANGES),
                corrections.size(version));
    }

    /** Today's standings belong below the newest result alone, and how those of another night were without somebody is not known. */
    private ResultPost.Below redacted(Season season, Notice.Resulted notice) {
        ResultPost.Below below = below(season, notice);
        boolean isNewest = season.version(notice.episode()) == notice.version()
                && season.episode(notice.episode()).stream().noneMatch(episode -> isFollowed(season, episode));
        return isNewest ? below : below.withoutStandings();
    }

    private static boolean isFollowed(Season season, Episode episode) {
        return season.episodes().stream()
                .anyMatch(later -> later.airsAt().isAfter(episode.airsAt()) && season.version(later.number()) > 0);
    }

    /** What a host did and undid meanwhile is not told. */
    private Optional<Container> changedByHand(Season season, Messages words, Notice.ChangedByHand notice) {
        PollState told = notice.deed() == Deed.CALLED_OFF ? PollState.CANCELED : PollState.OPEN;
        return polls.find(notice.poll())
                .filter(poll -> poll.state() == told)
                .map(poll -> Posts.changedByHand(words, season, poll, notice.deed()));
    }

    private Optional<Container> castChanged(Season season, Messages words, Notice.CastChanged notice) {
        List<Poll> open = polls.ofSeason(season.id()).stream()
                .filter(poll -> poll.episode().equals(notice.episode()) && poll.state() == PollState.OPEN)
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(Posts.castChanged(words, season, open));
    }
}

package io.github.mirrorball.league;

import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.reactions.Erasures;
import io.github.mirrorball.reactions.Reactions;
import io.github.mirrorball.reactions.Removal;
import io.github.mirrorball.show.Season;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * Erases a fan from one server. In one transaction: the fan with name and picks, what is remembered of their reactions, the points and
 * standings of the seasons they played in, worked out anew, and the notices owed. Reactions that still stand on open polls' cards are
 * marked, so that they cannot become picks again; a fan who acts anew afterwards is a new one. Thread-safe.
 */
public final class EraseFan {

    private final Transactions transactions;
    private final Seasons seasons;
    private final Polls polls;
    private final Picks picks;
    private final Fans fans;
    private final Reactions reactions;
    private final Erasures erasures;
    private final Scores scores;
    private final Outbox outbox;
    private final Consumer<String> journal;
    private final Runnable owed;

    /**
     * @param journal is told the seal of whoever is erased, before that is committed, and keeps it where it outlives the database
     * @param owed is run after a commit, since there are cards to change and reactions to take away
     */
    public EraseFan(
            Transactions transactions,
            Seasons seasons,
            Polls polls,
            Picks picks,
            Fans fans,
            Reactions reactions,
            Erasures erasures,
            Scores scores,
            Outbox outbox,
            Consumer<String> journal,
            Runnable owed) {
        this.transactions = transactions;
        this.seasons = seasons;
        this.polls = polls;
        this.picks = picks;
        this.fans = fans;
        this.reactions = reactions;
        this.erasures = erasures;
        this.scores = scores;
        this.outbox = outbox;
        this.journal = journal;
        this.owed = owed;
    }

    /** What went. */
    public record Erased(int picks, int seasons) {}

    /**
     * Erases whatever is kept of a user as a fan; nothing happens where nothing is.
     *
     * @param maySweep whether the bot may take reactions away in a channel
     */
    public Erased erase(long server, long user, LongPredicate maySweep) {
        return transactions.inOne(() -> {
            Optional<Fan> fan = fans.find(server, user);
            List<Season> played = fan.map(known -> holdSeasons(server, known)).orElse(List.of());
            List<Erasures.Trace> traces = erasures.traces(server, user);
            erasures.forget(server, user);
            open(server).forEach(poll -> keepOut(poll, user, traces, maySweep));
            int gone = fan.map(known -> owe(known, played)).orElse(0);
            fan.ifPresent(known -> fans.remove(known.id()));
            played.forEach(scores::replace);
            journal.accept(erasures.seal(server, user).keyed());
            transactions.runAfterCommit(owed);
            return new Erased(gone, played.size());
        });
    }

    /** Seasons before polls, and each in the order of their ids, as everyone holds them. */
    private List<Season> holdSeasons(long server, Fan fan) {
        return seasons.of(server).stream()
                .map(Seasons.Named::id)
                .sorted()
                .filter(season -> !picks.ofFan(season, fan.id()).isEmpty())
                .flatMap(season -> seasons.hold(season).stream())
                .toList();
    }

    private List<Poll> open(long server) {
        return seasons.of(server).stream()
                .map(Seasons.Named::id)
                .sorted()
                .flatMap(season -> polls.ofSeason(season).stream())
                .filter(poll -> poll.state() == PollState.OPEN)
                .toList();
    }

    private void keepOut(Poll poll, long user, List<Erasures.Trace> traces, LongPredicate maySweep) {
        if (polls.gate(poll.id(), "")
                .filter(eligibility -> eligibility.state() == PollState.OPEN)
                .isEmpty()) {
            return;
        }
        erasures.mark(poll.id(), user, poll.outcomes().stream().map(Outcome::id).toList());
        Optional<Outbox.Posted> card = outbox.posted(new Notice.Card(poll.id()));
        if (card.filter(posted -> maySweep.test(posted.channel())).isPresent()) {
            traces.stream()
                    .filter(trace -> trace.poll() == poll.id())
                    .forEach(trace -> reactions.save(Removal.wanted(poll.id(), user, trace.outcome())));
        }
    }

    /** Owes an edit of every card that counts a pick of this fan, and tells how many picks there are. */
    private int owe(Fan fan, List<Season> played) {
        int gone = 0;
        for (Season season : played) {
            List<Long> picked = picks.ofFan(season.id(), fan.id()).stream()
                    .map(pick -> pick.poll())
                    .toList();
            picked.forEach(poll -> outbox.owe(season.id(), new Notice.CardChanged(poll)));
            Redaction.owe(outbox, season);
            gone += picked.size();
        }
        return gone;
    }
}

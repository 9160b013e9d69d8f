package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.discord.ballot.LostCards;
import io.github.mirrorball.discord.ballot.OpenCards;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.league.OptIns;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.outbox.Outbox.Doubt;
import io.github.mirrorball.outbox.Outbox.Ending;
import io.github.mirrorball.outbox.Outbox.Owed;
import io.github.mirrorball.outbox.Place;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notices, one at a time in each channel, and keeps how they ended. A message that may stand already is looked for before it is sent.
 * For the courier's thread only.
 */
final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final Outbox outbox;
    private final Polls polls;
    private final OpenCards cards;
    private final OptIns optIns;
    private final LostCards lost;
    private final Post post;
    private final ScheduledEventQueue events;
    private final Timeouts timeouts;
    private final Failures failures;
    private final Consumer<Runnable> answers;
    private final Map<Long, UnderWay> underWay = new HashMap<>();
    private final Map<Long, Claim> claims = new HashMap<>();
    private final Map<Long, Integer> seeded = new HashMap<>();
    /** How far those came that are tried again. */
    private final Map<Long, Integer> seededBefore = new HashMap<>();

    private final Map<Long, Search> searches = new HashMap<>();

    /** @param answers takes, from any thread, what the courier's thread does with an answer of Discord's */
    Deliveries(
            Outbox outbox,
            Polls polls,
            OpenCards cards,
            OptIns optIns,
            LostCards lost,
            Post post,
            ScheduledEventQueue events,
            InstantSource systemClock,
            Timeouts timeouts,
            Consumer<Runnable> answers) {
        this.outbox = outbox;
        this.polls = polls;
        this.cards = cards;
        this.optIns = optIns;
        this.lost = lost;
        this.post = post;
        this.events = events;
        this.timeouts = timeouts;
        this.failures = new Failures(timeouts, systemClock);
        this.answers = answers;
    }

    /** A request that is unanswered. Compared by identity: the same notice may be under way again. */
    private static final class UnderWay {

        private final Owed owed;
        private final long until;

        UnderWay(Owed owed, long until) {
            this.owed = owed;
            this.until = until;
        }
    }

    /** A request in a channel that is no notice's. Compared by identity, as what is under way. */
    static final class Claim {

        private final long channel;
        private final long until;

        private Claim(long channel, long until) {
            this.channel = channel;
            this.until = until;
        }
    }

    /** Keeps a channel for a request that is no notice's. The time is monotonic. */
    Claim claim(long channel, long nanoTime) {
        Claim claim = new Claim(channel, nanoTime + timeouts.lost().toNanos());
        claims.put(channel, claim);
        return claim;
    }

    /** That request is answered. False if it was given up before. */
    boolean release(Claim claim) {
        return claims.remove(claim.channel, claim);
    }

    /** Whether no request is unanswered. */
    boolean isQuiet() {
        return underWay.isEmpty() && claims.isEmpty();
    }

    /** Whether a request in this channel is unanswered. */
    boolean isBusy(long channel) {
        return underWay.containsKey(channel) || claims.containsKey(channel);
    }

    /** The channels in which a request is unanswered. */
    Set<Long> busy() {
        Set<Long> busy = new HashSet<>(underWay.keySet());
        busy.addAll(claims.keySet());
        return busy;
    }

    /** Gives up waiting for answers that should long be there, so that their channels go on. What became of those requests is unknown. */
    void giveUpLate(long nanoTime) {
        claims.values().removeIf(claim -> claim.until - nanoTime <= 0);
        List<UnderWay> late = underWay.values().stream()
                .filter(each -> each.until - nanoTime <= 0)
                .toList();
        late.forEach(each -> settle(each, failures.unknown("no answer", each.owed.attempts())));
    }

    /** Begins to send, or to look whether it was sent; the answer comes later. The time is monotonic. */
    void send(Owed owed, long nanoTime) {
        UnderWay begun = new UnderWay(owed, nanoTime + timeouts.lost().toNanos());
        underWay.put(owed.channel(), begun);
        Optional<Search> search = search(owed);
        Post.Answer answer = ending -> answers.accept(() ->
                search.ifPresentOrElse(looking -> settleUnseen(begun, looking, ending), () -> settle(begun, ending)));
        try {
            if (search.isPresent()) {
                post.look(
                        owed,
                        search.get().doubt(),
                        search.get().after(),
                        seen -> answers.accept(() -> settleLook(begun, search.get(), seen)),
                        answer);
            } else if (isClaimed(owed)) {
                send(begun, answer);
            } else {
                underWay.remove(owed.channel(), begun);
            }
        } catch (RuntimeException refused) {
            answer.settle(failures.before(refused, owed.attempts()));
        }
    }

    /** What was seeded in part is this process's already. */
    private boolean isClaimed(Owed owed) {
        return seeded.containsKey(owed.id()) || outbox.begin(owed);
    }

    private void send(UnderWay begun, Post.Answer answer) {
        Owed owed = begun.owed;
        if (owed.notice() instanceof Notice.Card) {
            cards.expect(owed.channel());
        }
        if (owed.notice() instanceof Notice.Event event) {
            events.send(owed, event, answers, answer);
        } else if (owed.notice() instanceof Notice.Seeds seeds) {
            seed(begun, seeds, answer);
        } else {
            post.send(owed, answer);
        }
    }

    /** A look that is still to be done. */
    private Optional<Search> search(Owed owed) {
        return owed.doubt()
                .filter(doubt -> owed.notice().means() == Notice.Means.CREATE)
                .map(doubt -> searches.computeIfAbsent(owed.id(), id -> Search.of(doubt)))
                .filter(search -> !search.isDone());
    }

    private void settleLook(UnderWay begun, Search search, Lookback.Seen seen) {
        if (seen instanceof Lookback.Seen.Standing standing) {
            LOG.info(
                    "Notice {} was sent before, as message {}",
                    begun.owed.id(),
                    standing.posted().message());
            settle(begun, new Ending.Sent(Optional.of(standing.posted())));
            if (begun.owed.notice() instanceof Notice.Card card) {
                lost.onAdopted(card.poll());
            }
        } else if (seen instanceof Lookback.Seen.Further && search.isLong()) {
            settle(begun, new Ending.Parked("too many messages to look through", true));
        } else if (underWay.remove(begun.owed.channel(), begun)) {
            searches.put(
                    begun.owed.id(),
                    seen instanceof Lookback.Seen.Further further ? search.from(further.after()) : search.done());
        }
    }

    /** A look that failed. In a channel that is gone since, nothing stands. */
    private void settleUnseen(UnderWay begun, Search search, Ending ending) {
        if (ending instanceof Ending.Gone && search.doubt().channel() != begun.owed.channel()) {
            settleLook(begun, search, new Lookback.Seen.Absent());
        } else {
            settle(begun, Failures.unsure(ending));
        }
    }

    /** One reaction a turn, so that anything more urgent goes between two of them. */
    private void seed(UnderWay begun, Notice.Seeds seeds, Post.Answer answer) {
        Owed owed = begun.owed;
        int next = seeded.getOrDefault(owed.id(), seededBefore.getOrDefault(owed.id(), 0));
        boolean none = post.seed(owed, seeds, next, ending -> {
            if (ending instanceof Ending.Sent) {
                answers.accept(() -> settleStep(begun, next + 1));
            } else {
                answer.settle(ending);
            }
        });
        if (none) {
            answer.settle(new Ending.Sent(Optional.empty()));
        }
    }

    private void settleStep(UnderWay begun, int next) {
        if (underWay.remove(begun.owed.channel(), begun)) {
            seeded.put(begun.owed.id(), next);
        }
    }

    /** An answer that comes after it was given up is left out: whatever it says is found when the notice's turn comes again. */
    private void settle(UnderWay begun, Ending ending) {
        Owed owed = begun.owed;
        if (!underWay.remove(owed.channel(), begun)) {
            return;
        }
        rememberSeeds(owed.id(), ending);
        searches.remove(owed.id());
        try {
            outbox.settle(owed.id(), ending);
            if (ending instanceof Ending.Gone && owed.notice().place() instanceof Place.DirectMessages closed) {
                optIns.remove(closed.fan());
            }
            if (ending instanceof Ending.Sent sent) {
                remember(owed.notice(), sent);
            } else {
                LOG.warn(
                        "Notice {} ({}): {}",
                        owed.id(),
                        owed.notice().getClass().getSimpleName(),
                        ending);
            }
        } finally {
            if (owed.notice() instanceof Notice.Card) {
                cards.onPosted(owed.channel());
            }
        }
    }

    /** What was refused goes on where it was: begun anew each time, many reactions in a row would have to be taken. */
    private void rememberSeeds(long notice, Ending ending) {
        Integer next = seeded.remove(notice);
        if (!(ending instanceof Ending.Retried)) {
            seededBefore.remove(notice);
        } else if (next != null) {
            seededBefore.put(notice, next);
        }
    }

    private void remember(Notice notice, Ending.Sent sent) {
        if (notice instanceof Notice.Card card) {
            sent.posted()
                    .ifPresentOrElse(
                            at -> polls.find(card.poll()).ifPresent(poll -> settleStanding(at.message(), poll)),
                            () -> lost.onVanished(card.poll()));
        } else if (notice instanceof Notice.CardChanged changed) {
            outbox.posted(new Notice.Card(changed.poll()))
                    .ifPresent(at -> polls.find(changed.poll()).ifPresent(poll -> recall(at.message(), poll)));
        }
    }

    private void settleStanding(long message, Poll poll) {
        lost.onReplaced(poll.id(), message);
        recall(message, poll);
    }

    private void recall(long message, Poll poll) {
        if (poll.state() == PollState.OPEN) {
            cards.put(message, poll);
        } else {
            cards.remove(message);
        }
    }

    /**
     * A look in a channel's history, as far as it is.
     *
     * @param after the message or snowflake after which the next page begins
     */
    private record Search(Doubt doubt, long after, int pages, boolean isDone) {

        private static final int MOST_PAGES = 50;

        static Search of(Doubt doubt) {
            return new Search(doubt, Lookback.start(doubt), 0, false);
        }

        boolean isLong() {
            return pages + 1 >= MOST_PAGES;
        }

        Search from(long message) {
            return new Search(doubt, message, pages + 1, false);
        }

        Search done() {
            return new Search(doubt, after, pages + 1, true);
        }
    }
}

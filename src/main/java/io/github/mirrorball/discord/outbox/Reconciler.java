package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.discord.ballot.LostCards;
import io.github.mirrorball.discord.ballot.RecentReactions;
import io.github.mirrorball.discord.outbox.CardReader.Answer;
import io.github.mirrorball.discord.outbox.CardReader.Count;
import io.github.mirrorball.discord.outbox.CardReader.User;
import io.github.mirrorball.discord.route.Lanes;
import io.github.mirrorball.discord.route.PendingWork;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.discord.view.BallotControls;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.league.ReconcileReactions;
import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.reactions.CardListing;
import io.github.mirrorball.reactions.CardMemory;
import io.github.mirrorball.reactions.Gap;
import io.github.mirrorball.reactions.Gaps;
import java.time.Clock;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists the cards of polls with a known gap: at once, and once more shortly before the lock. A card without one is only counted before the
 * lock, and listed if the count is not what is remembered. Whether anything is in time is decided where it is applied, never here. For the
 * courier's thread, but for {@link #look} and {@link #retry}.
 */
public final class Reconciler implements BackgroundTask {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final int LISTINGS_AT_ONCE = 100;

    private final Books books;
    private final CardReader reader;
    private final RecentReactions touches;
    private final Lanes lanes;
    private final PendingWork work;
    private final LostCards lost;
    private final LongConsumer changed;
    private final BeforeLock beforeLock;
    private final Backoff backoff;

    private final AtomicBoolean look = new AtomicBoolean(true);
    private final AtomicBoolean retry = new AtomicBoolean();
    private final Map<Long, Listing> listings = new HashMap<>();
    private Map<Long, Gap> open = Map.of();
    private int applying;
    private Runnable wake = () -> {};

    /** What a listing needs of the store. */
    public record Books(ReconcileReactions reconcile, Gaps gaps, CardMemory memory, Polls polls, Outbox outbox) {}

    /**
     * @param lost is told of cards that are gone
     * @param changed is told the polls whose counts may have changed
     * @param clock the show clock, by which polls lock
     */
    public Reconciler(
            Books books,
            CardReader reader,
            RecentReactions touches,
            Lanes lanes,
            PendingWork work,
            LostCards lost,
            LongConsumer changed,
            Clock clock,
            InstantSource systemClock,
            Timeouts timeouts) {
        this.books = books;
        this.reader = reader;
        this.touches = touches;
        this.lanes = lanes;
        this.work = work;
        this.lost = lost;
        this.changed = changed;
        this.beforeLock = new BeforeLock(books.gaps(), clock);
        this.backoff = new Backoff(timeouts, systemClock);
    }

    void wakeBy(Runnable awaken) {
        this.wake = awaken;
    }

    @Override
    public void look() {
        look.set(true);
    }

    /** Polls were marked, or what kept a card from being read may be mended; returns at once, from any thread. */
    public void retry() {
        retry.set(true);
        look.set(true);
        wake.run();
    }

    @Override
    public boolean isQuiet() {
        return applying == 0;
    }

    @Override
    public RestWindow turn(RequestBudget budget) {
        if (retry.getAndSet(false)) {
            backoff.forget();
        }
        beforeLock.look();
        if (look.getAndSet(false)) {
            open = byPoll(books.gaps().open(Shards.ALL));
        }
        begin();
        for (Listing listing : List.copyOf(listings.values())) {
            if (!listing.isRead() && !budget.isBusy(listing.card().channel())) {
                Optional<Deliveries.Claim> claim = budget.take(listing.card().channel());
                if (claim.isEmpty()) {
                    return budget.untilBudget();
                }
                ask(budget, claim.get(), listing);
            }
        }
        return RestWindow.until(backoff.rest()).or(RestWindow.until(beforeLock.rest()));
    }

    private static Map<Long, Gap> byPoll(List<Gap> gaps) {
        Map<Long, Gap> byPoll = new LinkedHashMap<>();
        gaps.forEach(gap -> byPoll.put(gap.poll(), gap));
        return byPoll;
    }

    private void begin() {
        for (Gap gap : isFull() ? List.<Gap>of() : List.copyOf(open.values())) {
            if (gap.listed() ? beforeLock.isNear(gap.poll()) : !gap.replayable()) {
                begin(gap.poll(), Optional.of(gap));
            }
        }
        for (long poll : isFull() ? List.<Long>of() : beforeLock.uncounted()) {
            if (!open.containsKey(poll)) {
                begin(poll, Optional.empty());
            }
        }
    }

    private boolean isFull() {
        return listings.size() >= LISTINGS_AT_ONCE;
    }

    private void begin(long id, Optional<Gap> gap) {
        if (isFull() || listings.containsKey(id) || !backoff.allows(id)) {
            return;
        }
        Optional<Poll> poll = books.polls().find(id).filter(found -> found.state() == PollState.OPEN);
        Optional<Outbox.Posted> card = books.outbox().posted(new Notice.Card(id));
        if (poll.isEmpty()) {
            // The lock came first, and the gap stands.
            drop(id);
        } else if (!BallotControls.seeded(poll.get())) {
            // Nobody votes by reaction here, so nothing was missed.
            gap.ifPresent(known -> books.gaps().recordListed(known, true));
            drop(id);
        } else if (card.isEmpty() || !reader.mayRead(card.get().channel())) {
            backoff.recordFailure(id);
        } else {
            touches.begin(id);
            listings.put(id, new Listing(gap, poll.get(), card.get(), beforeLock.isNear(id)));
        }
    }

    private void drop(long poll) {
        open.remove(poll);
        beforeLock.markCounted(poll);
    }

    private void ask(RequestBudget budget, Deliveries.Claim claim, Listing listing) {
        Consumer<Throwable> failed = why -> budget.free(claim, () -> onFailure(listing, why));
        listing.next()
                .ifPresentOrElse(
                        page -> reader.readPage(
                                listing.card(),
                                page,
                                new Answer<List<User>>(
                                        users -> budget.free(claim, () -> onPage(budget, listing, users)), failed)),
                        () -> reader.readCounts(
                                listing.card(),
                                new Answer<List<Count>>(
                                        counts -> budget.free(claim, () -> settleCount(budget, listing, counts)),
                                        failed)));
    }

    private void settleCount(RequestBudget budget, Listing listing, List<Count> counts) {
        listing.addCount(counts);
        if (listing.isComparison()) {
            compare(listing);
        } else if (listing.isRead()) {
            apply(budget, listing);
        }
    }

    private void compare(Listing listing) {
        long poll = listing.poll().id();
        if (!listing.agreesWith(books.memory().on(poll))) {
            LOG.info("The card of poll {} has other reactions than are remembered; it is listed", poll);
            books.gaps().mark(poll, false);
            look.set(true);
        }
        beforeLock.markCounted(poll);
        end(poll);
        backoff.recordSuccess(poll);
    }

    private void onPage(RequestBudget budget, Listing listing, List<User> users) {
        listing.addPage(users);
        if (listing.isRead()) {
            apply(budget, listing);
        }
    }

    private void apply(RequestBudget budget, Listing listing) {
        long poll = listing.poll().id();
        boolean sweep = reader.maySweep(listing.card().channel());
        applying++;
        work.begin();
        lanes.run(poll, () -> {
            boolean done = false;
            try {
                CardListing listed = listing.listed(touches.of(poll), sweep);
                done = books.reconcile().with(listed, listing.isForGood());
            } catch (RuntimeException broken) {
                LOG.error("The reactions on the card of poll {} could not be counted", poll, broken);
            } finally {
                boolean applied = done;
                budget.runLater(() -> settleListing(poll, applied, listing.isForGood()));
                work.end();
            }
        });
    }

    private void settleListing(long poll, boolean done, boolean forGood) {
        applying--;
        end(poll);
        // Only this one has changed by it: there may be thousands.
        books.gaps().of(poll).ifPresentOrElse(gap -> open.put(poll, gap), () -> open.remove(poll));
        if (!done) {
            backoff.recordFailure(poll);
            return;
        }
        backoff.recordSuccess(poll);
        if (forGood) {
            beforeLock.markCounted(poll);
        }
        changed.accept(poll);
    }

    private void onFailure(Listing listing, Throwable why) {
        long poll = listing.poll().id();
        LOG.warn("The card of poll {} could not be read: {}", poll, why.toString());
        end(poll);
        backoff.recordFailure(poll);
        if (Failures.isUnknownMessage(why)) {
            lost.onLost(poll, listing.card().message());
        }
    }

    private void end(long poll) {
        listings.remove(poll);
        touches.end(poll);
    }
}

package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.discord.ballot.LostCards;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.outbox.Outbox.Posted;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.utils.TimeUtil;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;

/**
 * Keeps the counts on open cards fresh, when nothing more urgent is to be sent: a card is edited because its poll was touched and shows
 * something else than before. Discord limits edits of older messages per channel, so each channel has a pace. Nothing is owed here: what is not
 * edited before a stop is after the next start. For the courier's thread, but for {@link #onTouched}.
 */
public final class Refresher implements BackgroundTask {

    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration OLD = Duration.ofHours(1);

    /** The lock brings the card up to date, and must not wait for Discord's limits then. */
    private static final Duration BEFORE_LOCK = Duration.ofSeconds(30);

    private final Polls polls;
    private final Outbox outbox;
    private final Writer writer;
    private final Post post;
    private final LostCards lost;
    private final Clock clock;
    private final InstantSource systemClock;
    private final Timeouts timeouts;

    private final Set<Long> waiting = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Map<Long, Posted> cards = new HashMap<>();
    private final Map<Long, Instant> edited = new HashMap<>();
    private final Map<Long, Integer> shown = new HashMap<>();

    /** When polls lock whose cards are left to the lock, so that the store need not be asked before. */
    private final Map<Long, Instant> leftToLock = new HashMap<>();

    private Runnable wake = () -> {};

    /**
     * @param lost is told of cards that are gone
     * @param clock the show clock, by which polls lock
     * @param systemClock real time, by which Discord's limits go
     */
    public Refresher(
            Polls polls,
            Outbox outbox,
            Writer writer,
            Post post,
            LostCards lost,
            Clock clock,
            InstantSource systemClock,
            Timeouts timeouts) {
        this.polls = polls;
        this.outbox = outbox;
        this.writer = writer;
        this.post = post;
        this.lost = lost;
        this.clock = clock;
        this.systemClock = systemClock;
        this.timeouts = timeouts;
    }

    void wakeBy(Runnable awaken) {
        this.wake = awaken;
    }

    /** The counts of a poll may have changed; returns at once, from any thread. While its card waits for its turn, nobody is woken again. */
    public void onTouched(long poll) {
        if (waiting.add(poll)) {
            wake.run();
        }
    }

    /** What was touched before a stop is not known any more, so every open card is looked at once. */
    public void recall() {
        waiting.addAll(outbox.cards().values());
    }

    @Override
    public void look() {
        // Whoever changes a count says so.
    }

    @Override
    public boolean isQuiet() {
        return true;
    }

    @Override
    public RestWindow turn(RequestBudget budget) {
        if (shown.size() > MOST_REMEMBERED) {
            shown.clear();
            cards.clear();
        }
        if (edited.size() > MOST_REMEMBERED) {
            edited.values().removeIf(systemClock.instant().minus(timeouts.oldEdits())::isAfter);
        }
        RestWindow rest = RestWindow.AT_LENGTH;
        leftToLock.values().removeIf(lock -> !clock.instant().isBefore(lock));
        for (long poll : waiting.toArray(Long[]::new)) {
            if (leftToLock.containsKey(poll)) {
                continue;
            }
            Optional<Posted> card = card(poll);
            if (card.isEmpty()) {
                waiting.remove(poll);
                continue;
            }
            Duration wait = until(card.get());
            if (!wait.isZero()) {
                rest = rest.or(RestWindow.until(wait));
            } else if (!budget.isBusy(card.get().channel()) && look(budget, poll, card.get()) == Look.OUT_OF_BUDGET) {
                return budget.untilBudget();
            }
        }
        return rest;
    }

    private Optional<Posted> card(long poll) {
        Optional<Posted> known = Optional.ofNullable(cards.get(poll));
        Optional<Posted> card = known.or(() -> outbox.posted(new Notice.Card(poll)));
        card.ifPresent(posted -> cards.put(poll, posted));
        return card;
    }

    /** How long its channel has to be left alone. */
    private Duration until(Posted card) {
        Instant now = systemClock.instant();
        boolean old =
                TimeUtil.getTimeCreated(card.message()).toInstant().plus(OLD).isBefore(now);
        Instant free =
                edited.getOrDefault(card.channel(), Instant.EPOCH).plus(old ? timeouts.oldEdits() : timeouts.edits());
        return free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
    }

    /** What is touched from now on may not be in what is read of it, so the card waits again from then. */
    private Look look(RequestBudget budget, long id, Posted card) {
        waiting.remove(id);
        Look look = Look.LATER;
        try {
            look = refresh(budget, id, card);
            return look;
        } finally {
            if (look != Look.DONE) {
                waiting.add(id);
            }
        }
    }

    /** Edits a card if that changes anything. */
    private Look refresh(RequestBudget budget, long id, Posted card) {
        Optional<Poll> poll = polls.find(id).filter(found -> found.state() == PollState.OPEN);
        if (poll.isEmpty()) {
            cards.remove(id);
            shown.remove(id);
            return Look.DONE;
        }
        Instant lock = poll.get().locksAt();
        if (!clock.instant().isBefore(lock.minus(BEFORE_LOCK))) {
            leftToLock.put(id, lock);
            return Look.LATER;
        }
        if (outbox.posted(new Notice.Card(id)).filter(card::equals).isEmpty()) {
            cards.remove(id);
            shown.remove(id);
            return Look.LATER;
        }
        Optional<Container> panel = writer.write(poll.get().season(), new Notice.CardChanged(id));
        int now = panel.map(Refresher::fingerprint).orElse(0);
        if (panel.isEmpty() || shown.getOrDefault(id, 0) == now) {
            return Look.DONE;
        }
        Optional<Deliveries.Claim> claim = budget.take(card.channel());
        if (claim.isEmpty()) {
            return Look.OUT_OF_BUDGET;
        }
        edited.put(card.channel(), systemClock.instant());
        shown.put(id, now);
        post.refresh(card, panel.get(), failure -> budget.free(claim.get(), () -> settle(id, card, failure)));
        return Look.DONE;
    }

    private enum Look {
        /** It shows what is true, or is no open poll's any more. */
        DONE,
        /** Not now; right before the lock it is left to the lock. */
        LATER,
        OUT_OF_BUDGET
    }

    private static int fingerprint(Container panel) {
        return new MessageEditBuilder()
                .useComponentsV2()
                .setComponents(panel)
                .build()
                .toData()
                .toString()
                .hashCode();
    }

    private void settle(long poll, Posted card, Optional<Throwable> failure) {
        failure.ifPresent(why -> {
            shown.remove(poll);
            cards.remove(poll);
            if (Failures.isUnknownMessage(why)) {
                lost.onLost(poll, card.message());
            } else {
                waiting.add(poll);
            }
        });
    }
}

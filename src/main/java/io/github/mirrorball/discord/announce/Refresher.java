package io.github.mirrorball.discord.announce;

import io.github.mirrorball.discord.ballot.LostCards;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Polls;
import io.github.mirrorball.schedule.Notice;
import io.github.mirrorball.schedule.Outbox;
import io.github.mirrorball.schedule.Outbox.Posted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.utils.TimeUtil;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;

/**
 * Keeps the counts on open cards fresh, when nothing more urgent is to be sent: a card is edited because its poll was touched and shows
 * something else than before. Discord limits edits of older messages per channel, so each channel has a pace. Nothing is owed here: what is not
 * edited before a stop is after the next start. For the courier's thread, but for {@link #touched}.
 */
public final class Refresher implements Chore {

    private static final Duration BETWEEN_EDITS = Duration.ofSeconds(5);
    private static final Duration BETWEEN_OLD_EDITS = Duration.ofMinutes(1);
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
    private final InstantSource wire;

    private final Set<Long> arrived = ConcurrentHashMap.newKeySet();
    private final Set<Long> waiting = new LinkedHashSet<>();
    private final Map<Long, Posted> cards = new HashMap<>();
    private final Map<Long, Instant> edited = new HashMap<>();
    private final Map<Long, Integer> shown = new HashMap<>();
    private Runnable wake = () -> {};

    /**
     * @param lost is told of cards that are gone
     * @param clock the show clock, by which polls lock
     * @param wire real time, by which Discord's limits go
     */
    public Refresher(
            Polls polls, Outbox outbox, Writer writer, Post post, LostCards lost, Clock clock, InstantSource wire) {
        this.polls = polls;
        this.outbox = outbox;
        this.writer = writer;
        this.post = post;
        this.lost = lost;
        this.clock = clock;
        this.wire = wire;
    }

    void wokenBy(Runnable awaken) {
        this.wake = awaken;
    }

    /** The counts of a poll may have changed; returns at once, from any thread. */
    public void touched(long poll) {
        if (arrived.add(poll)) {
            wake.run();
        }
    }

    /** What was touched before a stop is not known any more, so every open card is looked at once. */
    public void recall() {
        arrived.addAll(outbox.cards().values());
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
    public Rest turn(Desk desk) {
        arrived.forEach(poll -> {
            waiting.add(poll);
            arrived.remove(poll);
        });
        if (shown.size() > MOST_REMEMBERED) {
            shown.clear();
            cards.clear();
        }
        Rest rest = Rest.AT_LENGTH;
        for (long poll : new ArrayList<>(waiting)) {
            Optional<Posted> card = card(poll);
            if (card.isEmpty()) {
                waiting.remove(poll);
                continue;
            }
            Duration wait = until(card.get());
            if (!wait.isZero()) {
                rest = rest.or(Rest.until(wait));
            } else if (!desk.isBusy(card.get().channel()) && !refresh(desk, poll, card.get())) {
                return desk.untilBudget();
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
        Instant now = wire.instant();
        boolean old =
                TimeUtil.getTimeCreated(card.message()).toInstant().plus(OLD).isBefore(now);
        Instant free = edited.getOrDefault(card.channel(), Instant.EPOCH).plus(old ? BETWEEN_OLD_EDITS : BETWEEN_EDITS);
        return free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
    }

    /** Edits a card if that changes anything. False if the budget does not allow it now. */
    private boolean refresh(Desk desk, long id, Posted card) {
        Optional<Poll> poll = polls.find(id).filter(this::isShown);
        Optional<Posted> place = outbox.posted(new Notice.Card(id)).filter(card::equals);
        if (poll.isEmpty() || place.isEmpty()) {
            cards.remove(id);
            shown.remove(id);
            if (poll.isEmpty()) {
                waiting.remove(id);
            }
            return true;
        }
        Optional<Container> panel = writer.write(poll.get().season(), new Notice.CardChanged(id));
        int now = panel.map(Refresher::fingerprint).orElse(0);
        if (panel.isEmpty() || shown.getOrDefault(id, 0) == now) {
            waiting.remove(id);
            return true;
        }
        Optional<Deliveries.Claim> claim = desk.take(card.channel());
        if (claim.isEmpty()) {
            return false;
        }
        waiting.remove(id);
        edited.put(card.channel(), wire.instant());
        shown.put(id, now);
        post.refresh(card, panel.get(), failure -> desk.answered(claim.get(), () -> ended(id, card, failure)));
        return true;
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

    private boolean isShown(Poll poll) {
        return poll.state() == PollState.OPEN
                && clock.instant().isBefore(poll.locksAt().minus(BEFORE_LOCK));
    }

    private void ended(long poll, Posted card, Optional<Throwable> failure) {
        failure.ifPresent(why -> {
            shown.remove(poll);
            cards.remove(poll);
            if (Failures.isUnknownMessage(why)) {
                lost.found(poll, card.message());
            } else {
                waiting.add(poll);
            }
        });
    }
}

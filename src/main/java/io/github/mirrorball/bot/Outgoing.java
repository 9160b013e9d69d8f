package io.github.mirrorball.bot;

import io.github.mirrorball.discord.ballot.GapWatch;
import io.github.mirrorball.discord.ballot.LostCards;
import io.github.mirrorball.discord.ballot.OpenCards;
import io.github.mirrorball.discord.ballot.PollErrands;
import io.github.mirrorball.discord.ballot.ReactionBallots;
import io.github.mirrorball.discord.ballot.RecentReactions;
import io.github.mirrorball.discord.outbox.CardReader;
import io.github.mirrorball.discord.outbox.Mending;
import io.github.mirrorball.discord.outbox.OutboxSender;
import io.github.mirrorball.discord.outbox.Post;
import io.github.mirrorball.discord.outbox.Reconciler;
import io.github.mirrorball.discord.outbox.Refresher;
import io.github.mirrorball.discord.outbox.ScheduledEventQueue;
import io.github.mirrorball.discord.outbox.Writer;
import io.github.mirrorball.discord.route.CommandMentions;
import io.github.mirrorball.discord.route.Lanes;
import io.github.mirrorball.discord.route.PendingWork;
import io.github.mirrorball.discord.route.Sessions;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.discord.view.Drawing;
import io.github.mirrorball.discord.view.Gallery;
import io.github.mirrorball.store.Store;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The second part of the wiring: what goes out unasked, and what keeps the store in step with what stands in the channels. */
final class Outgoing {

    final OutboxSender courier;
    final Refresher refresher;
    final GapWatch gapWatch;
    final ReactionBallots ballots;

    /** @param holdsLease whether this process may send what is owed */
    Outgoing(
            Store store,
            String installation,
            UseCases useCases,
            Sessions sessions,
            Lanes lanes,
            PendingWork work,
            Drawing drawing,
            Gallery gallery,
            BooleanSupplier holdsLease,
            int perSecond,
            Clock clock,
            InstantSource systemClock,
            Timeouts timeouts,
            CommandMentions mentions) {
        OpenCards cards = new OpenCards();
        RecentReactions touches = new RecentReactions();
        Writer writer = new Writer(
                store.seasons(),
                store.polls(),
                store.picks(),
                store.standings(),
                store.corrections(),
                store.gaps(),
                clock,
                gallery,
                mentions);
        PollErrands errands = new PollErrands(lanes, work);
        LostCards lost = new LostCards(cards, errands, useCases.cardLost, this::onMissed);
        Post post = new Post(
                sessions,
                writer,
                store.polls(),
                store.outbox(),
                installation,
                systemClock,
                lost,
                (poll, emoji) ->
                        errands.run(poll, "a refused emoji", () -> useCases.replaceEmoji.on(poll, Set.of(emoji))),
                drawing,
                timeouts);
        courier = new OutboxSender(
                store.outbox(),
                store.polls(),
                store.reactions(),
                useCases.cast,
                cards,
                store.optIns(),
                lost,
                lanes,
                post,
                new ScheduledEventQueue(
                        sessions,
                        store.seasons(),
                        store.events(),
                        useCases.calendar,
                        installation,
                        systemClock,
                        timeouts),
                holdsLease,
                systemClock,
                timeouts,
                perSecond);
        refresher = new Refresher(store.polls(), store.outbox(), writer, post, lost, clock, systemClock, timeouts);
        Reconciler reconciler = new Reconciler(
                new Reconciler.Books(
                        useCases.reconcile, store.gaps(), store.cardMemory(), store.polls(), store.outbox()),
                new CardReader(sessions, timeouts),
                touches,
                lanes,
                work,
                lost,
                refresher::onTouched,
                clock,
                systemClock,
                timeouts);
        courier.add(reconciler, refresher);
        gapWatch = new GapWatch(
                store.gaps(), store.cardMemory(), store.polls(), store.outbox(), lanes, work, reconciler::retry);
        ballots = new ReactionBallots(
                cards,
                useCases.cast,
                store.transactions(),
                lanes,
                work,
                courier::wake,
                gapWatch,
                touches,
                useCases.telemetry);
    }

    /** Recalls what stands in the channels; before the first event comes in. */
    void recall() {
        courier.recall();
        refresher.recall();
        gapWatch.begin();
    }

    /** Everything that listens to Discord: these, and what mends and keeps the store in step. */
    Object[] listeners(Object... others) {
        return Stream.concat(Stream.of(others), Stream.of(gapWatch, new Mending(courier::onMended)))
                .toArray();
    }

    private void onMissed(long poll) {
        gapWatch.markMissed(poll);
    }
}

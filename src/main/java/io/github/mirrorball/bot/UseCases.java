package io.github.mirrorball.bot;

import io.github.mirrorball.discord.view.StandardEmoji;
import io.github.mirrorball.league.Agenda;
import io.github.mirrorball.league.CastPick;
import io.github.mirrorball.league.EraseFan;
import io.github.mirrorball.league.GreetServer;
import io.github.mirrorball.league.LeaveServer;
import io.github.mirrorball.league.MomentHandler;
import io.github.mirrorball.league.PlanScheduledEvents;
import io.github.mirrorball.league.ReconcileReactions;
import io.github.mirrorball.league.ReplaceEmoji;
import io.github.mirrorball.league.RepostCard;
import io.github.mirrorball.league.RevealResult;
import io.github.mirrorball.league.RunDue;
import io.github.mirrorball.league.Scores;
import io.github.mirrorball.ops.Telemetry;
import io.github.mirrorball.store.Store;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The first part of the wiring: the use cases on the store that several others share. */
final class UseCases {

    final CastPick cast;
    final ReconcileReactions reconcile;
    final PlanScheduledEvents calendar;
    final StandardEmoji emoji = new StandardEmoji();
    final Agenda agenda;
    final ReplaceEmoji replaceEmoji;
    final Scores scores;
    final RevealResult revealResult;
    final RepostCard cardLost;
    final EraseFan eraseFan;
    final LeaveServer departures;
    final GreetServer greetings;
    final RunDue due;
    final Telemetry telemetry;

    /**
     * @param counted is told of polls whose counts changed
     * @param wake is run after a change by which something may have become due
     * @param erased keeps the seals of whoever is erased
     * @param telemetry takes how all of it is doing
     */
    UseCases(
            Store store,
            LongConsumer counted,
            Runnable wake,
            Consumer<String> erased,
            Clock clock,
            InstantSource systemClock,
            Telemetry telemetry) {
        this.telemetry = telemetry;
        cast = new CastPick(
                store.transactions(),
                store.polls(),
                store.picks(),
                store.fans(),
                store.reactions(),
                store.erasures(),
                store.doubts(),
                counted,
                clock);
        reconcile = new ReconcileReactions(
                store.transactions(),
                store.polls(),
                store.picks(),
                store.fans(),
                store.reactions(),
                store.cardMemory(),
                store.erasures(),
                store.gaps(),
                store.doubts(),
                clock);
        calendar = new PlanScheduledEvents(store.seasons(), store.events(), store.outbox(), clock);
        agenda = new Agenda(store.polls(), store.outbox(), store.moments(), calendar, emoji, clock);
        replaceEmoji = new ReplaceEmoji(store.transactions(), store.seasons(), store.polls(), store.outbox(), wake);
        scores = new Scores(
                store.polls(), store.picks(), store.fans(), store.jokers(), store.standings(), store.corrections());
        revealResult = new RevealResult(store.reveals(), agenda, scores, store.outbox());
        cardLost = new RepostCard(
                store.transactions(), store.seasons(), store.polls(), store.cards(), store.outbox(), wake);
        eraseFan = new EraseFan(
                store.transactions(),
                store.seasons(),
                store.polls(),
                store.picks(),
                store.fans(),
                store.reactions(),
                store.erasures(),
                scores,
                store.outbox(),
                erased,
                wake);
        departures =
                new LeaveServer(store.transactions(), store.servers(), store.seasons(), calendar, wake, systemClock);
        greetings = new GreetServer(store.transactions(), store.greetings(), store.outbox(), wake, systemClock);
        due = new RunDue(
                store.transactions(),
                store.seasons(),
                store.polls(),
                store.due(),
                agenda,
                store.moments(),
                new MomentHandler(
                        store.seasons(),
                        store.polls(),
                        store.moments(),
                        store.optIns(),
                        store.outbox(),
                        revealResult,
                        calendar),
                departures,
                clock,
                telemetry);
    }
}

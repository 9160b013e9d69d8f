package io.github.mirrorball.bot;

import io.github.mirrorball.chart.Pictures;
import io.github.mirrorball.discord.CommandTree;
import io.github.mirrorball.discord.Drawing;
import io.github.mirrorball.discord.Feature;
import io.github.mirrorball.discord.Gallery;
import io.github.mirrorball.discord.Illustrator;
import io.github.mirrorball.discord.Lanes;
import io.github.mirrorball.discord.Listener;
import io.github.mirrorball.discord.Router;
import io.github.mirrorball.discord.ServerWatch;
import io.github.mirrorball.discord.Work;
import io.github.mirrorball.discord.announce.CardReader;
import io.github.mirrorball.discord.announce.Courier;
import io.github.mirrorball.discord.announce.EventDesk;
import io.github.mirrorball.discord.announce.Mending;
import io.github.mirrorball.discord.announce.Post;
import io.github.mirrorball.discord.announce.Reconciler;
import io.github.mirrorball.discord.announce.Refresher;
import io.github.mirrorball.discord.announce.Writer;
import io.github.mirrorball.discord.ballot.GapWatch;
import io.github.mirrorball.discord.ballot.LostCards;
import io.github.mirrorball.discord.ballot.OpenCards;
import io.github.mirrorball.discord.ballot.ReactionBallots;
import io.github.mirrorball.discord.ballot.Touches;
import io.github.mirrorball.poll.Cast;
import io.github.mirrorball.poll.Reconcile;
import io.github.mirrorball.schedule.Agenda;
import io.github.mirrorball.schedule.CardLost;
import io.github.mirrorball.schedule.Departures;
import io.github.mirrorball.schedule.EventCalendar;
import io.github.mirrorball.schedule.RevealResult;
import io.github.mirrorball.schedule.RunDue;
import io.github.mirrorball.schedule.Scores;
import io.github.mirrorball.schedule.Ticker;
import io.github.mirrorball.schedule.Week;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** The whole bot, wired by hand. Runs from {@link #start} until {@link #close}. Thread-safe. */
public final class Bot implements AutoCloseable {

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

    private final InstantSource wire = InstantSource.system();
    private final Work work = new Work();
    private final Pools pools = new Pools();
    private final Drawing drawing = new Drawing();
    private final Lanes lanes = new Lanes(pools.handlers());
    private final OpenCards cards = new OpenCards();
    private final Store store;
    private final Clock clock;
    private final Ticker ticker;
    private final Courier courier;
    private final Refresher refresher;
    private final GapWatch gapWatch;
    private final CommandTree commands;
    private final ServerWatch watch;
    private final Connection connection;
    private final JDA jda;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Bot(Settings settings, Clock clock) {
        this.clock = clock;
        store = Stores.open(settings, clock, wire);
        Cast cast = new Cast(
                store.transactions(),
                store.polls(),
                store.picks(),
                store.fans(),
                store.reactions(),
                store.erasures(),
                store.doubts(),
                this::counted,
                clock);
        EventCalendar calendar = new EventCalendar(store.seasons(), store.events(), store.outbox(), clock);
        Agenda agenda = new Agenda(store.polls(), store.outbox(), store.moments(), calendar, clock);
        Scores scores = new Scores(
                store.polls(), store.picks(), store.fans(), store.jokers(), store.standings(), store.corrections());
        RevealResult revealResult = new RevealResult(store.reveals(), agenda, scores, store.outbox());
        Departures departures =
                new Departures(store.transactions(), store.servers(), store.seasons(), calendar, this::wake, wire);
        RunDue due = new RunDue(
                store.transactions(),
                store.seasons(),
                store.polls(),
                store.due(),
                agenda,
                store.moments(),
                new Week(
                        store.seasons(),
                        store.polls(),
                        store.moments(),
                        store.optIns(),
                        store.outbox(),
                        revealResult,
                        calendar),
                departures,
                clock);
        Pictures pictures = new Pictures();
        drawing.early(pictures::warmUp);
        Gallery gallery = new Gallery(pictures, store.standings());
        Writer writer = new Writer(
                store.seasons(),
                store.polls(),
                store.picks(),
                store.standings(),
                store.corrections(),
                store.gaps(),
                clock,
                gallery);
        CardLost cardLost = new CardLost(
                store.transactions(), store.seasons(), store.polls(), store.cards(), store.outbox(), this::wake);
        LostCards lost = new LostCards(cards, lanes, work, cardLost, this::missed);
        Post post =
                new Post(this::jda, writer, store.polls(), store.outbox(), store.installation(), wire, lost, drawing);
        courier = new Courier(
                store.outbox(),
                store.polls(),
                store.reactions(),
                cast,
                cards,
                store.optIns(),
                lost,
                lanes,
                post,
                new EventDesk(this::jda, store.seasons(), store.events(), calendar, store.installation(), wire),
                wire,
                settings.requestsPerSecond());
        refresher = new Refresher(store.polls(), store.outbox(), writer, post, lost, clock, wire);
        Touches touches = new Touches();
        Reconciler reconciler = reconciler(touches, lost);
        courier.add(reconciler, refresher);
        gapWatch = new GapWatch(
                store.gaps(), store.cardMemory(), store.polls(), store.outbox(), lanes, work, reconciler::retry);
        watch = new ServerWatch(departures, new Lanes(pools.handlers()), work);
        ticker = new Ticker(due, courier, clock);
        List<Feature> features = new Features(
                        store,
                        agenda,
                        revealResult,
                        cardLost,
                        cast,
                        this::wake,
                        new Illustrator(drawing, gallery),
                        clock,
                        wire)
                .all();
        commands = new CommandTree(features);
        Router router = new Router(features, lanes, pools.handlers(), pools.watchdog(), work, wire);
        ReactionBallots ballots = new ReactionBallots(cards, cast, lanes, work, courier::wake, gapWatch, touches);
        courier.recall();
        refresher.recall();
        gapWatch.begin();
        connection =
                new Connection(settings, new Listener(router, ballots), gapWatch, new Mending(courier::mended), watch);
        jda = connected();
        gapWatch.ready();
        courier.start();
        ticker.start();
    }

    private Reconciler reconciler(Touches touches, LostCards lost) {
        Reconcile reconcile = new Reconcile(
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
        return new Reconciler(
                new Reconciler.Books(reconcile, store.gaps(), store.cardMemory(), store.polls(), store.outbox()),
                new CardReader(this::jda),
                touches,
                lanes,
                work,
                lost,
                this::counted,
                clock,
                wire);
    }

    private void counted(long poll) {
        refresher.touched(poll);
    }

    /** Leaves nothing open if Discord does not take the bot. */
    private JDA connected() {
        try {
            JDA ready = connection.open();
            commands.publish(ready);
            watch.compare(ready);
            return ready;
        } catch (RuntimeException refused) {
            drawing.close();
            pools.close();
            store.close();
            throw refused;
        }
    }

    /**
     * Opens the store, connects, and returns when Discord is ready.
     *
     * @param clock the show clock, by which the game and the timetable go
     * @throws StartFailure with a sentence for the operator
     */
    public static Bot start(Settings settings, Clock clock) {
        return new Bot(settings, clock);
    }

    /** The commands as Discord is told of them. */
    List<CommandData> commands() {
        return commands.definitions();
    }

    private void missed(long poll) {
        gapWatch.missed(poll);
    }

    private JDA jda() {
        return jda;
    }

    /** Whether Discord tells the bot what happens, as far as the bot can know. */
    public boolean isConnected() {
        return jda.getStatus() == JDA.Status.CONNECTED;
    }

    /** The show clock was wound, or something may be due earlier than it seemed; returns at once. */
    public void wake() {
        ticker.wake();
    }

    /** Returns when nothing that was received is undone; what is due may still be. */
    public void settleReceived() {
        try {
            work.awaitNone();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when nothing that was received and nothing that is due is undone. */
    public void settle() {
        try {
            long begun;
            do {
                begun = work.begun();
                work.awaitNone();
                ticker.settle();
                courier.settle();
                work.awaitNone();
            } while (work.begun() != begun);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next instant of the show clock at which the timetable has anything due. */
    public Optional<Instant> nextDue() {
        return store.due().nextAfter(clock.instant());
    }

    /** The cards of a server's open polls. */
    public List<Card> cards(long server) {
        return new Reports(store).cards(server);
    }

    /** A server's seasons with their episodes and results. */
    public List<Season> seasons(long server) {
        return new Reports(store).seasons(server);
    }

    /** A server's seasons as they stand. */
    public List<Report> reports(long server) {
        return new Reports(store).of(server);
    }

    /**
     * Waits until the bot is closed.
     *
     * @throws StartFailure if Discord ended the session for good, with a sentence that says why
     */
    public void awaitEnd() {
        connection.awaitEnd();
    }

    private void finishReceived() {
        try {
            work.awaitNone(LAST_ANSWERS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Finishes what is in hand, ten seconds at most with the bounds of every part together, and stops. What is owed stays owed until the next start. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        connection.deafen(jda);
        finishReceived();
        ticker.close();
        courier.close();
        connection.close(jda);
        drawing.close();
        pools.close();
        store.close();
    }
}

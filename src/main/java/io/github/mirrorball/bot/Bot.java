package io.github.mirrorball.bot;

import io.github.mirrorball.chart.Pictures;
import io.github.mirrorball.discord.Listener;
import io.github.mirrorball.discord.ServerWatch;
import io.github.mirrorball.discord.ballot.LetteredMenus;
import io.github.mirrorball.discord.outbox.Mending;
import io.github.mirrorball.discord.route.CommandMentions;
import io.github.mirrorball.discord.route.CommandTree;
import io.github.mirrorball.discord.route.DiscordTime;
import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Lanes;
import io.github.mirrorball.discord.route.PendingWork;
import io.github.mirrorball.discord.route.Router;
import io.github.mirrorball.discord.route.Sessions;
import io.github.mirrorball.discord.route.SteadyTime;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.discord.sample.Leftovers;
import io.github.mirrorball.discord.sample.SamplePicture;
import io.github.mirrorball.discord.sample.Trials;
import io.github.mirrorball.discord.view.Drawing;
import io.github.mirrorball.discord.view.Gallery;
import io.github.mirrorball.discord.view.Illustrator;
import io.github.mirrorball.discord.view.StandardEmoji;
import io.github.mirrorball.league.GreetServer;
import io.github.mirrorball.ops.Deadline;
import io.github.mirrorball.ops.ErasureJournal;
import io.github.mirrorball.ops.ShardLease;
import io.github.mirrorball.ops.Telemetry;
import io.github.mirrorball.schedule.Ticker;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.store.Store;
import io.github.mirrorball.store.StoreException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import okhttp3.Interceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole bot, wired by hand. Runs from {@link #start} until {@link #close}. Thread-safe. */
public final class Bot implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

    /**
     * Whoever runs services waits ten seconds for a stop. So long before its end, whatever is in hand is given up that waits for the
     * database, people are told of it, all is sent, and the lease is given back.
     */
    private static final Duration LONGEST_STOP = Duration.ofMillis(8500);

    private static final Duration AFTER_WORK = Duration.ofSeconds(6);
    private static final Duration AFTER_WORDS = Duration.ofSeconds(3);
    private static final Duration AFTER_POSTS = Duration.ofMillis(2200);
    private static final Duration AFTER_REQUESTS = Duration.ofMillis(1500);
    private static final Duration AFTER_LEASE = Duration.ofMillis(700);

    private static final Duration PUBLISHED_AGAIN = Duration.ofMinutes(5);

    private final PendingWork work = new PendingWork();
    private final Pools pools = new Pools();
    private final Drawing drawing;
    private final StandardEmoji emoji;
    private final Lanes lanes = new Lanes(pools.handlers());
    private final Operations operations;
    private final ErasureJournal erased;
    private final Store store;
    private final SteadyTime steadyTime;
    private final Clock clock;
    private final Outgoing outgoing;
    private final GreetServer greetings;
    private final Ticker ticker;
    private final Trials trials;
    private final Leftovers leftovers;
    private final CommandTree commands;
    private final Connection connection;
    private final Sessions sessions = new Sessions();
    private final ShardLease lease;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param show the show clock, if it is not real time */
    private Bot(
            Settings settings,
            Optional<Clock> show,
            InstantSource computer,
            Timeouts timeouts,
            Optional<Telemetry> observer) {
        steadyTime = new SteadyTime(computer, System::nanoTime);
        clock = show.orElseGet(steadyTime::clock);
        drawing = new Drawing(timeouts.replyPicture(), timeouts.postPicture());
        operations = new Operations(settings, steadyTime);
        Telemetry telemetry = observer.orElseGet(operations::telemetry);
        pools.handlers().execute(Connection::prepare);
        store = Stores.open(settings, clock, steadyTime, telemetry);
        lease = new ShardLease(store.leases(), process(), settings.servers(), this::wake, this::onOvertaken);
        Pictures pictures = new Pictures();
        Gallery gallery = new Gallery(pictures, store.standings());
        erased = new ErasureJournal(settings.storage().backups(), steadyTime);
        UseCases useCases =
                new UseCases(store, this::recordVote, this::wake, erased::note, clock, steadyTime, telemetry);
        greetings = useCases.greetings;
        emoji = useCases.emoji;
        CommandMentions mentions = new CommandMentions();
        int perSecond = settings.requestsPerSecond();
        String installation = store.ensureInstallation();
        outgoing = new Outgoing(
                store,
                installation,
                useCases,
                sessions,
                lanes,
                work,
                drawing,
                gallery,
                lease::holds,
                perSecond,
                clock,
                steadyTime,
                timeouts,
                mentions);
        ticker = new Ticker(useCases.due::run, outgoing.courier, this::mayDoWhatIsDue, clock);
        Illustrator illustrator = new Illustrator(drawing, gallery);
        DiscordTime time = new DiscordTime(steadyTime);
        trials =
                new Trials(sessions, store.samples(), installation, new SamplePicture(pictures), clock, time, timeouts);
        leftovers = new Leftovers(trials, pools.handlers(), pools.watchdog(), work, timeouts);
        List<Feature> features = new Features(
                        store, useCases, illustrator, this::wake, clock, time, steadyTime, sessions, trials, leftovers)
                .all();
        commands = new CommandTree(
                features,
                mentions,
                CompletableFuture.delayedExecutor(PUBLISHED_AGAIN.toSeconds(), TimeUnit.SECONDS, pools.handlers()));
        Router router = new Router(
                features,
                lanes,
                store.transactions(),
                pools.handlers(),
                pools.watchdog(),
                work,
                time,
                timeouts,
                new LetteredMenus(store.polls(), useCases.replaceEmoji),
                telemetry,
                mentions);
        ServerWatch watch = new ServerWatch(useCases.departures, useCases.greetings, new Lanes(pools.handlers()), work);
        Listener listener = new Listener(router, outgoing.ballots);
        List<Interceptor> observers =
                List.of(new AnswerCount(telemetry), new AnswerDate(time, steadyTime), new PageLog(LOG::warn));
        SessionWatch session = new SessionWatch(settings.shards(), telemetry);
        connection = new Connection(
                settings,
                observers,
                timeouts,
                sessions,
                outgoing.listeners(listener, watch, session, new Mending(server -> leftovers.onMended())));
        steadyTime.setQuestion(this::askTheTime);
        store.setHopelessListener(this::onHopeless);
        drawing.prepareEarly(pictures::warmUp);
    }

    private boolean mayDoWhatIsDue() {
        return lease.holds() && !steadyTime.isUnsure();
    }

    /** Whatever Discord answers holds its time. */
    private void askTheTime() {
        sessions.first().ifPresent(jda -> jda.getRestPing().queue(millis -> wake(), silent -> wake()));
    }

    private void recordVote(long poll) {
        outgoing.refresher.onTouched(poll);
    }

    /** Connects and begins; leaves nothing open if Discord does not take the bot. */
    private Bot begin(Consumer<Bot> early) {
        early.accept(this);
        try {
            operations.serve(store);
            awaitTurn();
            outgoing.recall();
            greetings.begin();
            connection.open();
            leftovers.look();
            operations.keepSafe(store, erased);
            outgoing.courier.start();
            ticker.start();
            sessions.first().ifPresentOrElse(commands::publish, () -> commands.learn(sessions.any()));
            drawing.prepareEarly(emoji::load);
            return this;
        } catch (RuntimeException refused) {
            boolean isStopped = closed.get();
            close();
            throw isStopped && !(refused instanceof StartFailure)
                    ? new StartFailure("Stopped before it was connected to Discord.", refused)
                    : refused;
        }
    }

    /**
     * Opens the store, connects, and returns when Discord is ready.
     *
     * @param clock the show clock, by which the game and the timetable go
     * @throws StartFailure with a sentence for the operator
     */
    public static Bot start(Settings settings, Clock clock) {
        return start(settings, clock, unconnected -> {});
    }

    /**
     * The same, for whoever may have to stop it before that.
     *
     * @param early is given the bot as soon as it can be closed, which is before it is connected
     */
    public static Bot start(Settings settings, Clock clock, Consumer<Bot> early) {
        return new Bot(settings, Optional.of(clock), InstantSource.system(), Timeouts.USUAL, Optional.empty())
                .begin(early);
    }

    /** The same, for whoever measures it: they are told how it is doing, in the place of its own metrics. */
    public static Bot start(Settings settings, Clock clock, Telemetry observer) {
        return new Bot(settings, Optional.of(clock), InstantSource.system(), Timeouts.USUAL, Optional.of(observer))
                .begin(unconnected -> {});
    }

    /**
     * The same, for whoever cannot wait as long as people can.
     *
     * @param systemClock real time, as the computer has it
     */
    public static Bot start(Settings settings, Clock clock, InstantSource systemClock, Timeouts timeouts) {
        return new Bot(settings, Optional.of(clock), systemClock, timeouts, Optional.empty()).begin(unconnected -> {});
    }

    /** The same, with a game that goes by real time, which is this computer's clock unless that jumps. */
    public static Bot start(Settings settings, InstantSource computer, Consumer<Bot> early) {
        return new Bot(settings, Optional.empty(), computer, Timeouts.USUAL, Optional.empty()).begin(early);
    }

    /** The commands as Discord is told of them. */
    List<CommandData> commands() {
        return commands.definitions();
    }

    /** As an operator finds this process, in the log of another that waits for it. */
    private static String process() {
        String host = System.getenv("HOSTNAME");
        return "process " + ProcessHandle.current().pid() + (host == null ? "" : " on " + host);
    }

    private void awaitTurn() {
        try {
            if (!lease.begin()) {
                throw new StartFailure("Stopped while waiting for another process to give way.");
            }
        } catch (StoreException broken) {
            throw new StartFailure(String.valueOf(broken.getMessage()), broken);
        }
    }

    private void onOvertaken() {
        connection.fail(
                new StartFailure("Another process has taken over these shards, since this one could not reach the"
                        + " database for a while. Start it again, and it waits for its turn; if it happens often, look at what"
                        + " the database and this computer are busy with."));
    }

    private void onHopeless() {
        connection.fail(
                new StartFailure(
                        "The database could not be written for two minutes. Everything that was confirmed is"
                                + " in it. Look at the space left on the disk and at the directory's permissions, and start it again."));
    }

    /** Whether Discord tells the bot what happens, as far as the bot can know. */
    public boolean isConnected() {
        return sessions.areConnected();
    }

    /** Where health and metrics are served, if they are. */
    public Optional<InetSocketAddress> operations() {
        return operations.address();
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
                outgoing.courier.settle();
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
    public List<CardReport> cards(long server) {
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

    /** False if something that was received is still in hand at the deadline. */
    private boolean finishReceived(Deadline end) {
        try {
            return work.awaitNone(end);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Finishes what is in hand and stops, in less than ten seconds, whatever Discord and the database do. What is owed stays owed until the
     * next start. May be called before the bot is connected; then it never will be.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        Deadline end = Deadline.in(LONGEST_STOP);
        operations.beginStopping();
        connection.deafen();
        trials.end();
        boolean received = finishReceived(end.earlier(AFTER_WORK));
        boolean turned = ticker.close(end.earlier(AFTER_WORK));
        if (!received || !turned) {
            store.giveUp();
            finishReceived(end.earlier(AFTER_WORDS));
        }
        outgoing.courier.close(end.earlier(AFTER_POSTS));
        connection.close(end.earlier(AFTER_REQUESTS));
        store.giveUp();
        lease.close(end.earlier(AFTER_LEASE));
        operations.close();
        drawing.close();
        pools.close(end);
        store.close(end);
    }
}

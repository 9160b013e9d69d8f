package io.github.mirrorball.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.discord.route.AnswerRepair;
import io.github.mirrorball.discord.route.CommandMentions;
import io.github.mirrorball.discord.route.CommandTree;
import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Lanes;
import io.github.mirrorball.discord.route.PendingWork;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.route.Router;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.league.Transactions;
import io.github.mirrorball.ops.Telemetry;
import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.world.DiscordDocument;
import io.github.mirrorball.stage.world.Inspector;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageOptions;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.awaitility.Awaitility;

/** A stage, JDA, and a router with features of the test's own. Closing fails if the stage was given anything that Discord refuses. */
public final class RoutedScene implements AutoCloseable {

    /** Short, but longer than a busy computer needs for an answer that is there at once. */
    public static final Timeouts TIMEOUTS = ShortTimeouts.deferral(Duration.ofMillis(600));

    public final Stage stage;
    public final StageServer server;
    public final StageChannel channel;
    public final StageUser fan;
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
    private final PendingWork work = new PendingWork();
    private final Shared transactions = new Shared();
    private final AtomicReference<Duration> lag = new AtomicReference<>(Duration.ZERO);
    private final List<Runnable> held = new ArrayList<>();
    private boolean holding;
    public final JDA jda;

    public RoutedScene(Feature... features) throws InterruptedException {
        this(Integer.MAX_VALUE, features);
    }

    /** @param longest how many may wait for one poll */
    public RoutedScene(int longest, Feature... features) throws InterruptedException {
        Inspector inspector = DiscordDocument.find().map(Inspector.class::cast).orElse(Inspector.NONE);
        stage = Stage.start(StageOptions.defaults().withInspector(inspector));
        server = stage.server("Ballroom fans");
        channel = server.channel("ballroom");
        fan = server.member("Fan");
        Executor handlers = this::run;
        CommandMentions mentions = new CommandMentions();
        Router router = new Router(
                List.of(features),
                new Lanes(handlers, longest),
                transactions,
                handlers,
                watchdog,
                work,
                () -> Clock.systemUTC().instant().plus(lag.get()),
                TIMEOUTS,
                AnswerRepair.NONE,
                Telemetry.NONE,
                mentions);
        jda = connect(router);
        new CommandTree(List.of(features), mentions, again -> {}).publish(jda);
    }

    private JDA connect(Router router) throws InterruptedException {
        return JDABuilder.createLight(stage.token(), List.of())
                .setRestConfig(new RestConfig().setBaseUrl(stage.restUrl()))
                .setSessionController(new SessionControllerAdapter() {
                    @Override
                    public String getGateway() {
                        return stage.gatewayUrl();
                    }
                })
                .setCompression(Compression.NONE)
                .setEnableShutdownHook(false)
                .addEventListeners(new ListenerAdapter() {
                    @Override
                    public void onGenericInteractionCreate(GenericInteractionCreateEvent event) {
                        router.receive(event);
                    }
                })
                .build()
                .awaitReady();
    }

    /** A command that answers with its name. */
    public static Feature command(String name) {
        return command(name, Route.Mode.ANSWER_PRIVATE, request -> Reply.of(Panels.notice(name)));
    }

    public static Feature command(String name, Route.Mode mode, Route.Handler handler) {
        return feature(Optional.of(Commands.slash(name, "A test")), Route.command(name, mode, handler));
    }

    /** A command that opens a form, with a parameter that is suggested for. */
    public static Feature typed(String name, String parameter, Route suggestions, Route.Handler handler) {
        CommandData definition =
                Commands.slash(name, "A test").addOption(OptionType.STRING, parameter, "A word", true, true);
        return feature(Optional.of(definition), Route.command(name, Route.Mode.MODAL, handler), suggestions);
    }

    /** A command that is published and leads nowhere. */
    public static Feature defined(String name) {
        return feature(Optional.of(Commands.slash(name, "A test")));
    }

    /** A route without a command. */
    public static Feature hidden(Route route) {
        return feature(Optional.empty(), route);
    }

    private static Feature feature(Optional<CommandData> definition, Route... routes) {
        return new Feature() {
            @Override
            public Optional<CommandData> definition() {
                return definition;
            }

            @Override
            public List<Route> routes() {
                return List.of(routes);
            }
        };
    }

    private synchronized void run(Runnable task) {
        if (holding) {
            held.add(task);
        } else {
            pool.execute(task);
        }
    }

    /** From now on handlers wait for their turn. */
    public synchronized void hold() {
        holding = true;
    }

    /** The next that waits has its turn, as soon as there is one. */
    public void letOneThrough() {
        Awaitility.await().until(this::isAnyHeld);
        pool.execute(firstHeld());
    }

    private synchronized boolean isAnyHeld() {
        return !held.isEmpty();
    }

    private synchronized Runnable firstHeld() {
        return held.remove(0);
    }

    /** Handlers that waited have their turn. */
    public synchronized void release() {
        holding = false;
        held.forEach(pool::execute);
        held.clear();
    }

    /** From now on the router's clock is ahead of Discord's by this much. */
    public void lag(Duration ahead) {
        lag.set(ahead);
    }

    public void settle() throws InterruptedException {
        stage.flush();
        work.awaitNone();
    }

    /** How many acknowledgements were sent. */
    public long callbacks() {
        return stage.requests().stream()
                .filter(request -> request.path().endsWith("/callback"))
                .count();
    }

    public String told(StageUser who, String command) {
        return who.slash(channel, command).message().text();
    }

    @Override
    public void close() {
        try {
            settle();
            jda.shutdown();
            assertThat(jda.awaitShutdown(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        jda.shutdownNow();
        watchdog.shutdownNow();
        pool.shutdownNow();
        List<String> violations = stage.violations();
        stage.close();
        assertThat(violations).isEmpty();
    }

    /** How many transactions votes have shared and committed so far. */
    public int shared() {
        return transactions.committed.get();
    }

    /** Transactions without anything in them, for one thread at a time: what they share is only what follows a commit. */
    private static final class Shared implements Transactions {

        private final AtomicInteger committed = new AtomicInteger();
        private final List<Runnable> effects = new ArrayList<>();

        @Override
        public <T> T inOne(Supplier<T> work) {
            effects.clear();
            T made = work.get();
            committed.incrementAndGet();
            effects.forEach(Runnable::run);
            return made;
        }

        @Override
        public void runAfterCommit(Runnable effect) {
            effects.add(effect);
        }
    }
}

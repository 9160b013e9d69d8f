package io.github.mirrorball.bot;

import io.github.mirrorball.discord.route.HiddenChannels;
import io.github.mirrorball.discord.route.Sessions;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.ops.Deadline;
import io.github.mirrorball.ops.Shards;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.utils.IOUtil;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects JDA, with a session for each shard: to Discord, or to the place that the settings name. An unreachable Discord is tried again,
 * ever more patiently.
 */
final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Duration READY = Duration.ofMinutes(3);
    /** Discord takes a bot's sessions one after another, five seconds apart, or several at once if it is large. */
    private static final Duration NEXT_SHARD = Duration.ofSeconds(6);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Settings settings;
    private final Sessions sessions;
    private final Object[] listeners;
    private final BiConsumer<Duration, Future<?>> pause;
    private final OkHttpClient client;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    /**
     * A connection that is still to be opened.
     *
     * @param observers hear every answer of Discord's
     * @param sessions are told when Discord is there
     */
    Connection(
            Settings settings, List<Interceptor> observers, Timeouts timeouts, Sessions sessions, Object... listeners) {
        this(settings, observers, timeouts, sessions, Connection::await, listeners);
    }

    /** @param pause waits that long before the next try, unless it is not wanted any more */
    Connection(
            Settings settings,
            List<Interceptor> observers,
            Timeouts timeouts,
            Sessions sessions,
            BiConsumer<Duration, Future<?>> pause,
            Object... listeners) {
        this.settings = settings;
        this.sessions = sessions;
        this.pause = pause;
        this.listeners = listeners.clone();
        OkHttpClient.Builder heard = IOUtil.newHttpClientBuilder().readTimeout(timeouts.silence());
        observers.forEach(heard::addInterceptor);
        this.client = heard.build();
    }

    /** Loads what connecting needs, such as the certificates that are trusted: it takes a while, and can be done beside other things. */
    static void prepare() {
        DataObject.fromJson("{}").toJson();
        IOUtil.newHttpClientBuilder().build().sslSocketFactory();
    }

    /** Waits until the bot ends for good: in order, or for a reason, and then it throws why. */
    void awaitEnd() {
        try {
            ended.get();
        } catch (ExecutionException byDiscord) {
            throw byDiscord.getCause() instanceof StartFailure why
                    ? why
                    : new StartFailure("Discord ended the session.", byDiscord);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** The bot is to end, and this is why. */
    void fail(StartFailure why) {
        ended.completeExceptionally(why);
    }

    /** Takes nothing new from Discord, which is still there to be answered. */
    void deafen() {
        sessions.opened().ifPresent(all -> all.removeEventListener(listeners));
    }

    /** Ends the sessions and waits for what JDA still has to send; where there are none yet, there will be none. */
    void close(Deadline end) {
        ended.complete(true);
        sessions.opened().ifPresentOrElse(all -> close(all, end), client.dispatcher()::cancelAll);
        // JDA leaves the threads that downloaded attachments to run out by themselves, which takes a minute.
        client.dispatcher().executorService().shutdown();
    }

    private static void close(ShardManager all, Deadline end) {
        all.getShardCache().forEach(JDA::shutdown);
        try {
            for (JDA session : all.getShardCache()) {
                if (!session.awaitShutdown(Math.max(1, end.left().toNanos()), TimeUnit.NANOSECONDS)) {
                    session.shutdownNow();
                }
            }
        } catch (InterruptedException interrupted) {
            all.getShardCache().forEach(JDA::shutdownNow);
            Thread.currentThread().interrupt();
        }
        all.shutdown();
    }

    /**
     * Returns when every session is ready.
     *
     * @throws StartFailure if Discord refuses the bot, or this was closed before
     */
    void open() {
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                ShardManager ready = ready();
                sessions.onOpened(ready);
                if (!ended.isDone()) {
                    return;
                }
                giveUp(ready);
                refuseIfClosed();
            } catch (Unreachable unreachable) {
                refuseIfClosed();
                LOG.warn(
                        "Discord cannot be reached ({}); trying again in {} s",
                        unreachable.getMessage(),
                        wait.toSeconds());
                pause.accept(wait, ended);
                refuseIfClosed();
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
            }
        }
    }

    /** Says why it ended, if it did. */
    private void refuseIfClosed() {
        if (ended.isDone()) {
            awaitEnd();
            throw new StartFailure("Stopped before it was connected to Discord.");
        }
    }

    private static void await(Duration longest, Future<?> unwanted) {
        try {
            unwanted.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException usual) {
            LOG.debug("Discord is tried again", usual);
        } catch (ExecutionException failed) {
            LOG.debug("Discord is not wanted any more", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Stopped while waiting for Discord.", stopping);
        }
    }

    private ShardManager ready() throws Unreachable {
        Readiness readiness = new Readiness();
        ShardManager all = login(readiness);
        Duration longest = READY.plus(NEXT_SHARD.multipliedBy(count(all.getShardsTotal())));
        try {
            CompletableFuture.anyOf(readiness.outcome, ended).get(longest.toSeconds(), TimeUnit.SECONDS);
            all.addEventListener(new End(ended));
            return all;
        } catch (TimeoutException late) {
            giveUp(all);
            throw new Unreachable("it did not become ready within " + longest.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            giveUp(all);
            throw failed.getCause() instanceof StartFailure why
                    ? why
                    : new StartFailure("Discord ended the session.", failed);
        } catch (InterruptedException stopping) {
            giveUp(all);
            Thread.currentThread().interrupt();
            throw new StartFailure("Stopped while waiting for Discord.", stopping);
        }
    }

    private int count(int total) {
        return settings.shards().map(Shards::count).orElse(total);
    }

    private static void giveUp(ShardManager all) {
        all.getShardCache().forEach(JDA::shutdownNow);
        all.shutdown();
    }

    private ShardManager login(Readiness readiness) throws Unreachable {
        try {
            return builder(reception()).addEventListeners(readiness).build();
        } catch (InvalidTokenException refused) {
            throw new StartFailure(badToken(), refused);
        } catch (IOException | ErrorResponseException | IllegalStateException unreachable) {
            throw new Unreachable(unreachable.toString(), unreachable);
        }
    }

    private GatewayInfo reception() throws IOException {
        GatewayInfo told = GatewayInfo.at(rest(), settings.token(), client);
        return settings.wire().map(wire -> told.with(wire.gateway().toString())).orElse(told);
    }

    private String rest() {
        return settings.wire().map(wire -> wire.rest().toString()).orElse(RestConfig.DEFAULT_BASE_URL);
    }

    private DefaultShardManagerBuilder builder(GatewayInfo gatewayInfo) {
        Shards own = settings.shards().orElse(new Shards(0, gatewayInfo.shards() - 1, gatewayInfo.shards()));
        DefaultShardManagerBuilder builder = DefaultShardManagerBuilder.createLight(
                        settings.token(), GatewayIntent.GUILD_MESSAGE_REACTIONS)
                .setEnableShutdownHook(false)
                .setHttpClient(client)
                .setSessionController(gatewayInfo.sessions())
                .setShardsTotal(own.total())
                .setShards(own.first(), own.last())
                .addEventListeners(new HiddenChannels())
                .addEventListeners(listeners);
        settings.wire()
                .ifPresent(wire -> builder.setRestConfig(new RestConfig().setBaseUrl(rest()))
                        .setCompression(Compression.NONE));
        return builder;
    }

    private static String badToken() {
        return "Discord refuses the token in DISCORD_TOKEN. Copy it again from the Bot page of your application in "
                + "Discord's developer portal (resetting it there makes a new one).";
    }

    /** Every session is ready, or one has ended before that. */
    private final class Readiness extends ListenerAdapter {

        private final CompletableFuture<Boolean> outcome = new CompletableFuture<>();
        private final AtomicInteger ready = new AtomicInteger();

        @Override
        public void onReady(ReadyEvent event) {
            if (ready.incrementAndGet() == count(event.getJDA().getShardInfo().getShardTotal())) {
                outcome.complete(true);
            }
        }

        @Override
        public void onShutdown(ShutdownEvent event) {
            outcome.completeExceptionally(new StartFailure(why(event.getCloseCode(), event.getCode())));
        }
    }

    /** Tells when a session that was ready ends for good, and the bot with it. */
    private static final class End extends ListenerAdapter {

        private final CompletableFuture<Boolean> ended;

        End(CompletableFuture<Boolean> ended) {
            this.ended = ended;
        }

        @Override
        public void onShutdown(ShutdownEvent event) {
            ended.completeExceptionally(new StartFailure(why(event.getCloseCode(), event.getCode())));
        }
    }

    /** Why a session ended for good. */
    static String why(@Nullable CloseCode code, int number) {
        if (code == CloseCode.AUTHENTICATION_FAILED) {
            return badToken();
        }
        if (code == CloseCode.INVALID_SHARD || code == CloseCode.SHARDING_REQUIRED) {
            return "Discord wants the bot's servers spread over more shards, or over others (" + number
                    + "). Set SHARDS=auto, or more shards in every process.";
        }
        if (code == CloseCode.DISALLOWED_INTENTS || code == CloseCode.INVALID_INTENTS) {
            return "Discord refuses the intents of this bot (" + number
                    + "). It needs no privileged ones; check that the application is not restricted.";
        }
        return "Discord ended the session for good (" + number + (code == null ? "" : ", " + code.getMeaning())
                + "). Start again; if it happens again, look at the application in Discord's developer portal.";
    }

    private static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreachable(String why, Throwable cause) {
            super(why, cause);
        }
    }
}

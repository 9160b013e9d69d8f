package io.github.mirrorball.bot;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.utils.IOUtil;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects JDA: to Discord, or to the place that the settings name. An unreachable Discord is tried again, ever more patiently. */
final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Duration READY = Duration.ofMinutes(3);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LAST_REQUESTS = Duration.ofMillis(1500);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Settings settings;
    private final List<Interceptor> ears;
    private final Object[] listeners;
    private final Consumer<Duration> pause;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    /** @param ears hear every answer of Discord's */
    Connection(Settings settings, List<Interceptor> ears, Object... listeners) {
        this(settings, ears, Connection::pause, listeners);
    }

    /** @param pause waits that long before the next try */
    Connection(Settings settings, List<Interceptor> ears, Consumer<Duration> pause, Object... listeners) {
        this.settings = settings;
        this.ears = List.copyOf(ears);
        this.pause = pause;
        this.listeners = listeners.clone();
    }

    /** Loads what connecting needs, such as the certificates that are trusted: it takes a while, and can be done beside other things. */
    static void prepare() {
        DataObject.fromJson("{}").toJson();
        IOUtil.newHttpClientBuilder().build().sslSocketFactory();
    }

    /** Waits until the session ends for good: in order, or by Discord's will, and then it throws why. */
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

    /** Takes nothing new from Discord, which is still there to be answered. */
    void deafen(JDA jda) {
        jda.removeEventListener(listeners);
    }

    /** Ends the session and waits, bounded, for what JDA still has to send. */
    void close(JDA jda) {
        ended.complete(true);
        jda.shutdown();
        try {
            if (!jda.awaitShutdown(LAST_REQUESTS)) {
                jda.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            jda.shutdownNow();
            Thread.currentThread().interrupt();
        }
        // JDA leaves the threads that downloaded attachments to run out by themselves, which takes a minute.
        jda.getHttpClient().dispatcher().executorService().shutdown();
    }

    /** A connection that is ready. */
    JDA open() {
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                return ready();
            } catch (Unreachable unreachable) {
                LOG.warn(
                        "Discord cannot be reached ({}); trying again in {} s",
                        unreachable.getMessage(),
                        wait.toSeconds());
                pause.accept(wait);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
            }
        }
    }

    private static void pause(Duration wait) {
        try {
            TimeUnit.MILLISECONDS.sleep(wait.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Stopped while waiting for Discord.", stopping);
        }
    }

    private JDA ready() throws Unreachable {
        Readiness readiness = new Readiness();
        JDA jda = build(readiness);
        try {
            readiness.outcome.get(READY.toSeconds(), TimeUnit.SECONDS);
            jda.addEventListener(new End(ended));
            return jda;
        } catch (TimeoutException late) {
            jda.shutdownNow();
            throw new Unreachable("it did not become ready within " + READY.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            jda.shutdownNow();
            throw failed.getCause() instanceof StartFailure why
                    ? why
                    : new StartFailure("Discord ended the session.", failed);
        } catch (InterruptedException stopping) {
            jda.shutdownNow();
            Thread.currentThread().interrupt();
            throw new StartFailure("Stopped while waiting for Discord.", stopping);
        }
    }

    private JDA build(Readiness readiness) throws Unreachable {
        OkHttpClient.Builder client = IOUtil.newHttpClientBuilder();
        ears.forEach(client::addInterceptor);
        JDABuilder builder = JDABuilder.createLight(settings.token(), GatewayIntent.GUILD_MESSAGE_REACTIONS)
                .setEnableShutdownHook(false)
                .setHttpClientBuilder(client)
                .addEventListeners(readiness)
                .addEventListeners(listeners);
        settings.wire().ifPresent(wire -> elsewhere(builder, wire));
        try {
            return builder.build();
        } catch (InvalidTokenException refused) {
            throw new StartFailure(badToken(), refused);
        } catch (ErrorResponseException | IllegalStateException unreachable) {
            throw new Unreachable(unreachable.toString(), unreachable);
        }
    }

    private static String badToken() {
        return "Discord refuses the token in DISCORD_TOKEN. Copy it again from the Bot page of your application in "
                + "Discord's developer portal (resetting it there makes a new one).";
    }

    private static void elsewhere(JDABuilder builder, Settings.Wire wire) {
        builder.setRestConfig(new RestConfig().setBaseUrl(wire.rest().toString()))
                .setCompression(Compression.NONE)
                .setSessionController(new SessionControllerAdapter() {
                    @Override
                    public String getGateway() {
                        return wire.gateway().toString();
                    }
                });
    }

    /** Ready, or ended before that. */
    private static final class Readiness extends ListenerAdapter {

        private final CompletableFuture<Boolean> outcome = new CompletableFuture<>();

        @Override
        public void onReady(ReadyEvent event) {
            outcome.complete(true);
        }

        @Override
        public void onShutdown(ShutdownEvent event) {
            outcome.completeExceptionally(new StartFailure(why(event.getCloseCode(), event.getCode())));
        }
    }

    /** Tells when a session that was ready ends for good. */
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

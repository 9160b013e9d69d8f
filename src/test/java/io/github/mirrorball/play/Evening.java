package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.Bot;
import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.bot.Report;
import io.github.mirrorball.bot.Settings;
import io.github.mirrorball.bot.Storage;
import io.github.mirrorball.bot.Upkeep;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.rehearsal.play.WoundClock;
import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.DiscordDocument;
import io.github.mirrorball.stage.world.Inspector;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageOptions;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import io.github.mirrorball.store.FreshDatabase;
import io.github.mirrorball.store.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A server of fans with the real bot in it, over the stage. Every request is held against Discord's document, where it is at hand, and the
 * stage's own rules; closing fails if any was broken.
 */
public final class Evening implements AutoCloseable {

    private final Path data;
    private final Upkeep upkeep;
    private final Optional<Settings.Database> database;
    private final Timeouts timeouts;
    private final WoundClock clock;
    private final Stage stage;
    private final StageServer server;
    private final StageChannel channel;
    private final StageUser host;
    private Bot bot;

    public Evening(Instant start) {
        this(start, Upkeep.NONE);
    }

    /** An evening on which Discord's clock differs from the computer's. */
    public Evening(Instant start, InstantSource discord) {
        this(start, discord, Timeouts.USUAL);
    }

    /** An evening on which the bot waits other times than usual, and Discord's clock may differ from the computer's. */
    public Evening(Instant start, InstantSource discord, Timeouts timeouts) {
        this(start, Upkeep.NONE, discord, timeouts, Optional.empty());
    }

    /** An evening that an operator watches. */
    public Evening(Instant start, Upkeep upkeep) {
        this(start, upkeep, InstantSource.system(), Timeouts.USUAL, Optional.empty());
    }

    /** An evening with the bot on a PostgreSQL database. */
    public static Evening onPostgres(Instant start) {
        StoreSettings.Place.Server fresh = FreshDatabase.postgres();
        return new Evening(
                start,
                Upkeep.NONE,
                InstantSource.system(),
                Timeouts.USUAL,
                Optional.of(new Settings.Database(
                        fresh.jdbcUrl(), Optional.of(fresh.user()), Optional.of(fresh.password()))));
    }

    private Evening(
            Instant start,
            Upkeep upkeep,
            InstantSource discord,
            Timeouts timeouts,
            Optional<Settings.Database> database) {
        this.timeouts = timeouts;
        this.upkeep = upkeep;
        this.database = database;
        try {
            data = Files.createTempDirectory("evening");
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
        if (database.isEmpty()) {
            FreshDatabase.embeddedIn(data);
        }
        clock = new WoundClock(start);
        Inspector inspector = DiscordDocument.find().map(Inspector.class::cast).orElse(Inspector.NONE);
        stage = Stage.start(
                StageOptions.defaults().withShow(clock).withWire(discord).withInspector(inspector));
        server = stage.server("Ballroom fans");
        channel = server.channel("ballroom");
        host = server.member("Host", Set.of(Permission.MANAGE_EVENTS));
        bot = startBot();
    }

    private Bot startBot() {
        return Bot.start(
                Settings.rehearsing(
                                stage.token(),
                                data,
                                new Settings.Wire(URI.create(stage.restUrl()), URI.create(stage.gatewayUrl())))
                        .with(new Storage(data, Optional.empty(), database), Optional.empty())
                        .with(upkeep),
                clock,
                InstantSource.system(),
                timeouts);
    }

    /** Stops the bot in order and starts it again on the same data. */
    public void restart() {
        restart(() -> {});
    }

    /** The same, and meanwhile something happens. */
    public void restart(Runnable meanwhile) {
        bot.close();
        meanwhile.run();
        bot = startBot();
        settle();
    }

    /** Waits until everybody has seen and done everything. */
    public void settle() {
        for (int i = 0; i < 3; i++) {
            stage.flush();
            bot.settle();
        }
    }

    /** Waits until every vote is counted that was given, without waking the ticker. */
    public void settleVotes() {
        stage.flush();
        bot.settleReceived();
    }

    /** Winds the show clock to an instant, stopping wherever something is due on the way. */
    public void windTo(String instant) {
        Instant target = Instant.parse(instant);
        while (bot.nextDue().filter(due -> !due.isAfter(target)).isPresent()) {
            clock.windTo(bot.nextDue().orElseThrow());
            bot.wake();
            settle();
        }
        clock.windTo(target);
        bot.wake();
        settle();
    }

    /** Moves the clock without letting the bot know, as if its ticker slept. */
    public void windQuietlyTo(String instant) {
        clock.windTo(Instant.parse(instant));
    }

    /** Imports a season file and returns what the host was told. */
    public String importSeason(String json) {
        String told = host.slash(
                        channel,
                        "season import",
                        Map.of("file", new StageFile("season.json", json.getBytes(StandardCharsets.UTF_8))))
                .message()
                .text();
        settle();
        return told;
    }

    public StageUser fan(String name) {
        return server.member(name);
    }

    /** The card of an open poll. */
    public CardReport card(int episode, String asks) {
        return bot.cards(server.id()).stream()
                .filter(card -> card.asks().equals(asks) && card.episode().orElse(0) == episode)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no open card for " + asks + " of episode " + episode));
    }

    /** A card's message. */
    public StageMessage message(CardReport card) {
        return channel.messages().stream()
                .filter(message -> message.id() == card.message())
                .findFirst()
                .orElseThrow();
    }

    public void react(StageUser fan, CardReport card, String outcome) {
        fan.react(message(card), card.emoji().get(outcome));
    }

    public void unreact(StageUser fan, CardReport card, String outcome) {
        fan.unreact(message(card), card.emoji().get(outcome));
    }

    /** Fills in the form of an episode's result and returns the preview. */
    public StageMessage previewResult(StageUser who, int episode, Map<String, Object> fields) {
        StageForm form = who.slash(channel, "result enter", Map.of("episode", (long) episode))
                .form();
        return who.submit(form, new HashMap<>(fields)).message();
    }

    /** Enters an episode's result as a host does: form, preview, confirmation. */
    public void enterResult(int episode, Map<String, Object> fields) {
        StageMessage preview = previewResult(host, episode, fields);
        StageMessage told =
                host.press(preview, preview.button("result-confirm:")).message();
        assertThat(told.text()).contains("is in");
        settle();
    }

    public Report report() {
        return bot.reports(server.id()).get(0);
    }

    /** A poll of the report. */
    public Report.PollReport poll(int episode, String asks) {
        return report().polls().stream()
                .filter(poll -> poll.asks().equals(asks) && poll.episode().orElse(0) == episode)
                .findFirst()
                .orElseThrow();
    }

    /** All texts in the channel, oldest first. */
    public List<String> posts() {
        return channel.messages().stream().map(StageMessage::text).toList();
    }

    /** The bot's own directory. */
    public Path data() {
        return data;
    }

    public Stage stage() {
        return stage;
    }

    public StageServer server() {
        return server;
    }

    public StageChannel channel() {
        return channel;
    }

    public StageUser host() {
        return host;
    }

    public Bot bot() {
        return bot;
    }

    @Override
    public void close() {
        bot.close();
        List<String> violations = stage.violations();
        stage.close();
        assertThat(violations).isEmpty();
    }
}

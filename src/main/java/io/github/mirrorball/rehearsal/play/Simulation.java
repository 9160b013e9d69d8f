package io.github.mirrorball.rehearsal.play;

import io.github.mirrorball.bot.Bot;
import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.bot.Report;
import io.github.mirrorball.bot.Settings;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageOptions;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stage with the real bot on it, a server with a host, and the clock that all go by, which is wound by hand. Thread-safe, but only one
 * thread at a time may wind.
 */
public final class Simulation implements AutoCloseable {

    private static final Permission[] HOSTING = {Permission.MANAGE_EVENTS, Permission.ADMINISTRATOR};

    private final WoundClock clock;
    private final Stage stage;
    private final StageServer server;
    private final StageChannel ballroom;
    private final StageChannel hosts;
    private final StageUser host;
    private final Bot bot;

    /**
     * Opens the stage and starts the bot on it.
     *
     * @param start where the clock stands
     * @param limits whether requests are paced as Discord paces them
     * @param data an empty directory for the bot's database
     * @param fans names that the host must not have
     */
    public Simulation(Instant start, boolean limits, Path data, Collection<String> fans) {
        this.clock = new WoundClock(start);
        this.stage = Stage.start(StageOptions.defaults().withShow(clock).withLimits(limits));
        this.server = stage.server("Rehearsal");
        this.ballroom = server.channel("ballroom");
        this.hosts = server.channel("hosts");
        this.host = server.member(hostName(fans));
        host.give(server.role("Hosts", HOSTING));
        this.bot = start(limits, data);
    }

    private Bot start(boolean limits, Path data) {
        Settings.Wire wire = new Settings.Wire(URI.create(stage.restUrl()), URI.create(stage.gatewayUrl()), limits);
        try {
            return Bot.start(Settings.rehearsing(stage.token(), data, wire), clock);
        } catch (RuntimeException failed) {
            stage.close();
            throw failed;
        }
    }

    /** A fan may be called anything. */
    private static String hostName(Collection<String> fans) {
        String name = "Host";
        while (fans.contains(name)) {
            name = "The " + name;
        }
        return name;
    }

    /** The clock that the show goes by. */
    public Clock clock() {
        return clock;
    }

    /** What everybody stands on. */
    public Stage stage() {
        return stage;
    }

    /** The server that everybody is in. */
    public StageServer server() {
        return server;
    }

    /** The channel that the season is played in. */
    public StageChannel ballroom() {
        return ballroom;
    }

    /** The channel in which the host enters results. */
    public StageChannel hosts() {
        return hosts;
    }

    /** The person who may do everything. */
    public StageUser host() {
        return host;
    }

    /** The open polls' cards. */
    public List<CardReport> cards() {
        return bot.cards(server.id());
    }

    /** The message that a card is. */
    StageMessage message(CardReport card) {
        return Stream.of(ballroom, hosts)
                .filter(channel -> channel.id() == card.channel())
                .flatMap(channel -> channel.messages().stream())
                .filter(message -> message.id() == card.message())
                .findFirst()
                .orElseThrow(() -> new PlayFailure("The card of poll " + card.poll() + " is not where the bot says."));
    }

    /** The server's seasons as they stand, for people who check them. */
    public List<Report> reports() {
        return bot.reports(server.id());
    }

    /** The server's seasons as the bot knows them. */
    public List<Season> seasons() {
        return bot.seasons(server.id());
    }

    /** When the timetable has anything due next. */
    Optional<Instant> nextDue() {
        return bot.nextDue().filter(due -> due.isAfter(clock.instant()));
    }

    /** Winds the clock, stopping at everything that is due on the way. */
    void windTo(Instant target) {
        Optional<Instant> due = nextDue().filter(at -> !at.isAfter(target));
        while (due.isPresent()) {
            wind(due.get());
            due = nextDue().filter(at -> !at.isAfter(target));
        }
        wind(target);
    }

    private void wind(Instant instant) {
        clock.windTo(instant);
        bot.wake();
        awaitCalm();
    }

    /** Returns when everybody has seen and done everything. What the bot does may make the stage tell it more. */
    void awaitCalm() {
        long before;
        do {
            before = requests();
            stage.flush();
            bot.settle();
        } while (requests() != before);
    }

    private long requests() {
        return stage.requestCounts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public void close() {
        bot.close();
        stage.close();
    }
}

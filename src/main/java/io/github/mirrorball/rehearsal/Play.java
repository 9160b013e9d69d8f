package io.github.mirrorball.rehearsal;

import io.github.mirrorball.bot.Bot;
import io.github.mirrorball.bot.Card;
import io.github.mirrorball.bot.Report;
import io.github.mirrorball.bot.Settings;
import io.github.mirrorball.rehearsal.SeasonScript.Scene;
import io.github.mirrorball.rehearsal.stage.Permission;
import io.github.mirrorball.rehearsal.stage.Stage;
import io.github.mirrorball.rehearsal.stage.StageChannel;
import io.github.mirrorball.rehearsal.stage.StageMessage;
import io.github.mirrorball.rehearsal.stage.StageOptions;
import io.github.mirrorball.rehearsal.stage.StageServer;
import io.github.mirrorball.rehearsal.stage.StageUser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plays a season to its end: the real bot against the stage, time passing only by winding its clock. For one play, by one thread.
 */
public final class Play implements AutoCloseable {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final Set<Permission> HOSTING = Set.of(Permission.MANAGE_EVENTS, Permission.ADMINISTRATOR);
    private static final Set<String> SETTLED = Set.of("resolved", "canceled");

    private final SeasonScript season;
    private final Picker picker;
    private final WoundClock clock;
    private final Stage stage;
    private final StageServer server;
    private final StageChannel ballroom;
    private final StageChannel hosts;
    private final Host host;
    private final Map<String, StageUser> fans = new HashMap<>();
    private final Bot bot;
    private int uncast;

    /**
     * What a play came to.
     *
     * @param uncast how many picks could not be cast, because their contestants had left before
     */
    public record Played(Report report, int uncast) {}

    /**
     * Opens the stage and starts the bot on it.
     *
     * @param limits whether requests are paced as Discord paces them
     * @param data an empty directory for the bot's database
     */
    public Play(SeasonScript season, Picker picker, boolean limits, Path data) {
        this.season = season;
        this.picker = picker;
        this.clock = new WoundClock(season.begins());
        this.stage = Stage.start(StageOptions.defaults().withShow(clock).withLimits(limits));
        this.server = stage.server("Rehearsal");
        this.ballroom = server.channel("ballroom");
        this.hosts = server.channel("hosts");
        this.host = new Host(server.member(hostName(), HOSTING), season);
        picker.fans().forEach(fan -> fans.put(fan, server.member(fan)));
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
    private String hostName() {
        String name = "Host";
        while (picker.fans().contains(name)) {
            name = "The " + name;
        }
        return name;
    }

    /**
     * Plays to the end.
     *
     * @throws PlayFailure when the bot does not take what the host gives it
     */
    Played play(Progress progress) {
        calm();
        String said = host.announce(ballroom);
        calm();
        if (bot.reports(server.id()).isEmpty()) {
            throw new PlayFailure("The season was not taken. The bot said: " + said);
        }
        for (Scene scene : season.scenes()) {
            windTo(scene.at());
            String done = scene instanceof Scene.Entering entering ? enter(entering) : pick((Scene.Picking) scene);
            calm();
            progress.step(local(scene) + "  Episode " + scene.episode().number() + ": " + done);
        }
        windTo(season.ends());
        return new Played(report(), uncast);
    }

    private String local(Scene scene) {
        return LOCAL.format(scene.at().atZone(season.plan().zone()));
    }

    private Report report() {
        return bot.reports(server.id()).get(0);
    }

    private String enter(Scene.Entering scene) {
        String said = host.enter(hosts, scene.episode(), scene.result());
        calm();
        report().polls().stream()
                .filter(poll -> season.isSettledBy(scene, new Question(poll.episode(), poll.asks())))
                .filter(poll -> !SETTLED.contains(poll.state()))
                .findFirst()
                .ifPresent(open -> {
                    throw Host.refused(scene.episode(), said);
                });
        return "result entered";
    }

    private String pick(Scene.Picking scene) {
        List<Card> cards = bot.cards(server.id());
        int cast = 0;
        for (Question question : scene.questions()) {
            Optional<Card> card =
                    cards.stream().filter(each -> isFor(each, question)).findFirst();
            List<String> outcomes =
                    card.map(each -> List.copyOf(each.emoji().keySet())).orElse(List.of());
            Map<String, String> picks = picker.picks(question, outcomes);
            int taken = card.map(each -> cast(each, picks)).orElse(0);
            uncast += picks.size() - taken;
            cast += taken;
        }
        return cast == 1 ? "1 pick" : cast + " picks";
    }

    private static boolean isFor(Card card, Question question) {
        return card.episode().equals(question.episode()) && card.asks().equals(question.asks());
    }

    /** Casts those of the picks that can be cast, and counts them. */
    private int cast(Card card, Map<String, String> picks) {
        StageMessage message = message(card);
        int cast = 0;
        for (Map.Entry<String, String> pick : picks.entrySet()) {
            Optional<String> emoji = Optional.ofNullable(card.emoji().get(pick.getValue()));
            emoji.ifPresent(reaction -> fan(pick.getKey()).react(message, reaction));
            cast += emoji.isPresent() ? 1 : 0;
        }
        return cast;
    }

    private StageUser fan(String name) {
        return fans.computeIfAbsent(name, server::member);
    }

    private StageMessage message(Card card) {
        return List.of(ballroom, hosts).stream()
                .filter(channel -> channel.id() == card.channel())
                .flatMap(channel -> channel.messages().stream())
                .filter(message -> message.id() == card.message())
                .findFirst()
                .orElseThrow(() -> new PlayFailure("The card of poll " + card.poll() + " is not where the bot says."));
    }

    /** Stops at everything that is due on the way. */
    private void windTo(Instant target) {
        Optional<Instant> due = nextDue(target);
        while (due.isPresent()) {
            wind(due.get());
            due = nextDue(target);
        }
        wind(target);
    }

    private Optional<Instant> nextDue(Instant target) {
        return bot.nextDue().filter(due -> due.isAfter(clock.instant()) && !due.isAfter(target));
    }

    private void wind(Instant instant) {
        clock.windTo(instant);
        bot.wake();
        calm();
    }

    /** What the bot does may make the stage tell it more. */
    private void calm() {
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

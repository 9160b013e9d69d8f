package io.github.mirrorball.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mirrorball.faults.Kills.Kill;
import io.github.mirrorball.faults.Kills.Moment;
import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.RequestRecord;
import io.github.mirrorball.stage.world.StageAnswer;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageOptions;
import io.github.mirrorball.stage.world.StageReply;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageSilence;
import io.github.mirrorball.stage.world.StageUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A server with the bot in it, which runs as a process of its own, is killed as planned, and is started again. For one thread at a time. */
final class Venue implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration GLANCE = Duration.ofMillis(5);
    private static final Duration RECONNECTED = Duration.ofMinutes(3);
    private static final Duration EVENTUALLY = Duration.ofMinutes(2);
    private static final int AGAIN = 500;
    private static final Duration LAST_WORD = Duration.ofMillis(30);

    private final Launcher launcher;
    private final Path directory;
    private final Kills kills;
    private final Weather weather;
    private final Diary diary;
    private final SharedClock clock;
    private final Stage stage;
    private final Creations creations;
    private final StageServer server;
    private final StageChannel ballroom;
    private final StageChannel hosts;
    private final StageUser host;
    private final List<Runnable> afterKill = new ArrayList<>();
    private volatile Optional<BotProcess> bot = Optional.empty();
    private Optional<Instant> nextDue = Optional.empty();
    private volatile Optional<Kill> armed = Optional.empty();
    private volatile boolean wasKilled;
    private boolean begun;
    private int starts;

    Venue(Launcher launcher, Path directory, Instant start, Kills kills, Function<Stage, Weather> weather) {
        this.launcher = launcher;
        this.directory = directory;
        this.kills = kills;
        try {
            Files.createDirectories(directory.resolve("data"));
            Files.createDirectories(directory.resolve("copy"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        diary = new Diary(directory.resolve("diary.txt"));
        clock = SharedClock.in(directory.resolve("clock"));
        clock.windTo(start);
        stage = Stage.start(StageOptions.defaults().withShow(clock));
        creations = Creations.on(stage);
        server = stage.server("Ballroom fans");
        ballroom = server.channel("ballroom");
        hosts = server.channel("hosts");
        host = server.member("Host", Set.of(Permission.MANAGE_EVENTS));
        stage.watchRequests(this::requested);
        this.weather = weather.apply(stage);
    }

    /** Is run after every kill, before the next start. */
    void afterKill(Runnable check) {
        afterKill.add(check);
    }

    /** Whether the bot runs. */
    boolean isUp() {
        return bot.filter(BotProcess::isAlive).isPresent();
    }

    /** Sees to it that the bot runs, as far as the plan lets it. */
    void up() {
        while (!isUp()) {
            if (wasKilled) {
                wasKilled = false;
                afterKill.forEach(Runnable::run);
            }
            launch();
        }
    }

    private void launch() {
        BotProcess launched = launcher.launch(
                List.of(
                        directory.resolve("data").toString(),
                        stage.restUrl(),
                        stage.gatewayUrl(),
                        stage.token(),
                        directory.resolve("clock").toString(),
                        Long.toString(server.id())),
                directory.resolve("bot.log"));
        starts++;
        diary.note("start " + starts);
        bot = Optional.of(launched);
        Optional<Kill> atStart = kills.take(Moment.STARTING);
        if (atStart.filter(kill -> kill.after() > 0).isPresent()) {
            pause(atStart.get().millis());
            kill(atStart.get());
            return;
        }
        if (!launched.awaitReady() && !wasKilled) {
            throw new AssertionError(
                    "The bot ended by itself with " + launched.exit() + ": " + directory.resolve("bot.log"));
        }
        atStart.ifPresent(kill -> {
            pause(kill.millis() / 10);
            kill(kill);
        });
        arm();
    }

    /** A thing of this moment happens; if the plan says so, it is the bot's last. */
    void happens(Moment moment) {
        weather.happens(moment);
        kills.happens(moment).ifPresent(kill -> {
            pause(kill.millis());
            kill(kill);
        });
    }

    /** Does the next kill of this moment, if any is left. */
    boolean killNow(Moment moment) {
        Optional<Kill> left = isUp() ? kills.take(moment) : Optional.empty();
        left.ifPresent(this::kill);
        return left.isPresent();
    }

    /** Does what is left of the plan, while nothing happens. */
    void killAtRest() {
        Optional<Kill> left = armed.or(kills::takeAny);
        while (left.isPresent()) {
            disarm();
            settleSurely();
            kill(new Kill(Moment.RESTING, 0, 0, ""));
            left = kills.takeAny();
        }
        settleSurely();
    }

    private void disarm() {
        armed = Optional.empty();
        clearUp();
    }

    /** Ends what was ordered; the weather goes on. */
    private void clearUp() {
        stage.faults().clear();
        weather.begin();
    }

    private synchronized void kill(Kill kill) {
        if (isUp()) {
            wasKilled = true;
            diary.note("kill " + (kills.all() + 1) + " " + kill);
            bot.ifPresent(BotProcess::kill);
            kills.done(kill.moment());
            diary.note("dead");
        } else {
            kills.again(kill);
        }
    }

    /** The season is set up, and the weather may change. */
    void begin() {
        begun = true;
        weather.begin();
        arm();
    }

    /** The next kill that waits for a request begins to wait. */
    private void arm() {
        if (begun && armed.isEmpty()) {
            armed = kills.take(Moment.UNHEARD).or(() -> kills.take(Moment.UNANSWERED));
            armed.filter(kill -> kill.moment() == Moment.UNHEARD)
                    .ifPresent(kill -> stage.faults().failNext(1, kill.route(), Fault.silence()));
        }
    }

    /** A kill that still waits for its request waits for the next message instead, since there is always one of these. */
    void lowerTheBar() {
        armed = armed.map(kill -> {
            if (kill.moment() == Moment.UNHEARD) {
                clearUp();
                stage.faults().failNext(1, Kills.POSTS, Fault.silence());
            }
            return kill.on(Kills.POSTS);
        });
    }

    private synchronized void requested(RequestRecord request) {
        diary.note(request.status() + " " + request.method() + " " + request.path());
        weather.answered(request.status());
        Optional<Kill> waiting =
                armed.filter(kill -> (request.method() + " " + request.route()).startsWith(kill.route()));
        if (waiting.isEmpty()) {
            return;
        }
        Kill kill = waiting.get();
        boolean unheard = kill.moment() == Moment.UNHEARD && request.status() == 0;
        boolean unanswered = kill.moment() == Moment.UNANSWERED && request.status() / 100 == 2;
        if (unheard || (unanswered && kill.after() <= 0)) {
            armed = Optional.empty();
            kill(kill);
        } else if (unanswered) {
            armed = Optional.of(new Kill(kill.moment(), kill.after() - 1, kill.millis(), kill.route()));
        }
    }

    /** Waits for an answer as long as there is somebody to give it. */
    StageAnswer await(StageReply reply) {
        while (isUp() && !reply.isAnswered()) {
            reply.await(GLANCE);
        }
        return reply.isAnswered() || isUp()
                ? reply.await()
                : reply.await(LAST_WORD) instanceof StageSilence ? new StageSilence("the bot is dead") : reply.await();
    }

    /** Returns when everybody has seen and done everything. False when the bot did not live to see that. */
    boolean settle() {
        long before;
        do {
            if (!awaitSession()) {
                return false;
            }
            before = requests();
            stage.flush();
            Optional<String> due = bot.filter(BotProcess::isAlive).flatMap(running -> running.ask("settle"));
            if (due.isEmpty()) {
                return false;
            }
            nextDue = due.filter(said -> !said.equals(BotMain.NOTHING_DUE)).map(Instant::parse);
        } while (requests() != before || stage.sessions() == 0);
        return isUp();
    }

    /** A connection that was cut is made again, by and by. False when the bot did not live to see that. */
    private boolean awaitSession() {
        long begun = System.nanoTime();
        while (isUp() && stage.sessions() == 0) {
            if (System.nanoTime() - begun > RECONNECTED.toNanos()) {
                throw new AssertionError("The bot does not come back: " + log());
            }
            pause((int) GLANCE.toMillis());
        }
        return isUp();
    }

    /** Discord is away for a while across this instant, and the bot keeps time without it. */
    void awayAcross(Instant instant, Duration before, Duration after, Runnable meanwhile) {
        windTo(instant.minus(before), Moment.RESTING);
        stage.faults().setAway();
        awaitNoticed();
        meanwhile.run();
        alone(instant);
        alone(instant.plus(after));
        stage.faults().setBack();
        settleSurely();
    }

    /** A minute is a long time to notice that Discord is away, but a clock that is wound leaves none. */
    private void awaitNoticed() {
        long begun = System.nanoTime();
        while (!isNoticed()) {
            if (System.nanoTime() - begun > EVENTUALLY.toNanos()) {
                throw new AssertionError("The bot does not notice that Discord is away: " + log());
            }
            pause((int) GLANCE.toMillis());
        }
    }

    private boolean isNoticed() {
        try (LeagueFile league = league()) {
            return league.knowsOfGaps();
        }
    }

    private void alone(Instant instant) {
        clock.windTo(instant);
        bot.ifPresent(running -> running.tell("wake"));
        bot.ifPresent(running -> running.tell("settle"));
        bot.ifPresent(BotProcess::awaitAnswer);
    }

    /** Tries for a while, in real time, since the bot tries again in real time as well. */
    boolean eventually(BooleanSupplier condition) {
        long begun = System.nanoTime();
        settleSurely();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > EVENTUALLY.toNanos()) {
                return false;
            }
            pause(AGAIN);
            settleSurely();
        }
        return true;
    }

    private long requests() {
        return stage.requestCounts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** As {@link #settle()}, with as many starts as it takes. */
    void settleSurely() {
        do {
            up();
        } while (!settle());
    }

    /** The bot tries again in real time, and time that is wound on would leave it none: so nothing may be owed before. */
    private void catchUp() {
        settleSurely();
        if (!weather.isFair() && !eventually(this::isNothingOwed)) {
            throw new AssertionError("Something is owed for too long: " + log());
        }
    }

    private boolean isNothingOwed() {
        try (LeagueFile league = league()) {
            return league.owesNothing();
        }
    }

    /** Winds the clock, stopping at everything that is due on the way; when this returns, all of that is done. */
    void windTo(Instant target, Moment moment) {
        settleSurely();
        while (clock.instant().isBefore(target)) {
            Instant now = clock.instant();
            clock.windTo(nextDue.filter(due -> due.isAfter(now) && due.isBefore(target))
                    .orElse(target));
            bot.ifPresent(running -> running.tell("wake"));
            happens(moment);
            catchUp();
        }
        while (killNow(moment)) {
            catchUp();
        }
    }

    /** Winds the clock on to when something is due next. */
    boolean windToNextDue(Moment moment) {
        settleSurely();
        Optional<Instant> due = nextDue;
        due.ifPresent(at -> windTo(at, moment));
        return due.isPresent();
    }

    /** How things stand, in the bot's own words. */
    JsonNode report() {
        return asked("report");
    }

    private JsonNode asked(String question) {
        Optional<String> answer = Optional.empty();
        while (answer.isEmpty()) {
            settleSurely();
            answer = bot.flatMap(running -> running.ask(question));
        }
        try {
            return JSON.readTree(answer.get());
        } catch (JsonProcessingException garbled) {
            throw new UncheckedIOException(garbled);
        }
    }

    /** Stops the bot in order. */
    void quit() {
        bot.ifPresent(BotProcess::quit);
        bot = Optional.empty();
    }

    /** The bot's database, read while nothing is written. */
    LeagueFile league() {
        return LeagueFile.copy(directory.resolve("data"), directory.resolve("copy"));
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    Instant now() {
        return clock.instant();
    }

    Stage stage() {
        return stage;
    }

    Creations creations() {
        return creations;
    }

    StageServer server() {
        return server;
    }

    StageChannel ballroom() {
        return ballroom;
    }

    StageChannel hosts() {
        return hosts;
    }

    StageUser host() {
        return host;
    }

    Diary diary() {
        return diary;
    }

    Kills kills() {
        return kills;
    }

    Weather weather() {
        return weather;
    }

    int starts() {
        return starts;
    }

    Path log() {
        return directory.resolve("bot.log");
    }

    @Override
    public void close() {
        bot.filter(BotProcess::isAlive).ifPresent(BotProcess::kill);
        stage.close();
        diary.close();
    }
}

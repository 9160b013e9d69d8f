package io.github.mirrorball.bench;

import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A season of one night with thirteen couples, which asks who leaves; in a server of its own. */
final class SmallSeason {

    private static final int COUPLES = 13;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final StageServer server;
    private final Instant airs;
    private final StageChannel channel;
    private final StageUser host;

    private SmallSeason(StageServer server, Instant airs) {
        this.server = server;
        this.airs = airs;
        this.channel = server.channel("ballroom");
        this.host = server.member("Host of " + server.name(), Set.of(Permission.MANAGE_EVENTS));
    }

    /** Sets it up in a new server of this name, with the poll open and everything told. */
    static SmallSeason open(Measured bot, String name, Instant about) {
        SmallSeason season = begin(bot, name, about);
        bot.settle();
        return season;
    }

    /** Sets it up while the bot has much else to tell; what there is to see of it comes by and by. */
    static SmallSeason begin(Measured bot, String name, Instant about) {
        Instant airs = about.truncatedTo(ChronoUnit.MINUTES);
        SmallSeason season = new SmallSeason(bot.stage().server(name), airs);
        StageFile file = new StageFile("season.json", json(airs).getBytes(StandardCharsets.UTF_8));
        String told = season.host
                .slash(season.channel, "season import", Map.of("file", file))
                .message()
                .text();
        if (!told.contains("A Small Season")) {
            throw new AssertionError(told);
        }
        return season;
    }

    private static String json(Instant airs) {
        return """
                {"format": 1, "show": "A Small Show", "title": "A Small Season", "timeZone": "UTC",
                 "contestants": [%s],
                 "settings": {"reminderMinutes": []},
                 "episodes": [{"number": 1, "title": "The Only Night", "airsAt": "%s", "asks": ["elimination"]}]}""".formatted(
                        IntStream.range(0, COUPLES).mapToObj("""
                                        {"id": "couple-number-%1$d", "name": "Somebody Who Dances %1$d", "partner": "A Partner %1$d"}"""::formatted).collect(Collectors.joining(",")),
                        LocalDateTime.ofInstant(airs, ZoneOffset.UTC));
    }

    /** When the night begins, which is when the poll locks. */
    Instant airs() {
        return airs;
    }

    /** A couple's id. */
    String couple(int number) {
        return "couple-number-" + number;
    }

    StageServer server() {
        return server;
    }

    StageChannel channel() {
        return channel;
    }

    StageUser host() {
        return host;
    }

    /** The poll's card, once it is there. */
    StageMessage card() {
        long begun = System.nanoTime();
        Optional<StageMessage> card = found();
        while (card.isEmpty() && System.nanoTime() - begun < PATIENCE.toNanos()) {
            LockSupport.parkNanos(GLANCE.toNanos());
            card = found();
        }
        return card.orElseThrow(() -> new AssertionError("There is no card in " + server.name()));
    }

    private Optional<StageMessage> found() {
        return channel.messages().stream()
                .filter(message -> message.components().toString().contains("\"ballot:"))
                .findFirst();
    }
}

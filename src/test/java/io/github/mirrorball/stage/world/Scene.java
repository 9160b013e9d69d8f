package io.github.mirrorball.stage.world;

import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.rules.Permission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A stage with one server, one channel, a fan and a host; with JDA on it where a test asks for that. */
final class Scene implements AutoCloseable {
    final Stage stage;
    final StageServer server;
    final StageChannel ballroom;
    final StageUser ana;
    final StageUser host;
    final RawRest rest;
    private @Nullable RealBot bot;

    Scene(StageOptions options) {
        this.stage = Stage.start(options);
        this.server = stage.server("Ballroom");
        this.ballroom = server.channel("picks");
        this.ana = server.member("Ana");
        this.host = server.member("Hana", Set.of(Permission.MANAGE_EVENTS));
        this.rest = new RawRest(stage);
    }

    Scene() {
        this(StageOptions.defaults());
    }

    /** Every exchange is held against Discord's own document, where that is at hand. */
    static StageOptions inspected() {
        return StageOptions.defaults()
                .withInspector(DiscordDocument.find().map(Inspector.class::cast).orElse(Inspector.NONE));
    }

    RealBot bot() throws InterruptedException {
        if (bot == null) {
            bot = RealBot.on(stage);
        }
        return bot;
    }

    String messages() {
        return "channels/" + ballroom.id() + "/messages";
    }

    /** Has the bot send a message; its id. */
    long send(String json) {
        return rest.call("POST", messages(), json).expect(200).path("id").asLong();
    }

    StageMessage message(long id) {
        return ballroom.messages().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        if (bot != null) {
            bot.close();
        }
        stage.close();
    }

    /** Time that moves when told to; it starts at the system's, since JDA judges tokens by that. */
    static final class Wound implements InstantSource {
        private final AtomicReference<Instant> now =
                new AtomicReference<>(Clock.systemUTC().instant());

        void wind(Duration by) {
            now.updateAndGet(instant -> instant.plus(by));
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}

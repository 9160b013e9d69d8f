package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.bot.Bot;
import io.github.mirrorball.bot.OfflineBackups;
import io.github.mirrorball.bot.Settings;
import io.github.mirrorball.bot.Storage;
import io.github.mirrorball.league.Agenda;
import io.github.mirrorball.league.PlanScheduledEvents;
import io.github.mirrorball.league.Scores;
import io.github.mirrorball.ops.Backups;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.Voter;
import io.github.mirrorball.reference.RandomPicks;
import io.github.mirrorball.reference.RealSeason;
import io.github.mirrorball.rehearsal.play.WoundClock;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.file.Reading;
import io.github.mirrorball.show.file.SeasonFile;
import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageOptions;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import io.github.mirrorball.store.Store;
import io.github.mirrorball.store.StoreSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four seasons move from a file to a PostgreSQL server and back, and nobody can tell by the answers. */
class MigratedSeasonsTest {

    private static final Instant AFTER_ALL = Instant.parse("2026-06-01T00:00:00Z");
    private static final Clock CLOCK = new WoundClock(AFTER_ALL);
    private static final int FANS = 30;

    @AutoClose
    private final Stage stage = Stage.start(StageOptions.defaults());

    private final List<League> leagues = new ArrayList<>();

    @TempDir
    private Path directory;

    private record League(StageChannel channel, StageUser fan) {}

    @Test
    void standingsAnswerTheSameInEveryPlace() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Storage file = storage(Map.of("DATA_DIR", directory.resolve("first").toString()));
            Storage postgres = storage(Map.of(
                    "DATABASE_URL",
                    "postgres://postgres:postgres@127.0.0.1:" + server.getPort() + "/postgres",
                    "DATA_DIR",
                    directory.resolve("backups").toString()));
            Storage back =
                    storage(Map.of("DATA_DIR", directory.resolve("second").toString()));
            fill(directory.resolve("first").resolve("mirrorball"));
            List<String> before = answers(file);

            Backups.Copy there = new OfflineBackups(file).copyTo(postgres);
            List<String> meanwhile = answers(postgres);
            Backups.Copy andBack = new OfflineBackups(postgres).copyTo(back);

            assertThat(there.seasons()).isEqualTo(4);
            assertThat(there.picks()).isGreaterThan(1000).isEqualTo(andBack.picks());
            assertThat(before)
                    .hasSize(8)
                    .allSatisfy(answer -> assertThat(answer).contains("points", "right"));
            assertThat(meanwhile).isEqualTo(before);
            assertThat(answers(back)).isEqualTo(before);
        }
    }

    /** What {@code /standings} and {@code /me} say in each server. */
    private List<String> answers(Storage storage) {
        Settings.Wire wire = new Settings.Wire(URI.create(stage.restUrl()), URI.create(stage.gatewayUrl()));
        Settings settings =
                Settings.rehearsing(stage.token(), storage.dataDir(), wire).with(storage, Optional.empty());
        try (Bot bot = Bot.start(settings, CLOCK)) {
            bot.settle();
            List<String> answers = new ArrayList<>();
            for (League league : leagues) {
                answers.add(answer(league, "standings"));
                answers.add(league.fan().name() + answer(league, "me"));
            }
            return answers;
        }
    }

    private static String answer(League league, String command) {
        return league.fan().slash(league.channel(), command).message().text();
    }

    private static Storage storage(Map<String, String> environment) {
        return Storage.read(environment, Path.of("src"));
    }

    private void fill(Path database) {
        try (Store store = Store.open(StoreSettings.embedded(database), CLOCK, Clock.systemUTC())) {
            for (String season : List.of("05", "08", "33", "34")) {
                StageServer server = stage.server("Server " + leagues.size());
                StageChannel channel = server.channel("ballroom");
                leagues.add(new League(channel, fill(store, server, channel, RealSeason.json(season))));
            }
        }
    }

    /** Puts a season with picks into the store, and returns one of its fans. */
    private static StageUser fill(Store store, StageServer server, StageChannel channel, JsonNode file) {
        Reading.Read read = (Reading.Read) SeasonFile.read(file.toString().getBytes(StandardCharsets.UTF_8));
        long id = store.seasons().add(server.id(), read.plan(), Posting.to(channel.id()), 3);
        Season season = store.seasons().find(id).orElseThrow();
        PlanScheduledEvents calendar = new PlanScheduledEvents(store.seasons(), store.events(), store.outbox(), CLOCK);
        new Agenda(store.polls(), store.outbox(), store.moments(), calendar, Optional::of, CLOCK).keep(season);
        Scores scores = new Scores(
                store.polls(), store.picks(), store.fans(), store.jokers(), store.standings(), store.corrections());
        Map<String, StageUser> people = new HashMap<>();
        store.transactions().inOne(() -> {
            RandomPicks.of(file, FANS, 1).path("picks").forEach(line -> {
                StageUser person = people.computeIfAbsent(line.path("fan").asText(), server::member);
                pick(store, season, new Voter(server.id(), person.id(), person.name()), line);
            });
            scores.replace(season);
            return id;
        });
        return people.values().iterator().next();
    }

    private static void pick(Store store, Season season, Voter voter, JsonNode line) {
        Fan fan = store.fans().ensure(voter);
        Poll asked = store.polls().ofSeason(season.id()).stream()
                .filter(poll -> poll.ask().kind().id().equals(line.path("asks").asText()))
                .filter(poll -> poll.episode().orElse(0) == line.path("episode").asInt(0))
                .findFirst()
                .orElseThrow();
        store.picks().put(new Pick(asked.id(), fan.id(), line.path("pick").asText(), asked.locksAt(), false));
    }
}

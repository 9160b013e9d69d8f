package io.github.mirrorball.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.bot.Bot;
import io.github.mirrorball.bot.Settings;
import io.github.mirrorball.bot.StartFailure;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import io.github.mirrorball.store.FreshDatabase;
import io.github.mirrorball.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole bots that share one PostgreSQL, as several processes do. Those that are killed are in {@link KilledHalvesTest}. */
class SeveralProcessesTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(8);
    private static final String COMMANDS = "PUT /applications/{application_id}/commands";

    @TempDir
    private Path directory;

    private final StoreSettings.Place.Server database = FreshDatabase.postgres();
    private Tour tour;

    @BeforeEach
    void begin() {
        tour = new Tour(directory);
    }

    @AfterEach
    void end() {
        tour.close();
    }

    @Test
    void twoHalvesPlayFourSeasonsAndGiveWayToTheirSuccessorsAndToAWhole() throws Exception {
        Part left = tour.joins(Part.of(start(Tour.LEFT.toString())));
        Part right = tour.joins(Part.of(start(Tour.RIGHT.toString())));
        assertThat(tour.stage().requestCounts()).containsEntry(COMMANDS, 1L);
        tour.places().forEach(place -> place.begin(2));
        vote(1);

        CompletableFuture<Bot> successor = waiting(Tour.LEFT.toString());
        leave(left);
        left = tour.joins(Part.of(successor.get(AT_ONCE.toSeconds(), TimeUnit.SECONDS)));
        finish(1);

        CompletableFuture<Bot> whole = waiting(Shared.ALL);
        leave(left);
        assertThat(whole).isNotDone();
        leave(right);
        Bot all = whole.get(AT_ONCE.toSeconds(), TimeUnit.SECONDS);
        tour.joins(Part.of(all));
        assertThat(tour.stage().sessions()).isEqualTo(2);
        assertThat(all.isConnected()).isTrue();
        vote(2);
        finish(2);

        tour.places()
                .forEach(place -> assertThat(place.posts("Picks are locked")).isEqualTo(2));
        tour.expectOnceEach();
        assertThat(tour.places())
                .extracting(place -> all.seasons(place.id()).size())
                .containsOnly(1);
        assertThat(Set.copyOf(tour.reports())).hasSize(1);
        assertThat(tour.stage().requestCounts()).containsEntry(COMMANDS, 1L);
        assertThat(tour.stage().violations()).isEmpty();
    }

    @Test
    void anErasureInDirectMessagesReachesTheServersOfEveryProcess() {
        tour.joins(Part.of(start(Tour.LEFT.toString())));
        tour.joins(Part.of(start(Tour.RIGHT.toString())));
        tour.places().forEach(place -> place.begin(1));
        vote(1);
        assertThat(tour.places())
                .allSatisfy(place -> assertThat(cardsWith(place, "cyd")).hasSize(1));

        StageUser cyd = tour.places().get(0).server().member("cyd");
        tour.places().forEach(place -> place.server().member("cyd").leave());
        StageMessage sure = cyd.slash(cyd.direct(), "privacy erase").message();
        assertThat(sure.text()).contains("4 servers", "4 picks in 4 seasons");
        assertThat(cyd.press(sure, "privacy-erase").message().text()).contains("4 picks in 4 seasons");
        tour.settle();

        assertThat(tour.reports()).noneMatch(report -> report.contains("cyd"));
        assertThat(tour.places()).allSatisfy(place -> {
            assertThat(cardsWith(place, "cyd")).isEmpty();
            assertThat(place.channel().messages()).anyMatch(card -> card.text().contains("2 picks"));
        });
        assertThat(tour.stage().violations()).isEmpty();
    }

    /** The messages to which somebody's reaction stands. */
    private static List<StageMessage> cardsWith(Tour.Place place, String fan) {
        long id = place.server().member(fan).id();
        return place.channel().messages().stream()
                .filter(message -> message.reactions().values().stream().anyMatch(those -> those.contains(id)))
                .toList();
    }

    @Tag("long")
    @Test
    void whoeverIsOvertakenDoesNothingMoreAndEndsWithASentence() throws Exception {
        Bot bot = start(Tour.LEFT.toString());
        tour.joins(Part.of(bot));
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM lease");
        }

        assertThatThrownBy(bot::awaitEnd)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("Another process has taken over");
    }

    private void vote(int night) {
        tour.windTo(Tour.night(night).minusSeconds(36_000));
        tour.places().forEach(place -> place.vote(night));
        tour.settle();
    }

    private void finish(int night) {
        tour.windTo(Tour.night(night).plusSeconds(7_200));
        tour.places().forEach(place -> place.enterResult(night));
        tour.settle();
    }

    /** A bot that waits for others to give way. */
    private CompletableFuture<Bot> waiting(String shards) {
        CompletableFuture<Bot> successor = CompletableFuture.supplyAsync(() -> start(shards));
        await().during(Duration.ofMillis(700)).until(() -> !successor.isDone());
        return successor;
    }

    private void leave(Part part) {
        tour.leaves(part);
        part.close();
    }

    private Bot start(String shards) {
        Settings.Wire wire = new Settings.Wire(
                URI.create(tour.stage().restUrl()), URI.create(tour.stage().gatewayUrl()));
        Settings alone = Settings.rehearsing(tour.stage().token(), directory, wire);
        return Bot.start(
                Shared.settings(alone, shards, database.jdbcUrl(), database.user(), database.password()), tour.clock());
    }
}

package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.bot.Upkeep;
import io.github.mirrorball.ops.Exposition;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import io.github.mirrorball.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.slf4j.LoggerFactory;

/** What an operator sees of a whole evening: enough to know how it went, and nobody who was there. */
@ResourceLock(Resources.SYSTEM_ERR)
class WatchedEveningTest {

    private static final Instant START = Instant.parse("2026-01-09T12:00:00Z");
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Upkeep WATCHED = new Upkeep(Optional.of(ANYWHERE), Optional.of(Duration.ofHours(24)), 2);

    private final Logger house = (Logger) LoggerFactory.getLogger("io.github.mirrorball");
    private final Level usual = house.getLevel();
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void listen() {
        house.setLevel(Level.DEBUG);
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setErr(err);
        house.setLevel(usual);
    }

    @Test
    void itsEventsAreCountedAndNobodyIsNamed() {
        List<String> secrets = new ArrayList<>();
        try (Evening evening = new Evening(START, WATCHED)) {
            assertThat(get(evening, "/readyz").statusCode()).isEqualTo(200);
            play(evening, secrets);
            String text = get(evening, "/metrics").body();
            Exposition seen = Exposition.read(text);

            assertThat(picks(seen, "reaction", "taken")).isEqualTo(1);
            assertThat(picks(seen, "reaction", "taken_back")).isEqualTo(1);
            assertThat(picks(seen, "menu", "taken")).isEqualTo(2);
            assertThat(picks(seen, "menu", "too_late")).isEqualTo(1);
            assertThat(picks(seen, "button", "taken_back")).isEqualTo(1);
            assertThat(picks(seen, "form", "taken")).isEqualTo(1);
            assertThat(interactions(seen, "command", "season import", "answered"))
                    .isEqualTo(1);
            assertThat(interactions(seen, "component", "pick", "rejected")).isEqualTo(1);
            assertThat(seen.value("mirrorball_acknowledgement_seconds_count")).isGreaterThan(8);
            assertThat(seen.value("mirrorball_due_lateness_seconds_count", "task", "lock"))
                    .isEqualTo(2);
            assertThat(seen.value("mirrorball_discord_requests_total", "answer", "rate_limited"))
                    .isEqualTo(1);
            assertThat(seen.value("mirrorball_discord_requests_total", "answer", "failed"))
                    .isPositive();
            assertThat(seen.value("mirrorball_gateway_reconnects_total", "session", "resumed"))
                    .isEqualTo(1);
            assertThat(seen.value("mirrorball_transaction_seconds_count", "end", "committed"))
                    .isGreaterThan(20);
            assertThat(text).doesNotContainPattern("\\d{17}").doesNotContain(secrets);
        }
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("Health and metrics are at http://127.0.0.1:", "): Retried[")
                .doesNotContain(secrets);
    }

    private void play(Evening evening, List<String> secrets) {
        StageUser ann = evening.fan("Annabella Quill");
        StageUser bob = evening.fan("Bobadil Thorne");
        for (StageUser person : List.of(ann, bob, evening.host())) {
            secrets.add(Long.toString(person.id()));
        }
        secrets.addAll(List.of(
                ann.name(),
                bob.name(),
                evening.stage().token(),
                Long.toString(evening.server().id()),
                evening.server().name()));
        evening.importSeason(SmallSeasons.season("""
                {"number": 1, "title": "Night 1", "airsAt": "2026-01-10T20:00",
                 "asks": ["elimination", {"ask": "score", "contestant": "ann"}]}"""));
        CardReport card = evening.card(1, "elimination");
        evening.react(ann, card, "bob");
        evening.settle();
        evening.unreact(ann, card, "bob");
        evening.settle();
        String menu = "pick:" + card.poll() + ":all";
        StageMessage menus = bob.slash(evening.channel(), "pick").message();
        StageMessage picked = bob.choose(menus, menu, List.of("cyd")).message();
        bob.press(picked, picked.button("pick-back:"));
        bob.choose(menus, menu, List.of("ann"));
        StageMessage guess = evening.message(evening.card(1, "score:ann"));
        StageForm form = ann.press(guess, guess.button("guess:")).form();
        ann.submit(form, Map.of("total", "27"));
        evening.stage().faults().dropSockets();
        await().until(() -> get(evening, "/metrics").body().contains("reconnects_total{session=\"resumed\"} 1"));
        evening.stage().faults().failNext(1, "POST /channels", Fault.status(500));
        evening.stage().faults().failNext(1, "PATCH /channels", Fault.tooMany(Duration.ofMillis(50)));
        evening.windTo("2026-01-10T20:00:00Z");
        bob.choose(menus, menu, List.of("dee"));
        evening.windTo("2026-01-10T22:00:00Z");
        evening.enterResult(1, Map.of("eliminated", List.of("cyd"), "marks", "Ann: 9 9 9\nBob: 7 7 7"));
        ann.slash(evening.channel(), "standings");
        evening.settle();
    }

    @Test
    void theRunningBotBacksItselfUpIntoFilesThatCanBeRestored() {
        try (Evening evening = new Evening(START, WATCHED)) {
            Path shelf = evening.data().resolve("backups");
            await().until(() -> Files.isDirectory(shelf)
                    && files(shelf).stream().anyMatch(file -> file.toString().endsWith(".zip")));

            assertThat(files(shelf))
                    .singleElement()
                    .satisfies(file -> assertThat(
                                    Store.check(file, Optional.empty()).rows("season"))
                            .isZero());
            assertThat(Exposition.read(get(evening, "/metrics").body())
                            .value("mirrorball_backup_last_success_timestamp_seconds"))
                    .isPositive();
            evening.restart();
            assertThat(files(shelf)).hasSize(1);
        }
    }

    @Test
    void aStoppedBotIsNotThereAnyMoreAndASecondOneOnItsPortIsRefusedInASentence() {
        InetSocketAddress at;
        try (Evening evening = new Evening(START, WATCHED)) {
            at = evening.bot().operations().orElseThrow();
            Upkeep same = new Upkeep(Optional.of(at), Optional.empty(), 1);

            assertThat(catchThrowable(() -> new Evening(START, same).close()))
                    .hasMessageStartingWith("Nothing can be served at 127.0.0.1, port " + at.getPort())
                    .hasMessageContaining("Change OPS_PORT");
        }
        assertThat(catchThrowable(() -> get(at, "/healthz"))).isInstanceOf(UncheckedIOException.class);
    }

    private static double picks(Exposition seen, String way, String receipt) {
        return seen.value("mirrorball_picks_total", "way", way, "receipt", receipt);
    }

    private static double interactions(Exposition seen, String kind, String route, String outcome) {
        return seen.value("mirrorball_interactions_total", "kind", kind, "route", route, "outcome", outcome);
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private HttpResponse<String> get(Evening evening, String path) {
        return get(evening.bot().operations().orElseThrow(), path);
    }

    private HttpResponse<String> get(InetSocketAddress at, String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at.getPort() + path))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}

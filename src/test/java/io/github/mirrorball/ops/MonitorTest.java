package io.github.mirrorball.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorTest {

    @TempDir
    private Path backups;

    private Watched watched;

    @BeforeEach
    void open() {
        watched = new Watched(backups);
    }

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void aProcessThatAnswersLivesWhateverElseIsWrong() {
        watched.broken.set(Optional.of(new IllegalStateException("The database is away.")));

        assertThat(watched.get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void itIsReadyWhenDiscordIsConnectedAndTheStoreAnswers() {
        says(503, "not connected to Discord\n");
        watched.metrics.recordConnected(true);
        says(200, "ready\n");
        watched.broken.set(Optional.of(new IllegalStateException("The database is away.")));
        says(503, "the store does not answer\n");
        watched.broken.set(Optional.empty());
        says(200, "ready\n");
        watched.metrics.recordConnected(false);
        says(503, "not connected to Discord\n");
    }

    /** What has changed in the store is seen a little later. */
    private void says(int status, String text) {
        await().untilAsserted(() -> {
            HttpResponse<String> answer = watched.get("/readyz");
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).isEqualTo(text);
        });
    }

    @Test
    void aStoreThatKeepsWhoeverAsksWaitingHoldsNobodyUpWhoWatches() {
        watched.metrics.recordConnected(true);
        says(200, "ready\n");
        watched.silent.lock();
        try {
            says(503, "the store does not answer\n");
            assertThat(watched.exposition().value("mirrorball_store_answering")).isZero();
        } finally {
            watched.silent.unlock();
        }
        says(200, "ready\n");
    }

    @Test
    void thereIsNothingElseAndNothingToBeWritten() {
        assertThat(watched.get("/").statusCode()).isEqualTo(404);
        assertThat(watched.get("/metrics/x").statusCode()).isEqualTo(404);
        assertThat(watched.ask("POST", "/metrics").statusCode()).isEqualTo(405);
        assertThat(watched.ask("HEAD", "/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void whatHappensIsCountedInTheFormatOfPrometheus() {
        watched.live();
        says(200, "ready\n");

        assertThat(watched.get("/metrics").headers().firstValue("Content-Type"))
                .contains("text/plain; version=0.0.4; charset=utf-8");
        Exposition seen = watched.exposition();
        assertThat(seen.value("mirrorball_picks_total", "way", "menu", "receipt", "taken"))
                .isEqualTo(1);
        assertThat(seen.value("mirrorball_picks_total", "way", "reaction", "receipt", "taken"))
                .isZero();
        assertThat(seen.value(
                        "mirrorball_interactions_total", "kind", "component", "route", "pick", "outcome", "rejected"))
                .isEqualTo(1);
        assertThat(seen.value("mirrorball_acknowledgement_seconds_bucket", "le", "0.05"))
                .isZero();
        assertThat(seen.value("mirrorball_acknowledgement_seconds_bucket", "le", "0.1"))
                .isEqualTo(1);
        assertThat(seen.value("mirrorball_due_lateness_seconds_sum", "task", "lock"))
                .isEqualTo(2);
        for (String answer : new String[] {"ok", "rate_limited", "failed", "refused", "unanswered"}) {
            assertThat(seen.value("mirrorball_discord_requests_total", "answer", answer))
                    .isEqualTo(1);
        }
        assertThat(seen.value("mirrorball_notices", "state", "parked")).isEqualTo(3);
        assertThat(seen.value("mirrorball_notices", "state", "owed")).isZero();
        assertThat(seen.value("mirrorball_notices_oldest_age_seconds", "state", "parked"))
                .isEqualTo(90);
        assertThat(seen.value("mirrorball_gateway_connected")).isEqualTo(1);
    }

    @Test
    void aStoreThatDoesNotAnswerIsSeenAndHidesNothingElse() {
        watched.broken.set(Optional.of(new IllegalStateException("The database is away.")));

        await().until(() -> watched.exposition().value("mirrorball_store_answering") == 0);
        Exposition seen = watched.exposition();
        assertThat(seen.value("mirrorball_notices", "state", "parked")).isNaN();
        assertThat(seen.value("jvm_threads")).isPositive();
    }
}

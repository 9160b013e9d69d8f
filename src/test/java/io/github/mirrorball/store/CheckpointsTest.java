package io.github.mirrorball.store;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CheckpointsTest {

    private final AtomicInteger synced = new AtomicInteger();
    private final AtomicInteger tidied = new AtomicInteger();

    @Test
    void whatWasCommittedIsSyncedAndThenThereIsTimeToTidyUp() {
        try (Checkpoints checkpoints =
                Checkpoints.start(synced::incrementAndGet, tidied::incrementAndGet, Duration.ofMillis(1))) {
            await().until(() -> tidied.get() == 1);
            int before = synced.get();
            checkpoints.onCommit(false);

            await().until(() -> synced.get() == before + 1);
            await().until(() -> tidied.get() == 2);
        }
    }

    @Test
    void aStepThatFailsDoesNotEndTheOthers() {
        Runnable broken = () -> {
            throw new IllegalStateException("no room left");
        };
        try (Checkpoints checkpoints = Checkpoints.start(broken, tidied::incrementAndGet, Duration.ofMillis(1))) {
            await().until(() -> tidied.get() == 1);
            checkpoints.onCommit(false);
            await().until(() -> tidied.get() == 2);
        }
    }
}

package io.github.mirrorball.bench;

import io.github.mirrorball.ops.NoTelemetry;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps when each reaction came in and when its pick was durable, by {@link System#nanoTime}. Thread-safe. */
final class Decisions extends NoTelemetry {

    private record Decision(long arrived, long durable) {}

    private final Queue<Decision> decisions = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> locks = new ConcurrentLinkedQueue<>();

    /** Writes both times of each, a long each, and forgets them. */
    Path drainTo(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Decision each = decisions.poll(); each != null; each = decisions.poll()) {
                out.writeLong(each.arrived());
                out.writeLong(each.durable());
            }
        }
        return file;
    }

    /** How many polls were locked so far, and by how many milliseconds the last of them was late. */
    String locks() {
        return "%d %d"
                .formatted(
                        locks.size(),
                        locks.stream().mapToLong(Duration::toMillis).max().orElse(0));
    }

    @Override
    public void recordDone(Task task, Duration late) {
        if (task == Task.LOCK) {
            locks.add(late);
        }
    }

    @Override
    public void recordDecided(Duration after) {
        long durable = System.nanoTime();
        decisions.add(new Decision(durable - after.toNanos(), durable));
    }
}

package io.github.mirrorball.bench;

import java.time.Duration;

/**
 * How long and how much is measured. Properties of the system change it: {@code bench.rounds}, {@code bench.seconds} and {@code bench.scale},
 * which shrinks what a benchmark is made of.
 */
record Sizes(int rounds, Duration round, Duration warmUp, double scale) {

    static Sizes read() {
        int seconds = Integer.getInteger("bench.seconds", 10);
        return new Sizes(
                Integer.getInteger("bench.rounds", 3),
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(Integer.getInteger("bench.warmUp", 3 * seconds)),
                Double.parseDouble(System.getProperty("bench.scale", "1")));
    }

    int scaled(int whole) {
        return Math.max(1, (int) (whole * scale));
    }
}

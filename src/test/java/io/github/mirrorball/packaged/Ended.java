package io.github.mirrorball.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How a command ended.
 *
 * @param code its exit code
 * @param out the lines that it printed
 * @param err the lines that it printed as errors
 * @param lingering how long it ran on after its last line
 */
record Ended(String command, int code, List<String> out, List<String> err, Duration lingering) {

    /** No command outlives its last line by more. */
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    Ended {
        out = List.copyOf(out);
        err = List.copyOf(err);
    }

    /** Checks that all went well, and that it said nothing but what it was asked. */
    Ended isFine() {
        assertThat(code).as(toString()).isZero();
        assertThat(err).as(toString()).isEmpty();
        return endsAtOnce();
    }

    /** Checks that it failed as a command may: with a sentence among its errors that begins so and holds this too. */
    Ended failedWith(String beginning, String... parts) {
        assertThat(code).as(toString()).isOne();
        assertThat(err)
                .as(toString())
                .anyMatch(line ->
                        line.startsWith(beginning) && Arrays.stream(parts).allMatch(line::contains));
        assertThat(err)
                .as(toString())
                .noneMatch(
                        line -> line.contains("Exception") || line.startsWith("\tat ") || line.contains("should not"));
        return endsAtOnce();
    }

    /** Checks that it did not run on after its last line. */
    Ended endsAtOnce() {
        assertThat(lingering)
                .as("how long `%s` outlives its last line", command)
                .isLessThanOrEqualTo(AT_ONCE);
        return this;
    }

    /** The last line that it printed. */
    String lastLine() {
        return out.isEmpty() ? "" : out.get(out.size() - 1);
    }

    @Override
    public String toString() {
        return "`" + command + "` ended with " + code + "\n" + String.join("\n", out) + "\n" + String.join("\n", err);
    }
}

package io.github.mirrorball.bench;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link RulesBenchmark} by JMH. */
final class Rules {

    private static final double MICROS = 1000;

    private static final Map<String, String> WORK = Map.of(
            "scoring", "JMH: verdicts on every outcome of 60 polls",
            "standings", "JMH: all tables of a season from 600,000 picks of 10,000 fans",
            "card", "JMH: the card of an open poll as Discord is sent it");

    private Rules() {}

    static List<Row> rows(Path directory) {
        try {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .include(RulesBenchmark.class.getName())
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .run();
            return results.stream().map(Rules::row).toList();
        } catch (RunnerException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Row row(RunResult result) {
        String method = result.getPrimaryResult().getLabel();
        double micros = result.getPrimaryResult().getScore();
        return Row.of(
                WORK.getOrDefault(method, method),
                micros > MICROS ? "%.1f ms".formatted(micros / MICROS) : "%.0f µs".formatted(micros));
    }
}

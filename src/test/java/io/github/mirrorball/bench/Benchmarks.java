package io.github.mirrorball.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs every benchmark and prints one table. A goal that is missed is a line in it; a wrong result is a failure. */
final class Benchmarks {

    private final Map<String, Function<Path, List<Row>>> all = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private int failures;

    private Benchmarks() {
        Sizes sizes = Sizes.read();
        all.put("menu", new MenuPicks(sizes)::rows);
        all.put("reactions", new ReactionStream(sizes)::rows);
        all.put("burst", new LastMinute(sizes)::rows);
        all.put("standings", new StandingsRead(sizes)::rows);
        all.put("servers", new TenThousandServers(sizes)::rows);
        all.put("start", new Starts(sizes)::rows);
        all.put("rules", Rules::rows);
    }

    /** Runs those that the property {@code bench.only} names, with commas between them; all if it names none. */
    public static void main(String[] args) {
        Benchmarks benchmarks = new Benchmarks();
        benchmarks.run(Arrays.stream(System.getProperty("bench.only", "").split(","))
                .filter(name -> !name.isBlank())
                .toList());
        System.exit(benchmarks.failures == 0 ? 0 : 1);
    }

    private void run(List<String> wanted) {
        all.forEach((name, benchmark) -> {
            if (wanted.isEmpty() || wanted.contains(name)) {
                System.err.println("measuring: " + name);
                run(name, benchmark);
            }
        });
        String table = Page.table(rows, Machine.described());
        System.out.println(table);
        if (failures == 0 && wanted.isEmpty()) {
            Optional.ofNullable(System.getProperty("bench.page")).ifPresent(page -> Page.update(Path.of(page), table));
        }
    }

    /** What goes wrong in one does not keep the others from being measured. */
    private void run(String name, Function<Path, List<Row>> benchmark) {
        Directory directory = Directory.create(name);
        try {
            List<Row> measured = benchmark.apply(directory.path());
            measured.forEach(row -> System.err.println(row.line()));
            rows.addAll(measured);
            directory.remove();
        } catch (RuntimeException | AssertionError wrong) {
            failures++;
            System.err.println("WRONG in " + name + ", see " + directory.path());
            wrong.printStackTrace();
        }
    }
}

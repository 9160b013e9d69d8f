package io.github.mirrorball.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mirrorball.ops.Exposition.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the metrics and the dashboard say what there is. With {@code -Ddocs.write=true} the page's table is written anew. */
class MetricsDocumentedTest {

    private static final Path PAGE = Path.of("docs/metrics.md");
    private static final Path DASHBOARD = Path.of("docs/grafana.json");
    private static final Pattern ROWS = Pattern.compile("(?m)(^\\| `[a-z_]+` \\|.*\\n)+");

    @TempDir
    private Path backups;

    private Watched watched;

    @BeforeEach
    void live() {
        watched = new Watched(backups);
        watched.live();
    }

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void thePageListsEveryMetricAndNoOther() throws IOException {
        String page = Files.readString(PAGE);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, ROWS.matcher(page).replaceFirst(rows()));
        }
        assertThat(ROWS.matcher(page).results().map(match -> match.group()).toList())
                .containsExactly(rows());
    }

    private String rows() {
        return watched.exposition().families().entrySet().stream()
                .map(each -> row(each.getKey(), each.getValue()))
                .sorted()
                .collect(Collectors.joining());
    }

    private static String row(String name, Family family) {
        String labels = family.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
        return "| `" + name + "` | " + family.type() + " | " + labels + " | " + family.help() + " |\n";
    }

    @Test
    void theDashboardAsksForWhatThereIsAndShowsAllOfIt() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (JsonNode expression :
                new ObjectMapper().readTree(DASHBOARD.toFile()).findValues("expr")) {
            asked.addAll(names(expression.asText()));
        }
        Set<String> samples = watched.exposition().families().values().stream()
                .flatMap(family -> family.samples().stream())
                .map(Exposition.Sample::name)
                .collect(Collectors.toSet());

        assertThat(samples).containsAll(asked);
        assertThat(asked.stream().map(MetricsDocumentedTest::family))
                .containsAll(watched.exposition().families().keySet().stream()
                        .filter(name -> !name.endsWith("_max"))
                        .toList());
    }

    /** What an expression asks for: names that are no functions, labels or words of the language. */
    private static List<String> names(String expression) {
        String bare = expression.replaceAll("\\{[^}]*}", "").replaceAll("\\b(by|without) *\\([^)]*\\)", "");
        return Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?![a-zA-Z0-9_:]*\\s*[(])")
                .matcher(bare.replaceAll("\\[[^\\]]*]", ""))
                .results()
                .map(match -> match.group())
                .toList();
    }

    private static String family(String sample) {
        return sample.replaceAll("_seconds_(bucket|sum|count)$", "_seconds");
    }
}

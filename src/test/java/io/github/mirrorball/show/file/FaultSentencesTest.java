package io.github.mirrorball.show.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultSentencesTest {

    private static final Pattern KEY = Pattern.compile("\"(fault\\.[\\w.]+)\"");
    private static final Path CODE = Path.of("src/main/java/io/github/mirrorball");

    static List<String> keys() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(FaultSentencesTest::keys)
                    .distinct()
                    .toList();
        }
    }

    private static Stream<String> keys(Path file) {
        try {
            return KEY.matcher(Files.readString(file)).results().map((MatchResult found) -> found.group(1));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyFaultHasItsSentence(String key) {
        ResourceBundle bundle = ResourceBundle.getBundle("messages", Locale.ROOT);

        assertThat(bundle.containsKey(key)).isTrue();
        assertThat(bundle.getString(key)).endsWith(".").doesNotContainPattern("[^']'[^']");
    }
}

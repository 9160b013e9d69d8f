package io.github.mirrorball.rehearsal.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mirrorball.rehearsal.Rehearse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's own sentences in its languages. */
class WordsTest {

    private static final Pattern USED = Pattern.compile(
            "\\bt\\('([a-zA-Z.]+)'|data-(?:words|label)=\"([a-zA-Z.]+)\"|t\\([^()']*\\? '([a-zA-Z.]+)' : '([a-zA-Z.]+)'");
    private static final Pattern DETAIL = Pattern.compile("\\{\\d}");

    private final JsonNode english = words("en");
    private final JsonNode german = words("de");

    @Test
    void bothLanguagesHaveTheSameSentences() {
        assertThat(keys(german)).isEqualTo(keys(english));
    }

    @Test
    void theSameDetailsGoIntoBoth() {
        keys(english)
                .forEach(key -> assertThat(details(german.path(key).asText()))
                        .as(key)
                        .isSubsetOf(details(english.path(key).asText())));
    }

    @Test
    void whatThePageSaysIsThere() throws IOException, URISyntaxException {
        Set<String> used = new TreeSet<>();
        Path folder = Path.of(Objects.requireNonNull(Page.class.getResource("index.html"))
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().matches(".*\\.(js|html)"))
                    .toList()) {
                USED.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> Stream.of(1, 2, 3, 4)
                                .map(found::group)
                                .filter(Objects::nonNull)
                                .forEach(used::add));
            }
        }
        assertThat(used).hasSizeGreaterThan(60);
        assertThat(used).allMatch(key -> english.has(key) || english.has(key + ".other"));
    }

    private static Set<String> keys(JsonNode words) {
        return words.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> details(String sentence) {
        return DETAIL.matcher(sentence).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static JsonNode words(String language) {
        String file = "page/words-" + language + ".json";
        try (InputStream words = Objects.requireNonNull(Rehearse.class.getResourceAsStream(file))) {
            return new ObjectMapper().readTree(words);
        } catch (IOException unreadable) {
            throw new AssertionError(file, unreadable);
        }
    }
}

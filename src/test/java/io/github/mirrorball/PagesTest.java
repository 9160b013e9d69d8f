package io.github.mirrorball;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of the project: what they link to and what comments cite is there. */
class PagesTest {

    private static final Path ARCHITECTURE = Path.of("docs", "architecture.md");
    private static final Pattern CITED = Pattern.compile("architecture\\.md, (section|rule) (\\d+(?:\\.\\d+)?)");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @Test
    void whatCommentsCiteOfTheArchitectureIsOnItsPage() throws IOException {
        String page = Files.readString(ARCHITECTURE);

        List<String> cited = files("src", ".java", ".sql", ".properties")
                .flatMap(file -> matches(CITED, file))
                .map(match -> match.group(1).equals("rule") ? "**" + match.group(2) : "## " + match.group(2) + ".")
                .toList();

        assertThat(cited).isNotEmpty().allSatisfy(place -> assertThat(page).contains("\n" + place));
    }

    @Test
    void everyLinkFromOnePageToAnotherLeadsSomewhere() throws IOException {
        List<Path> pages = Stream.concat(
                        files("docs", ".md"),
                        Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
                                .map(Path::of))
                .toList();

        assertThat(pages)
                .allSatisfy(page -> assertThat(matches(LINK, page)).allSatisfy(link -> {
                    Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                    assertThat(target).exists();
                    if (link.group(2) != null) {
                        assertThat(anchors(target)).contains(link.group(2));
                    }
                }));
    }

    private static Stream<Path> files(String directory, String... endings) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(directory))) {
            return all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).toList().stream();
        }
    }

    private static Stream<MatchResult> matches(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file)).results();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As they are made of headings by whoever shows the page. */
    private static List<String> anchors(Path page) {
        return matches(HEADING, page)
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}

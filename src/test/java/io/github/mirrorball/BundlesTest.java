package io.github.mirrorball;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.discord.view.Sign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences that people read: each is there, each is used, and every language says the same with the same facts. */
class BundlesTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path SOURCES = Path.of("src", "main", "java");

    /** Has words of its own. */
    private static final Path REHEARSAL = SOURCES.resolve("io/github/mirrorball/rehearsal");

    private static final Path ENGLISH = RESOURCES.resolve("messages.properties");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[A-Za-z_]+)+");
    private static final Pattern PREFIX = Pattern.compile("\"([A-Za-z.]+\\.)\"\\s*\\+");
    private static final Pattern SUFFIX = Pattern.compile("\\+\\s*\"(\\.[A-Za-z.]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern PICTOGRAM =
            Pattern.compile("[\\x{1F300}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{23E9}-\\x{23FA}]");
    private static final Pattern NAME = Pattern.compile("[-_\\p{Ll}\\p{Lo}\\p{N}]{1,32}");

    /** What Discord lets be said of a command or an option. */
    private static final int LONGEST_DESCRIPTION = 100;

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES)) {
            return files.filter(file -> file.getFileName().toString().matches("messages(_\\w+)?\\.properties"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everySentenceThatTheCodeNamesIsThere() {
        Map<String, String> english = read(ENGLISH);
        Set<String> rooms = english.keySet().stream().map(BundlesTest::first).collect(Collectors.toSet());
        List<String> named = literals().stream()
                .filter(text -> KEY.matcher(text).matches() && rooms.contains(first(text)))
                .filter(text -> !isFileName(text))
                .toList();

        assertThat(named).isNotEmpty();
        assertThat(named.stream().filter(key -> !english.containsKey(key) && !english.containsKey("log." + key)))
                .as("keys that the code names and messages.properties lacks")
                .isEmpty();
    }

    @Test
    void everySentenceIsUsed() {
        String code = code();
        Set<String> literals = literals();
        Set<String> prefixes = all(PREFIX, code);
        Set<String> suffixes = all(SUFFIX, code);

        assertThat(read(ENGLISH).keySet().stream()
                        .filter(key -> !key.startsWith("command."))
                        .filter(key -> !literals.contains(key)
                                && prefixes.stream().noneMatch(key::startsWith)
                                && suffixes.stream()
                                        .noneMatch(end -> key.endsWith(end)
                                                && literals.contains(key.substring(0, key.length() - end.length())))))
                .as("keys of messages.properties that no code names")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageHasTheSameSentencesWithTheSameFacts(Path bundle) {
        Map<String, String> english = read(ENGLISH);
        Map<String, String> words = read(bundle);

        assertThat(without(english.keySet(), words.keySet()))
                .as("keys that %s lacks", bundle.getFileName())
                .isEmpty();
        assertThat(without(words.keySet(), english.keySet()))
                .as("keys that only %s has", bundle.getFileName())
                .isEmpty();
        assertThat(words.keySet().stream().filter(key -> !places(words.get(key)).equals(places(english.get(key)))))
                .as("keys whose sentences in %s have other facts than in English", bundle.getFileName())
                .isEmpty();
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(some);
        return left;
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everySentenceCanBeFilledWithNoneOneAndMany(Path bundle) {
        Object[][] facts = {numbers(0), numbers(1), numbers(2), numbers(40_000)};

        assertThat(read(bundle)).allSatisfy((key, text) -> {
            assertThat(text.replace("''", ""))
                    .as("apostrophes of %s are doubled", key)
                    .doesNotContain("'");
            MessageFormat format = new MessageFormat(text, Locale.ENGLISH);
            for (Object[] each : facts) {
                assertThat(format.format(each)).as(key).isNotBlank().doesNotContain("{");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everySignHasTheMeaningThatItHasEverywhere(Path bundle) {
        Set<String> signs = Arrays.stream(Sign.values())
                .map(sign -> sign.toString().replace("\uFE0F", ""))
                .collect(Collectors.toCollection(HashSet::new));

        assertThat(read(bundle)).allSatisfy((key, text) -> {
            Matcher pictograms = PICTOGRAM.matcher(text);
            while (pictograms.find()) {
                assertThat(signs).as(key).contains(pictograms.group());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void whatCommandsAreCalledIsWhatDiscordTakes(Path bundle) {
        Map<String, String> words = read(bundle);
        assertThat(words.keySet().stream().filter(key -> key.startsWith("command.")))
                .isNotEmpty()
                .allSatisfy(key -> {
                    String text = words.get(key).replace("''", "'");
                    assertThat(text).as(key).hasSizeBetween(1, LONGEST_DESCRIPTION);
                    if (key.endsWith(".name") && !key.contains(".choices.") && !isInAMenu(key)) {
                        assertThat(text).as(key).matches(NAME);
                    }
                });
    }

    /** Commands in a message's menu are the only ones without a description, and may have spaces and capitals. */
    private static boolean isInAMenu(String key) {
        return !read(ENGLISH).containsKey(key.replaceAll("name$", "description")) && key.split("\\.", -1).length == 3;
    }

    private static Object[] numbers(int value) {
        return IntStream.range(0, 10).mapToObj(place -> (Object) value).toArray();
    }

    private static Set<String> places(String text) {
        return all(PLACE, QUOTED.matcher(text).replaceAll(""));
    }

    private static boolean isFileName(String text) {
        return text.matches(".*\\.(json|csv|png)");
    }

    private static String first(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Set<String> literals() {
        return all(LITERAL, code());
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> all = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    private static String code() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(REHEARSAL))
                    .map(BundlesTest::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> read(Path bundle) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> words = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

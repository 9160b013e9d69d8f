package io.github.mirrorball.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.play.Evening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What commands are called, in English and in other languages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandWordsTest {

    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(
            "messages",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Evening evening;

    @BeforeAll
    void start() {
        evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @AfterAll
    void end() {
        evening.close();
    }

    /** Translators begin from the English bundle, so it must say what the definitions say, all of it and no more. */
    @Test
    void theEnglishBundleSaysWhatTheDefinitionsSay() {
        Map<String, String> wanted = wanted();
        Map<String, String> written = new TreeMap<>();
        ENGLISH.keySet().stream()
                .filter(key -> key.startsWith("command."))
                .forEach(key -> written.put(key, ENGLISH.getString(key).replace("''", "'")));

        assertThat(written)
                .as("the block of commands in messages.properties should be:\n%s", lines(wanted))
                .isEqualTo(wanted);
    }

    @Test
    void aTranslationIsPublishedBesideTheEnglishName() {
        JsonNode standings = StreamSupport.stream(evening.stage().commands().spliterator(), false)
                .filter(command -> command.path("name").asText().equals("standings"))
                .findFirst()
                .orElseThrow();

        assertThat(standings.path("name_localizations").path("fi").asText()).isEqualTo("tulokset");
        assertThat(standings.path("description_localizations").path("fi").asText())
                .isEqualTo("Kuka johtaa");
        assertThat(standings.findValuesAsText("fi")).contains("kausi");
        assertThat(evening.host()
                        .slash(evening.channel(), "standings")
                        .message()
                        .text())
                .contains("no season");
    }

    /** Discord refuses two subcommands or two options of one name, in any language. */
    @Test
    void noTwoNamesBesideEachOtherAreAlike() {
        assertThat(languages().flatMap(language -> alike(evening.stage().commands(), language)))
                .isEmpty();
    }

    @Test
    void commandsThatDiscordHasInAllLanguagesAreNotPublishedAgain() {
        long before = publications();
        evening.restart();

        assertThat(publications()).isEqualTo(before);
    }

    private static Stream<String> languages() {
        return Arrays.stream(DiscordLocale.values()).map(DiscordLocale::getLocale);
    }

    private static Stream<String> alike(JsonNode siblings, String language) {
        Set<String> names = new HashSet<>();
        return StreamSupport.stream(siblings.spliterator(), false).flatMap(each -> {
            String name = each.path("name_localizations")
                    .path(language)
                    .asText(each.path("name").asText());
            return Stream.concat(
                    names.add(name) ? Stream.empty() : Stream.of(language + ": " + name),
                    alike(each.path("options"), language));
        });
    }

    private long publications() {
        return evening.stage().requestCounts().entrySet().stream()
                .filter(each -> each.getKey().startsWith("PUT") && each.getKey().contains("commands"))
                .mapToLong(each -> each.getValue())
                .sum();
    }

    /** Every text of the definitions under its key; what many commands say alike of an option, under the key they share. */
    private Map<String, String> wanted() {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        evening.stage().commands().forEach(command -> collect(command, "", all));
        Map<String, String> shared = new TreeMap<>();
        all.stream().filter(each -> each.getKey().contains(".options.")).forEach(each -> {
            String key = "command." + each.getKey().substring(each.getKey().indexOf(".options.") + 1);
            shared.putIfAbsent(key, each.getValue());
        });
        Map<String, String> wanted = new TreeMap<>(shared);
        all.forEach(each -> {
            int options = each.getKey().indexOf(".options.");
            String common =
                    options < 0 ? null : shared.get("command." + each.getKey().substring(options + 1));
            if (!each.getValue().equals(common)) {
                wanted.put("command." + each.getKey(), each.getValue());
            }
        });
        return wanted;
    }

    private static void collect(JsonNode node, String above, List<Map.Entry<String, String>> all) {
        String key = above + node.path("name").asText().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "_");
        all.add(Map.entry(key + ".name", node.path("name").asText()));
        if (!node.path("description").asText().isEmpty()) {
            all.add(Map.entry(key + ".description", node.path("description").asText()));
        }
        node.path("options")
                .forEach(option -> collect(option, key + (option.path("type").asInt() > 2 ? ".options." : "."), all));
        node.path("choices").forEach(choice -> collect(choice, key + ".choices.", all));
    }

    private static String lines(Map<String, String> keys) {
        StringBuilder lines = new StringBuilder();
        new TreeSet<>(keys.keySet())
                .forEach(key -> lines.append(key)
                        .append(" = ")
                        .append(keys.get(key).replace("'", "''"))
                        .append('\n'));
        return lines.toString();
    }
}

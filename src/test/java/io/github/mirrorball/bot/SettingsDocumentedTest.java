package io.github.mirrorball.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsDocumentedTest {

    private static final List<String> KEYS =
            Arrays.stream(Settings.Key.values()).map(Enum::name).toList();

    @Test
    void theExampleHasEverySettingWithACommentAbove() throws IOException {
        assertThat(found("(?m)^# .+\\n([A-Z_]+)=.*$", ".env.example")).isEqualTo(KEYS);
    }

    @Test
    void theReadmesTableHasEverySetting() throws IOException {
        assertThat(found("(?m)^\\| `([A-Z_]+)` \\|", "README.md")).isEqualTo(KEYS);
    }

    @Test
    void theExampleFilledInIsWhatHoldsAnyway(@TempDir Path directory) throws IOException {
        String filledIn = Files.readString(Path.of(".env.example")).replace("DISCORD_TOKEN=", "DISCORD_TOKEN=a.b.c");
        Files.writeString(directory.resolve(".env"), filledIn);
        Path without = Files.createDirectory(directory.resolve("without"));

        assertThat(Settings.read(Map.of(), directory))
                .isEqualTo(Settings.read(Map.of("DISCORD_TOKEN", "a.b.c"), without));
    }

    private static List<String> found(String pattern, String file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(Path.of(file)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}

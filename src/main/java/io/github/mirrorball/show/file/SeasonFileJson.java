package io.github.mirrorball.show.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.SeasonSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parts of a season as JSON text on one line, in the words of the season file, for those who keep them. Reading what was written gives
 * back an equal value; a text that was not written here is an {@link IllegalArgumentException}.
 */
public final class SeasonFileJson {

    private SeasonFileJson() {}

    /** An ask as text. */
    public static String text(Ask ask) {
        return Layout.onOneLine(AskJson.write(ask));
    }

    /** The ask of a text. */
    public static Ask ask(String text) {
        return read(text, spot -> AskJson.read(spot)).orElseThrow(() -> unreadable(text));
    }

    /** Settings as text. */
    public static String text(SeasonSettings settings) {
        return Layout.onOneLine(SettingsJson.write(settings));
    }

    /** The settings of a text. */
    public static SeasonSettings settings(String text) {
        return read(text, spot -> Optional.of(SettingsJson.read(spot))).orElseThrow(() -> unreadable(text));
    }

    /** A result with its placements as text. */
    public static String text(Result result) {
        return Layout.onOneLine(ResultJson.writeAlone(result));
    }

    /** The result of a text. */
    public static Result result(String text) {
        return read(text, spot -> Optional.of(ResultJson.read(spot, ResultJson.ALONE)))
                .orElseThrow(() -> unreadable(text));
    }

    private static <T> Optional<T> read(String text, Function<Spot, Optional<T>> codec) {
        List<Fault> faults = new ArrayList<>();
        Optional<JsonNode> tree = Tree.read(text.getBytes(StandardCharsets.UTF_8), faults);
        return tree.flatMap(root -> codec.apply(new Spot(root, "", faults))).filter(value -> faults.isEmpty());
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("Not written by this class: " + text);
    }
}

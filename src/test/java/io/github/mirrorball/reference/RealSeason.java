package io.github.mirrorball.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Past seasons of Dancing with the Stars with every result, as season files: 05, 08, 33 and 34. */
public final class RealSeason {

    private RealSeason() {}

    /** The file of a season as it stands, in UTF-8. */
    public static byte[] bytes(String season) {
        String file = "/seasons/dwts-" + season + ".json";
        try (InputStream in = RealSeason.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + file);
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The file of a season, read. */
    public static JsonNode json(String season) {
        try {
            return new ObjectMapper().readTree(bytes(season));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

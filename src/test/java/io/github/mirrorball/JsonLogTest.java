package io.github.mirrorball;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log as it is configured; what configures it is read once a process, so each look at it is a process. */
class JsonLogTest {

    /** Says two things. */
    public static final class Speaker {

        private Speaker() {}

        public static void main(String[] args) {
            Logger log = LoggerFactory.getLogger("io.github.mirrorball.Speaker");
            log.info("Backed up to \"{}\"\nand so on", "a.zip");
            log.atError()
                    .setCause(new IllegalStateException("the reason"))
                    .addKeyValue("incident", "c0ffee")
                    .log("Incident {} in command pick", "c0ffee");
        }
    }

    @Test
    void jsonIsAnObjectALineWithEverythingInAPlaceOfItsOwn() throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : said("json").split("\n")) {
            lines.add(new ObjectMapper().readTree(line));
        }

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).path("level").asText()).isEqualTo("INFO");
        assertThat(lines.get(0).path("loggerName").asText()).isEqualTo("io.github.mirrorball.Speaker");
        assertThat(lines.get(0).path("threadName").asText()).isEqualTo("main");
        assertThat(lines.get(0).path("timestamp").asLong()).isPositive();
        assertThat(lines.get(0).path("formattedMessage").asText()).isEqualTo("Backed up to \"a.zip\"\nand so on");
        assertThat(lines.get(1).at("/kvpList/0/incident").asText()).isEqualTo("c0ffee");
        assertThat(lines.get(1).at("/throwable/message").asText()).isEqualTo("the reason");
        assertThat(lines.get(1).at("/throwable/stepArray")).isNotEmpty();
    }

    @Test
    void textIsWhatPeopleRead() throws Exception {
        assertThat(said("text")).contains(" ERROR [main] i.g.mirrorball.Speaker - Incident c0ffee in command pick");
    }

    private static String said(String format) throws IOException, InterruptedException {
        ProcessBuilder speaker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Speaker.class.getName())
                .redirectErrorStream(true);
        speaker.environment().put("LOG_FORMAT", format);
        Process running = speaker.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).isZero();
        return said;
    }
}

package io.github.mirrorball.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs a process of its own: Java looks for the machine's fonts once, and remembers them in the user's home. */
class FontlessTest {

    private static final String NO_FONTS = """
            <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>""";

    @TempDir
    Path home;

    @Test
    void aMachineWithoutFontsDrawsWithThoseOfTheHouse() throws Exception {
        assertThat(draw()).contains("picture after").doesNotContain("WARN", "Exception");
    }

    @Test
    void aMachineThatCannotDrawTextHasNoPictureAndSaysSoOnce() throws Exception {
        assertThat(draw("-Dsun.awt.fontconfig=" + home.resolve("none")))
                .contains("nothing after")
                .containsOnlyOnce("Text cannot be drawn on this machine");
    }

    private String draw(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Duser.home=" + home);
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), OnePicture.class.getName()));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment()
                .put(
                        "FONTCONFIG_FILE",
                        Files.writeString(home.resolve("fonts.conf"), NO_FONTS).toString());
        Process running = process.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        running.waitFor();
        return said;
    }
}

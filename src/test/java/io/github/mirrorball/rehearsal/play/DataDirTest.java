package io.github.mirrorball.rehearsal.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirTest {

    @TempDir
    private Path parent;

    @Test
    void withoutANameItPassesWithEverythingInIt() throws IOException {
        Path path;
        try (DataDir directory = DataDir.of(Optional.empty())) {
            path = directory.path();
            Files.createDirectories(path.resolve("deeper"));
            Files.writeString(path.resolve("deeper/file"), "data");
        }

        assertThat(path).doesNotExist();
    }

    @Test
    void aNamedOneIsMadeAndStays() throws IOException {
        Path path = parent.resolve("new/data");
        try (DataDir directory = DataDir.of(Optional.of(path))) {
            Files.writeString(directory.path().resolve("file"), "data");
        }

        assertThat(path.resolve("file")).hasContent("data");
    }

    @Test
    void dataThatSomebodyHasIsNotRehearsedOn() throws IOException {
        Files.writeString(parent.resolve("mirrorball.mv.db"), "precious");

        assertThatThrownBy(() -> DataDir.of(Optional.of(parent)))
                .isInstanceOf(PlayFailure.class)
                .hasMessageContaining(parent + " is not one");
        assertThat(parent.resolve("mirrorball.mv.db")).hasContent("precious");
    }
}

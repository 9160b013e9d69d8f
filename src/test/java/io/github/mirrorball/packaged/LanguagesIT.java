package io.github.mirrorball.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One season on machines of several languages: what is computed and written is the same on all of them. */
class LanguagesIT {

    private static final Path SEASON = Path.of("src/main/resources/io/github/mirrorball/rehearsal/season-33.json");

    private static final String SHORT = """
            {"format": 1, "show": "Iğdır Dans", "title": "José dança 🪩", "timeZone": "Europe/Istanbul",
             "contestants": [
               {"id": "ilgin", "name": "Ilgın İpek"}, {"id": "zoe", "name": "Zoë"}, {"id": "omar", "name": "عمر"}],
             "episodes": [
               {"number": 1, "title": "Açılış", "airsAt": "2024-09-17T20:00", "asks": ["elimination", "top_score"],
                "result": {"eliminated": ["omar"], "scores": {"ilgin": [7, 8.5], "zoe": [9, 9], "omar": [6, 7]}}},
               {"number": 2, "title": "Finale", "airsAt": "2024-09-24T20:00", "asks": ["winner"],
                "result": {"scores": {"ilgin": [10, 10], "zoe": [9, 10]}}}],
             "placements": {"ilgin": 1, "zoe": 2, "omar": 3}}
            """;

    @TempDir
    private Path directory;

    @Test
    void idsReportsAndStandingsAreTheSameEverywhere() throws IOException {
        check(SHORT);
    }

    @Tag("long")
    @Test
    void thoseOfAWholeSeasonAreTheSameEverywhereToo() throws IOException {
        check(Files.readString(SEASON).replace("Dancing with the Stars, season 33", "José dança 🪩"));
    }

    private void check(String season) throws IOException {
        Files.writeString(directory.resolve("season.json"), season);
        Jar jar = Jar.in(directory);
        String[] play = "rehearse --headless --fans 7 --seed 1 --season season.json --report".split(" ");
        try (Program usual = jar.start(with(play, "usual.json"));
                Program arabic = jar.withOption("-Duser.language=ar")
                        .withOption("-Duser.country=EG")
                        .start(with(play, "arabic.json"));
                Program turkish =
                        jar.with("LC_ALL", "C").withOption("-Duser.language=tr").start(with(play, "turkish.json"))) {
            Ended expected = usual.awaitEnd();
            assertThat(expected.out()).anyMatch(line -> line.contains("José dança 🪩"));
            assertThat(expected.lastLine()).contains("fan-00");
            for (Program other : new Program[] {arabic, turkish}) {
                Ended ended = other.awaitEnd();
                assertThat(ended.code()).as(ended.toString()).isZero();
                assertThat(ended.out()).isEqualTo(expected.out());
            }
        }
        assertThat(directory.resolve("arabic.json")).hasSameTextualContentAs(directory.resolve("usual.json"));
        assertThat(directory.resolve("turkish.json"))
                .hasSameTextualContentAs(directory.resolve("usual.json"), StandardCharsets.UTF_8);
    }

    @Test
    void aNameThatTheLanguageOfTheMachineLacksIsASentenceWithTheWayOut() throws IOException {
        Jar ascii = Jar.in(directory).with("LC_ALL", "C");

        for (String command : new String[] {"check", "migrate"}) {
            Ended refused = ascii.run(command, "gewöhnlich");
            assertThat(refused.code()).as(refused.toString()).isIn(1, 2);
            assertThat(refused.err()).singleElement().asString().contains("Set LC_ALL=C.UTF-8");
        }
        ascii.holding(".env", "DATA_DIR=gewöhnlich")
                .run("backup", "safe.zip")
                .failedWith("DATA_DIR: ", "Set LC_ALL=C.UTF-8");
        ascii.with("LC_ALL", "C.UTF-8")
                .run("backup", "safe.zip")
                .failedWith("There is no league in the database gewöhnlich");
    }

    @Test
    void settingsAreNotPassedOverInADirectoryWhoseNameTheLanguageOfTheMachineLacks() throws IOException {
        Jar jar = Jar.in(Files.createDirectory(directory.resolve("plüsch"))).holding(".env", "DATA_DIR=kept");

        jar.run("backup", "safe.zip").failedWith("There is no league in the database kept");
        jar.with("LC_ALL", "C").run("backup", "safe.zip").failedWith(".env cannot be read: ", "Set LC_ALL=C.UTF-8");
    }

    private static String[] with(String[] arguments, String last) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return all;
    }
}

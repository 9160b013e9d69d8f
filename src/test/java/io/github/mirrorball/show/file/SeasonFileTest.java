package io.github.mirrorball.show.file;

import static io.github.mirrorball.show.file.SampleFile.faults;
import static io.github.mirrorball.show.file.SampleFile.plan;
import static io.github.mirrorball.show.file.SampleFile.season;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mirrorball.reference.RealSeason;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.SampleSeason;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.SeasonSettings;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonFileTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final String JUNK = "{}[]\",:-0123456789eE.null\\u\0\u00ff";

    @Test
    void aFileIsReadWhole() {
        SeasonPlan plan = plan(bytes(SampleFile.TEXT));

        assertThat(plan.show()).isEqualTo("Dance");
        assertThat(plan.title()).isEqualTo("Dance, season 1");
        assertThat(plan.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(plan.cast())
                .contains(new Contestant("ann", "Ann", Optional.of("Al"), Optional.of("💃")))
                .extracting(Contestant::id)
                .containsExactly("ann", "bob", "cat");
        assertThat(plan.episodes().get(0).airsAt()).isEqualTo(LocalDateTime.parse("2024-09-17T20:00"));
        assertThat(plan.episodes()).extracting(episode -> episode.minutes()).containsExactly(60, 120, 120);
        assertThat(plan.asks()).containsExactly(Ask.of(AskKind.WINNER));
    }

    @Test
    void asksAreReadWithTheirParameters() {
        SeasonPlan plan = plan(bytes(SampleFile.TEXT));

        assertThat(plan.episodes().get(0).asks())
                .containsExactly(
                        Ask.of(AskKind.ELIMINATION),
                        Ask.of(AskKind.TOP_SCORE),
                        new Ask(AskKind.SCORE, Optional.of("ann"), Optional.empty(), List.of(), Optional.empty()));
        assertThat(plan.episodes().get(1).asks())
                .contains(new Ask(
                        AskKind.CUSTOM,
                        Optional.empty(),
                        Optional.of("Rain?"),
                        List.of("Yes", "No"),
                        Optional.of(new BigDecimal("7.5"))));
    }

    @Test
    void settingsAreReadAndUsualWhereTheyAreLeftOut() {
        SeasonSettings settings = plan(bytes(SampleFile.TEXT)).settings();

        assertThat(settings)
                .isEqualTo(new SeasonSettings(
                        Duration.ofHours(48),
                        Duration.ofMinutes(-5),
                        List.of(Duration.ofMinutes(60), Duration.ofMinutes(5)),
                        true,
                        true,
                        true,
                        true,
                        OptionalInt.of(8),
                        Map.of(AskKind.ELIMINATION, new BigDecimal("12.5"), AskKind.WINNER, new BigDecimal("100")),
                        true,
                        true,
                        Duration.ofHours(3),
                        "de"));
        assertThat(plan(minimal("")).settings()).isEqualTo(SeasonSettings.USUAL);
    }

    @Test
    void resultsAreReadAndPlacementsGoToTheFinale() {
        Map<Integer, Result> results = plan(bytes(SampleFile.TEXT)).results();

        assertThat(results).containsOnlyKeys(1, 2);
        assertThat(results.get(1).eliminated()).contains(List.of("cat"));
        assertThat(results.get(1).totals())
                .isEqualTo(Map.of("ann", new BigDecimal("15.50"), "bob", new BigDecimal("16.00")));
        assertThat(results.get(1).placements()).isEmpty();
        assertThat(results.get(2).placements()).isEqualTo(Map.of("ann", 1, "bob", 2, "cat", 3));
        assertThat(results.get(2).answers()).isEqualTo(Map.of("Rain?", List.of("No")));
    }

    @Test
    void placementsGoToTheLastResultWhileTheFinaleHasNone() {
        String text = SampleFile.TEXT.replace("\"asks\": []}", "\"asks\": [\"winner\"]}");

        assertThat(plan(bytes(text)).results().get(2).placements()).containsEntry("ann", 1);
    }

    @Test
    void aResultWithoutScoresSaysThatThereWereNoMarks() {
        assertThat(plan(minimal("{}")).results().get(1).marks()).contains(Map.of());
        assertThat(plan(minimal("{\"scores\": {}}")).results().get(1).marks()).contains(Map.of());
    }

    @Test
    void aResultThatDoesNotSayWhoWasEliminatedLeavesItOpen() {
        assertThat(plan(minimal("{}")).results().get(1).eliminated()).isEmpty();
        assertThat(plan(minimal("{\"eliminated\": []}")).results().get(1).eliminated())
                .contains(List.of());
    }

    @Test
    void marksThatAreStillToComeSurviveTheWayThroughAFile() {
        Result waiting = SampleSeason.left("ann");
        Season season = SampleSeason.of("ann", "bob")
                .episode(AskKind.TOP_SCORE)
                .result(1, waiting)
                .season();

        assertThat(plan(SeasonFile.write(season)).results()).isEqualTo(Map.of(1, waiting));
    }

    @Test
    void anEarlyRepeatedHourIsTaken() {
        byte[] file = bytes(SampleFile.TEXT.replace("2024-10-01T20:00", "2024-11-03T01:30"));

        SeasonPlan plan = plan(file);

        assertThat(plan.episodes().get(2).airs(plan.zone())).isEqualTo(Instant.parse("2024-11-03T05:30:00Z"));
    }

    @Test
    void whatIsWrittenReadsBackAsTheSameSeason() {
        SeasonPlan plan = plan(bytes(SampleFile.TEXT));

        byte[] written = SeasonFile.write(season(plan));

        assertThat(plan(written)).isEqualTo(plan);
        assertThat(text(SeasonFile.write(season(plan(written))))).isEqualTo(text(written));
    }

    @Test
    void numbersAreWrittenAsPeopleWriteThem() {
        String written = text(SeasonFile.write(season(plan(bytes(SampleFile.TEXT)))));

        assertThat(written)
                .contains("\"ann\": [7, 8.5]", "\"bob\": [6, 10]", "\"ann\": [9.6666]", "\"winner\": 100}")
                .endsWith("}\n");
    }

    @Test
    void usualSettingsAreNotWritten() {
        assertThat(text(SeasonFile.write(season(plan(minimal("")))))).doesNotContain("settings", "minutes");
    }

    @Test
    void theBuiltInSeasonIsInTheLayoutThatIsWritten() throws IOException {
        try (InputStream in =
                SeasonFileTest.class.getResourceAsStream("/io/github/mirrorball/rehearsal/season-33.json")) {
            byte[] file = in.readAllBytes();
            assertThat(text(SeasonFile.write(season(plan(file))))).isEqualTo(text(file));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"05", "08", "33", "34"})
    void aRealSeasonComesBackWithTheSameMeaning(String name) throws IOException {
        byte[] original = RealSeason.bytes(name);

        byte[] written = SeasonFile.write(season(plan(original)));

        assertThat(JSON.readTree(written).equals(SeasonFileTest::compare, JSON.readTree(original)))
                .isTrue();
        assertThat(text(SeasonFile.write(season(plan(written))))).isEqualTo(text(written));
    }

    @Test
    void tenFaultsInOneFileAreAllNamedWithTheirPlaces() {
        String text = SampleFile.TEXT
                .replace("\"format\": 1", "\"format\": 2")
                .replace("America/New_York", "America/Springfield")
                .replace("🕺", "💃\uFE0F")
                .replace("\"title\": \"One\"", "\"titel\": \"One\"")
                .replace("\"minutes\": 60", "\"minutes\": 0")
                .replace("2024-09-24T20:00", "24.9.2024 20:00")
                .replace("\"contestant\": \"ann\"", "\"contestant\": \"zoe\"")
                .replace("[9.6666]", "[9.66667]")
                .replace("\"bestEpisodes\": 8", "\"bestEpisodes\": \"all\"");

        assertThat(faults(text))
                .extracting(Fault::place, Fault::key)
                .containsExactlyInAnyOrder(
                        tuple("format", "fault.file.format"),
                        tuple("timeZone", "fault.zone.unknown"),
                        tuple("settings.bestEpisodes", "fault.type.number"),
                        tuple("contestants[1].emoji", "fault.emoji.twice"),
                        tuple("episodes[0].titel", "fault.field.unknown"),
                        tuple("episodes[0].title", "fault.field.missing"),
                        tuple("episodes[0].minutes", "fault.number.whole"),
                        tuple("episodes[0].asks[2].contestant", "fault.contestant.unknown"),
                        tuple("episodes[1].airsAt", "fault.time.malformed"),
                        tuple("episodes[1].result.scores.ann", "fault.result.finerMark"));
    }

    @Test
    void noBytesWhateverMakeItThrow() {
        byte[] sound = bytes(SampleFile.TEXT);
        Random random = new Random(33);
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = sound.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                broken[random.nextInt(broken.length)] = (byte) JUNK.charAt(random.nextInt(JUNK.length()));
            }
            Reading reading = SeasonFile.read(broken);
            if (reading instanceof Reading.Read read) {
                assertThat(plan(SeasonFile.write(season(read.plan())))).isEqualTo(read.plan());
            } else {
                assertThat(((Reading.Faulty) reading).faults()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "[]",
                "\"text\"",
                "{",
                "{}",
                "{} {}",
                "{\"a\":1,}",
                "[1e999999999999]",
                "\u0000",
                "{\"\\ud800\": 1}"
            })
    void whatIsNoSeasonAtAllIsAFault(String text) {
        assertThat(faults(text)).isNotEmpty();
    }

    @Test
    void deepNestingIsAFault() {
        assertThat(faults("[".repeat(100_000))).extracting(Fault::key).containsExactly("fault.file.notJson");
    }

    @Test
    void aFileOfMoreThanAMebibyteIsAFault() {
        byte[] most = bytes(SampleFile.TEXT + " ".repeat(SeasonFile.LARGEST - bytes(SampleFile.TEXT).length));

        assertThat(SeasonFile.read(most)).isInstanceOf(Reading.Read.class);
        assertThat(faults(text(most) + " ")).containsExactly(Fault.at("", "fault.file.tooLarge", 1024));
    }

    private static byte[] minimal(String result) {
        return bytes("""
                {"format": 1, "show": "S", "title": "T", "timeZone": "UTC",
                 "contestants": [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"}],
                 "episodes": [{"number": 1, "title": "One", "airsAt": "2024-09-17T20:00", "minutes": 120, "asks": []%s}],
                 "settings": {"openLeadHours": 144, "reminderMinutes": [1440, 60], "secret": false, "language": "en"}}
                """.formatted(result.isEmpty() ? "" : ", \"result\": " + result));
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

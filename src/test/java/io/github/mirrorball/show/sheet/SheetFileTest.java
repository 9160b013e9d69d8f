package io.github.mirrorball.show.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.reference.RealSeason;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.file.Reading;
import io.github.mirrorball.show.file.SeasonFile;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFileTest {

    private static final SheetSeason.Terms TERMS = new SheetSeason.Terms(
            "Untitled", ZoneId.of("America/New_York"), Optional.of(LocalDateTime.parse("2025-09-16T20:00")));

    @ParameterizedTest
    @ValueSource(strings = {"05", "08", "33", "34"})
    void longRowsTellTheWholeSeason(String number) {
        SeasonPlan plan = plan(number);
        for (char separator : new char[] {',', ';', '\t'}) {
            Season season = season(new Layouts(plan).longRows(separator).getBytes(StandardCharsets.UTF_8));
            isSame(season, plan, true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"05", "08", "33", "34"})
    void wideRowsTellTheWholeSeason(String number) {
        isSame(season(new Layouts(plan(number)).wide().getBytes(StandardCharsets.UTF_8)), plan(number), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08", "33", "34"})
    void aWikiPageTellsTheWholeSeason(String number) {
        isSame(season(new Layouts(plan(number)).wiki().getBytes(StandardCharsets.UTF_8)), plan(number), true);
    }

    @Test
    void everyWayOfWritingLettersIsRead() {
        String text = "Name;Partner\r\nHélio;Zoë\r\nMýa;Dmitry\r\n";
        for (byte[] bytes : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_16),
                text.getBytes(StandardCharsets.UTF_16LE),
                text.getBytes(Charset.forName("windows-1252")))) {
            assertThat(sheet(bytes).cast())
                    .containsExactly(
                            new Sheet.Person("Hélio", Optional.of("Zoë")),
                            new Sheet.Person("Mýa", Optional.of("Dmitry")));
        }
    }

    @Test
    void judgesMayBeCalledByTheirNames() {
        String text = "Couple,Week,Carrie Ann,Len,Bruno,Dance\nErin & Maks,3,7,-,8,Jive\nErin & Maks,3,9,9,9,Waltz\n";
        Sheet.Night night =
                sheet(text.getBytes(StandardCharsets.UTF_8)).nights().get(0);
        assertThat(night.number()).isEqualTo(3);
        assertThat(night.marks()).isEqualTo(Map.of("Erin & Maks", numbers("7 8 9 9 9")));
    }

    @Test
    void whatIsNotCertainIsLeftOutAndTold() {
        String wrong = "Name,Week,Judge 1,Judge 2,Total\nAnn,1,8,8,17\nBob,1,7,7,14\n";
        Sheet sheet = sheet(wrong.getBytes(StandardCharsets.UTF_8));
        assertThat(sheet.nights().get(0).marks()).containsOnlyKeys("Bob");
        assertThat(sheet.leftOut()).containsExactly(Fault.at("", "marks.total", "Ann", "16", "17"));
    }

    @ParameterizedTest
    @MethodSource
    void whatCannotBeReadIsSaidAsWhatItIs(byte[] file, String key) {
        assertThat(SheetFile.read(file))
                .isInstanceOfSatisfying(
                        SheetReading.Unreadable.class,
                        unreadable -> assertThat(unreadable.fault().key()).isEqualTo(key));
    }

    static Stream<Arguments> whatCannotBeReadIsSaidAsWhatItIs() {
        return Stream.of(
                Arguments.of(new byte[] {'P', 'K', 3, 4, 20, 0, 6}, "sheet.workbook"),
                Arguments.of("<!DOCTYPE html>\n<html><body>".getBytes(StandardCharsets.UTF_8), "sheet.html"),
                Arguments.of("a,b,c\n1,2,3".getBytes(StandardCharsets.UTF_8), "sheet.noHeading"),
                Arguments.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}, "sheet.binary"),
                Arguments.of(" \n ".getBytes(StandardCharsets.UTF_8), "sheet.empty"),
                Arguments.of(
                        "season,name,week,score\n1,Ann,1,8\n2,Bob,1,8".getBytes(StandardCharsets.UTF_8),
                        "sheet.seasons"),
                Arguments.of("{| \n! A\n|-\n| b\n|}".getBytes(StandardCharsets.UTF_8), "sheet.noTables"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            Eliminated Week 3 ~ ELIMINATED
            Withdrew          ~ WITHDREW
            1st Place         ~ PLACED
            Winners           ~ PLACED
            Safe              ~ SAFE
            Losers            ~ OTHER
            """)
    void whatBecameOfSomebodyIsReadAsTablesWriteIt(String cell, Fate.Kind kind) {
        assertThat(Fate.of(cell).kind()).isEqualTo(kind);
    }

    private static void isSame(Season season, SeasonPlan plan, boolean dates) {
        assertThat(season.cast().stream().map(Contestant::label))
                .containsExactlyInAnyOrderElementsOf(
                        plan.cast().stream().map(Contestant::label).toList());
        assertThat(season.episodes()).hasSameSizeAs(plan.episodes());
        for (int i = 0; i < plan.episodes().size(); i++) {
            Episode episode = plan.episodes().get(i);
            Result theirs = season.result(season.episodes().get(i).number());
            Result ours =
                    Optional.ofNullable(plan.results().get(episode.number())).orElse(Result.NOTHING);
            assertThat(theirs.eliminated().orElse(List.of()))
                    .as("%s", episode)
                    .containsExactlyInAnyOrderElementsOf(ours.eliminated().orElse(List.of()));
            assertThat(new TreeMap<>(theirs.marks().orElse(Map.of())).toString())
                    .isEqualTo(new TreeMap<>(ours.marks().orElse(Map.of())).toString());
            if (dates) {
                assertThat(season.episodes().get(i).airsAt().toLocalDate())
                        .isEqualTo(episode.airsAt().toLocalDate());
            }
        }
        assertThat(season.placements()).containsEntry(winner(plan), 1);
    }

    private static String winner(SeasonPlan plan) {
        return plan.results().values().stream()
                .flatMap(result -> result.placements().entrySet().stream())
                .filter(place -> place.getValue() == 1)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Season season(byte[] file) {
        Season season = SheetSeason.of(sheet(file), TERMS).orElseThrow();
        assertThat(SeasonFile.read(SeasonFile.write(season))).isInstanceOf(Reading.Read.class);
        return season;
    }

    private static Sheet sheet(byte[] file) {
        return ((SheetReading.Found) SheetFile.read(file)).sheet();
    }

    static SeasonPlan plan(String number) {
        return ((Reading.Read) SeasonFile.read(RealSeason.bytes(number))).plan();
    }

    private static List<BigDecimal> numbers(String numbers) {
        return Stream.of(numbers.split(" ")).map(BigDecimal::new).toList();
    }
}

package io.github.mirrorball.show.typed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreLinesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    John O’Hurley: 7 7 6   ~ john  ~ 7 7 6
                    Helio: 8 8 8           ~ helio ~ 8 8 8
                    Wanya 8 8 8            ~ wanya ~ 8 8 8
                    Mr T 6 6 6             ~ mr-t  ~ 6 6 6
                    D. L. Hughley: 7 7 7   ~ dl    ~ 7 7 7
                    Mýa & Dmitry: 8 8 8    ~ mya   ~ 8 8 8
                    Bill N. & Tyne: 7 7 7  ~ bill  ~ 7 7 7
                    Tyne 7 7 7             ~ bill  ~ 7 7 7
                    \u200EMýa: 8 8 8\u200B ~ mya   ~ 8 8 8
                    Mýa：8 8 8             ~ mya   ~ 8 8 8
                    Mýa: ８ ８ ８           ~ mya   ~ 8 8 8
                    Mýa: ٨ ٨ ٨             ~ mya   ~ 8 8 8
                    Mýa — 8 8 8            ~ mya   ~ 8 8 8
                    • Mýa 8 8 8            ~ mya   ~ 8 8 8
                    Mýa: 8, 8, 8           ~ mya   ~ 8 8 8
                    Mýa: 8,8,8             ~ mya   ~ 8 8 8
                    Mýa: 24 (8, 8, 8)      ~ mya   ~ 8 8 8
                    Mýa: 8+8+8             ~ mya   ~ 8 8 8
                    Mýa: 8 8 8 = 24        ~ mya   ~ 8 8 8
                    Mýa 8 8 8 24           ~ mya   ~ 8 8 8
                    Mýa: = 24              ~ mya   ~ 24
                    Mýa: 24                ~ mya   ~ 24
                    Mýa: 24+30             ~ mya   ~ 24 30
                    Mýa: 7,5 8 8           ~ mya   ~ 7.5 8 8
                    Mýa: 8, 7,5, 8         ~ mya   ~ 8 7.5 8
                    Mýa: 85 90 78          ~ mya   ~ 85 90 78
                    Mýa: 11 10 11          ~ mya   ~ 11 10 11
                    Mýa: 8 8 8 / 9 9 9     ~ mya   ~ 8 8 8 9 9 9
                    Mýa: 8 8 | 9 9         ~ mya   ~ 8 8 9 9
                    Mýa: 8 - 8             ~ mya   ~ 8 8
                    Mýa: 8 N/A 8           ~ mya   ~ 8 8
                    Blink 182 7 7 8        ~ blink ~ 7 7 8
                    Mýa\tDmitry Chaplin\t8\t8\t8\t24\tSafe ~ mya ~ 8 8 8
                    """)
    void aLineIsReadAsPeopleWriteIt(String line, String who, String scores) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
            ScoreLines lines = read(line, language);
            assertThat(lines.faults()).isEmpty();
            assertThat(lines.scores()).isEqualTo(Map.of(who, numbers(scores)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    Mýa: 24/30          ~ = 24   ~ 24+30
                    Mýa: 8/10 8/10 8/10 ~ 8 8 8  ~ 8+10+8+10+8+10
                    Mýa: 8 8 8 25       ~ 8 8 8  ~ 8+8+8+25
                    Mýa: 88 8           ~ 8      ~ 88+8
                    Mýa: 888            ~ = 888  ~ 8 8 8
                    Mýa: 8,9            ~ 8.9    ~ 8 9
                    """)
    void whatCanBeReadInTwoWaysIsAskedAndEitherWayCanBeWritten(String line, String one, String other) {
        ScoreLines lines = read(line, Locale.ENGLISH);
        assertThat(lines.scores()).isEmpty();
        assertThat(lines.faults()).containsExactly(Fault.at("", "marks.doubtful", line, one, other));
        for (String reading : List.of(one, other)) {
            assertThat(read("Mýa: " + reading, Locale.ENGLISH).faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mýa: 25 (8, 8, 8)", "Mýa: 8 8 8 = 25"})
    void aTotalThatDoesNotFitIsAsked(String line) {
        ScoreLines lines = read(line, Locale.ENGLISH);
        assertThat(lines.scores()).isEmpty();
        assertThat(lines.faults()).containsExactly(Fault.at("", "marks.total", line, "24", "25"));
    }

    @Test
    void twoLinesAreTwoDancesButTheSameLineTwiceIsAsked() {
        assertThat(read("Mýa: 8 8 8\nMýa: 9 9 9", Locale.ENGLISH).scores())
                .isEqualTo(Map.of("mya", numbers("8 8 8 9 9 9")));
        assertThat(read("Mýa: 8 8 8\nMýa: 8 8 8", Locale.ENGLISH).faults())
                .extracting(Fault::key)
                .containsExactly("marks.doubtful");
        assertThat(read("Mýa: 8 8 8 / 8 8 8", Locale.ENGLISH).faults()).isEmpty();
    }

    @Test
    void aNumberThatMayBelongToEitherOfTwoNamesIsAsked() {
        List<Contestant> cast = new ArrayList<>(CastIndexTest.CAST);
        cast.add(CastIndexTest.alone("area", "Area"));
        cast.add(CastIndexTest.alone("area-8", "Area 8"));
        ScoreLines lines = new ScoreLines(new CastIndex(cast), Locale.ENGLISH);
        lines.read("Area 8 8 8");
        assertThat(lines.faults())
                .containsExactly(Fault.at("", "marks.doubtful", "Area 8 8 8", "Area 8: 8 8", "Area: 8 8 8"));
        ScoreLines colon = new ScoreLines(new CastIndex(cast), Locale.ENGLISH);
        colon.read("Area 8: 8 8\nArea: 8 8 8");
        assertThat(colon.scores()).isEqualTo(Map.of("area-8", numbers("8 8"), "area", numbers("8 8 8")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8 8 8", "7.5", "24", "120", "8 8 16", "5 6 11", "11 10 11", "24 30", "8 40", "10 10 20 8", "0 0"
            })
    void whatIsWrittenReadsBackTheSame(String scores) {
        String written = ScoreLines.written(numbers(scores));
        assertThat(read("Mýa: " + written, Locale.ENGLISH).scores()).isEqualTo(Map.of("mya", numbers(scores)));
    }

    @Test
    void aLineThatIsWrongIsOneSentence() {
        ScoreLines lines = read("Mýa: x y z\nZoe: 8 8 8\nMýa:\nWanja: 7 7 7", Locale.ENGLISH);
        assertThat(lines.scores()).isEmpty();
        assertThat(lines.faults())
                .extracting(Fault::key)
                .containsExactly("marks.unreadable", "contestant.unknown", "contestant.alike");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1st Mýa",
                "Mýa - 1",
                "🥇 Mýa",
                "Winner: Mýa",
                "1. Mýa",
                "1 Mýa",
                "Mýa: 1",
                "#1 Mýa",
                "1) Mýa",
                "Mýa 1st"
            })
    void aPlaceIsReadAsPeopleWriteIt(String line) {
        PlaceLines lines = new PlaceLines(new CastIndex(CastIndexTest.CAST));
        lines.read(line + "\n2 Blink 182\n🥉 Tyne");
        assertThat(lines.faults()).isEmpty();
        assertThat(lines.places()).isEqualTo(Map.of("mya", 1, "blink", 2, "bill", 3));
    }

    private static ScoreLines read(String text, Locale language) {
        ScoreLines lines = new ScoreLines(new CastIndex(CastIndexTest.CAST), language);
        lines.read(text);
        return lines;
    }

    private static List<BigDecimal> numbers(String text) {
        return Stream.of(text.split(" ")).map(BigDecimal::new).collect(Collectors.toList());
    }
}

package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.stage.world.StageMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What hosts type into the form of a result, as phones, pages and people in a hurry write it, and what the preview makes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypedResultTest {

    private static final String CAST = """
            {"format": 1, "show": "Small Show", "title": "Small Season", "timeZone": "UTC",
             "contestants": [
              {"id": "john", "name": "John O'Hurley", "partner": "Charlotte Jørgensen"},
              {"id": "helio", "name": "Hélio Castroneves", "partner": "Julianne Hough"},
              {"id": "mya", "name": "Mýa", "partner": "Dmitry Chaplin"},
              {"id": "mr-t", "name": "Mr. T", "partner": "Anna Trebunskaya"},
              {"id": "dl", "name": "D.L. Hughley", "partner": "Cheryl Burke"},
              {"id": "bill", "name": "Bill Nye", "partner": "Tyne Stecklein"},
              {"id": "wanya", "name": "Wanyá Morris", "partner": "Lindsay Arnold"},
              {"id": "blink", "name": "Blink 182"},
              {"id": "kim", "name": "Lil' Kim", "partner": "Derek Hough"}],
             "episodes": [
              {"number": 1, "title": "Night 1", "airsAt": "2026-01-10T20:00", "asks": ["elimination", "top_score",
               {"ask": "custom", "question": "Who’s crying first?", "answers": ["Mýa", "Bill Nye"]}]}]}
            """;

    private Evening evening;

    @BeforeAll
    void theNightIsOver() {
        evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(evening.importSeason(CAST)).contains("is set up");
        evening.windTo("2026-01-10T22:00:00Z");
    }

    @AfterAll
    void close() {
        evening.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    John O’Hurley: 7 7 6   ~ John O'Hurley · **20** · 7 7 6
                    Helio: 8 8 8           ~ Hélio Castroneves · **24** · 8 8 8
                    Wanya 8 8 8            ~ Wanyá Morris · **24** · 8 8 8
                    My\u0301a: 8 8 8       ~ Mýa · **24** · 8 8 8
                    Mr T 6 6 6             ~ Mr. T · **18** · 6 6 6
                    DL Hughley: 7 7 7      ~ D.L. Hughley · **21** · 7 7 7
                    D. L. Hughley: 7 7 7   ~ D.L. Hughley · **21** · 7 7 7
                    Mýa & Dmitry: 8 8 8    ~ Mýa · **24** · 8 8 8
                    Bill N. & Tyne: 7 7 7  ~ Bill Nye · **21** · 7 7 7
                    Tyne 7 7 7             ~ Bill Nye · **21** · 7 7 7
                    \u200EMýa: 8 8 8\u200B ~ Mýa · **24** · 8 8 8
                    Mýa：8 8 8             ~ Mýa · **24** · 8 8 8
                    Mýa: ８ ８ ８           ~ Mýa · **24** · 8 8 8
                    Mýa — 8 8 8            ~ Mýa · **24** · 8 8 8
                    • Mýa 8 8 8            ~ Mýa · **24** · 8 8 8
                    Mýa: 8, 8, 8           ~ Mýa · **24** · 8 8 8
                    Mýa: 8,8,8             ~ Mýa · **24** · 8 8 8
                    Mýa: 24 (8, 8, 8)      ~ Mýa · **24** · 8 8 8
                    Mýa: 8+8+8             ~ Mýa · **24** · 8 8 8
                    Mýa: 8 8 8 = 24        ~ Mýa · **24** · 8 8 8
                    Mýa: 7,5 8 8           ~ Mýa · **23.5** · 7.5 8 8
                    Blink 182 7 7 8        ~ Blink 182 · **22** · 7 7 8
                    Mýa: 8 - 8             ~ Mýa · **16** · 8 8
                    Mýa: 8 N/A 8           ~ Mýa · **16** · 8 8
                    Mýa\tDmitry Chaplin\t8\t8\t8\t24\tSafe ~ Mýa · **24** · 8 8 8
                    Mýa & Dmitry\t24 (8, 8, 8)\tJazz\t"99 Luftballons"—Nena\tSafe ~ Mýa · **24** · 8 8 8
                    """)
    void aLineIsReadAndShownAsItWasRead(String line, String shown) {
        StageMessage preview = preview(Map.of("marks", line));
        assertThat(preview.text()).contains(shown);
        assertThat(preview.button("result-confirm:")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    Mýa: 24/30          ~ Mýa: = 24  ~ Mýa: 24+30
                    Mýa: 8/10 8/10 8/10 ~ Mýa: 8 8 8 ~ Mýa: 8+10+8+10+8+10
                    Mýa: 25 (8, 8, 8)   ~ Mýa: 8 8 8 ~ Mýa: = 25
                    Mýa: 8 8 8 = 25     ~ Mýa: 8 8 8 ~ Mýa: = 25
                    Mýa: 8 8 88         ~ Mýa: 8 8   ~ Mýa: 8+8+88
                    Mýa: 8,9            ~ Mýa: 8.9   ~ Mýa: 8 9
                    Hough: 8 8 8        ~ Hélio Castroneves: 8 8 8 ~ Lil' Kim: 8 8 8
                    """)
    void aDoubtIsAskedWithEveryReadingAndTheAnswerIsTaken(String line, String one, String other) {
        StageMessage preview = preview(Map.of("eliminated", List.of("bill"), "marks", line));
        assertThat(buttons(preview)).noneMatch(id -> id.startsWith("result-confirm:"));
        for (String reading : List.of(one, other)) {
            StageMessage again = preview(Map.of("eliminated", List.of("bill"), "marks", line));
            String value = value(again, reading);
            StageMessage answered =
                    evening.host().choose(again, menu(again), List.of(value)).message();
            assertThat(answered.text()).contains("Bill Nye");
            assertThat(answered.button("result-confirm:")).isNotBlank();
            assertThat(evening.host()
                            .press(answered, answered.button("result-edit:"))
                            .form()
                            .field("marks")
                            .values())
                    .containsExactly(reading);
        }
    }

    @Test
    void twoDancesAreTwoButTheSameLineTwiceIsAsked() {
        assertThat(preview(Map.of("marks", "Mýa: 8 8 8\nMýa: 9 9 9")).text()).contains("**51** · 8 8 8 9 9 9");
        StageMessage twice = preview(Map.of("marks", "Mýa: 8 8 8\nMýa: 8 8 8"));
        assertThat(evening.host()
                        .choose(twice, menu(twice), List.of("0"))
                        .message()
                        .text())
                .contains("**24** · 8 8 8");
        StageMessage again = preview(Map.of("marks", "Mýa: 8 8 8\nMýa: 8 8 8"));
        assertThat(evening.host()
                        .choose(again, menu(again), List.of("1"))
                        .message()
                        .text())
                .contains("**48** · 8 8 8 8 8 8");
    }

    @Test
    void severalDoubtsAreAnsweredOneAfterTheOther() {
        StageMessage preview = preview(Map.of("marks", "Mýa: 24/30\nHelio: 8 8 8\nTyne: 21/30"));
        StageMessage first =
                evening.host().choose(preview, menu(preview), List.of("0")).message();
        assertThat(buttons(first)).noneMatch(id -> id.startsWith("result-confirm:"));
        StageMessage second =
                evening.host().choose(first, menu(first), List.of("0")).message();
        assertThat(second.text()).contains("**24**", "**21**");
        assertThat(second.button("result-confirm:")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1st Mýa", "Mýa - 1", "🥇 Mýa", "Winner: Mýa", "1. Mýa", "1 Mýa", "Mýa: 1st place"})
    void aPlaceIsReadAsPeopleWriteIt(String line) {
        assertThat(preview(Map.of("placements", line)).text()).contains("Winner: **Mýa & Dmitry Chaplin**");
    }

    @Test
    void aPlaceOfANameThatFitsSeveralIsAsked() {
        StageMessage preview = preview(Map.of("placements", "1 Hough"));
        assertThat(evening.host()
                        .choose(preview, menu(preview), List.of(value(preview, "1 Lil' Kim")))
                        .message()
                        .text())
                .contains("Winner: **Lil' Kim");
    }

    @Test
    void aQuestionIsFoundWhateverItsQuotes() {
        assertThat(preview(Map.of("answers", "Who's crying first?: Mýa")).text())
                .contains("Who’s crying first? → **Mýa**");
        assertThat(preview(Map.of("answers", "Who's crying first?: Bob")).text())
                .contains("They are: Mýa, Bill Nye");
    }

    @Test
    void aRowThatSaysWhoLeftIsTakenAndOneThatContradictsIsTold() {
        String rows = "Couple\tScores\tResult\nMýa & Dmitry\t24 (8, 8, 8)\tSafe\nBill & Tyne\t18 (6, 6, 6)\tEliminated";
        assertThat(preview(Map.of("marks", rows)).text()).contains("Eliminated: **Bill Nye", "**18**", "**24**");
        assertThat(preview(Map.of("marks", rows, "eliminated", List.of("mya"))).text())
                .contains("Bill Nye", "but you chose");
    }

    @Test
    void aLineThatIsWrongIsToldOnce() {
        String text = preview(Map.of("marks", "Mýa: eight 8 nine 8 ten")).text();
        assertThat(text.split("cannot read", -1)).hasSize(2);
    }

    private StageMessage preview(Map<String, Object> fields) {
        return evening.previewResult(evening.host(), 1, fields);
    }

    private static List<String> buttons(StageMessage message) {
        return message.components().stream()
                .map(part -> part.path("custom_id").asText())
                .toList();
    }

    private static String menu(StageMessage message) {
        return buttons(message).stream()
                .filter(id -> id.startsWith("result-read:"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No menu in " + message.text()));
    }

    private static String value(StageMessage message, String reading) {
        JsonNode menu = message.components().stream()
                .filter(part -> part.path("custom_id").asText().equals(menu(message)))
                .findFirst()
                .orElseThrow();
        return StreamSupport.stream(menu.path("options").spliterator(), false)
                .filter(option -> option.path("label").asText().equals(reading))
                .map(option -> option.path("value").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError(reading + " is none of " + menu.path("options")));
    }
}

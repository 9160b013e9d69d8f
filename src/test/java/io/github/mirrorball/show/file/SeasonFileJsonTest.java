package io.github.mirrorball.show.file;

import static io.github.mirrorball.show.SampleSeason.answered;
import static io.github.mirrorball.show.SampleSeason.left;
import static io.github.mirrorball.show.SampleSeason.marked;
import static io.github.mirrorball.show.SampleSeason.placed;
import static io.github.mirrorball.show.SampleSeason.withdrew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.SeasonSettings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class SeasonFileJsonTest {

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SCORE", "CUSTOM"})
    void anAskWithoutParametersIsItsName(AskKind kind) {
        assertThat(SeasonFileJson.text(Ask.of(kind))).isEqualTo('"' + kind.id() + '"');
        assertThat(SeasonFileJson.ask('"' + kind.id() + '"')).isEqualTo(Ask.of(kind));
    }

    @Test
    void anAskWithParametersIsAnObject() {
        Ask ask = new Ask(
                AskKind.CUSTOM,
                Optional.empty(),
                Optional.of("\"Rain\" or\tsnow? 雪"),
                List.of("Rain", "Snow"),
                Optional.of(new BigDecimal("2.5")));

        String text = SeasonFileJson.text(ask);

        assertThat(text)
                .isEqualTo("{\"ask\": \"custom\", \"question\": \"\\\"Rain\\\" or\\tsnow? 雪\", "
                        + "\"answers\": [\"Rain\", \"Snow\"], \"worth\": 2.5}");
    }

    @Test
    void aScoreAskComesBack() {
        Ask ask = new Ask(AskKind.SCORE, Optional.of("ann"), Optional.empty(), List.of(), Optional.empty());

        assertThat(SeasonFileJson.ask(SeasonFileJson.text(ask))).isEqualTo(ask);
    }

    static Stream<Result> results() {
        return Stream.of(
                Result.NOTHING,
                left(),
                left("ann", "bob"),
                withdrew(Result.NOTHING, "ann"),
                marked(left()),
                marked(left("ann"), "ann 7 8.5 9.6666", "bob"),
                placed(marked(left(), "ann 10"), Map.of("ann", 1)),
                answered(left(), "Rain?", "Yes", "No"),
                answered(left(), "Rain?"));
    }

    @ParameterizedTest
    @MethodSource("results")
    void everyPartOfAResultComesBackAndWhatIsNotInStaysOut(Result result) {
        assertThat(SeasonFileJson.result(SeasonFileJson.text(result))).isEqualTo(result);
    }

    @Test
    void settingsComeBack() {
        SeasonSettings settings = SampleFile.plan(SampleFile.TEXT.getBytes(StandardCharsets.UTF_8))
                .settings();

        assertThat(SeasonFileJson.settings(SeasonFileJson.text(settings))).isEqualTo(settings);
        assertThat(SeasonFileJson.text(SeasonSettings.USUAL)).isEqualTo("{}");
    }

    @Test
    void aTextFromElsewhereIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SeasonFileJson.ask("\"loudest\""));
        assertThatIllegalArgumentException().isThrownBy(() -> SeasonFileJson.settings("{\"loud\": true}"));
        assertThatIllegalArgumentException().isThrownBy(() -> SeasonFileJson.result("not JSON"));
    }
}

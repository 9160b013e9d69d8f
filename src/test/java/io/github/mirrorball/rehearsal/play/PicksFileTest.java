package io.github.mirrorball.rehearsal.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mirrorball.rehearsal.SmallSeason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicksFileTest {

    private static final PollQuestion FIRST = new PollQuestion(OptionalInt.of(1), "elimination");
    private static final PollQuestion SEASON_LONG = new PollQuestion(OptionalInt.empty(), "winner");

    @Test
    void aLaterLineOfAFanForTheSameQuestionReplacesTheEarlier() {
        PicksFile picks = read("""
                {"fans": ["b", "a", "c"], "picks": [
                  {"fan": "a", "episode": 1, "asks": "elimination", "pick": "ann"},
                  {"fan": "b", "episode": 1, "asks": "elimination", "pick": "none"},
                  {"fan": "a", "episode": 1, "asks": "elimination", "pick": "cleo"},
                  {"fan": "a", "asks": "winner", "pick": "bea"}]}
                """);

        assertThat(picks.fans()).isEqualTo(List.of("b", "a", "c"));
        assertThat(picks.picks(FIRST, List.of())).isEqualTo(Map.of("a", "cleo", "b", "none"));
        assertThat(picks.picks(SEASON_LONG, List.of())).isEqualTo(Map.of("a", "bea"));
        assertThat(picks.picks(new PollQuestion(OptionalInt.of(2), "elimination"), List.of()))
                .isEmpty();
    }

    @Test
    void everyFaultIsNamedAtOnceWithItsPlace() {
        assertThatThrownBy(() -> read("""
                        {"fans": ["a", "a", 7], "picks": [
                          {"fan": "b", "episode": 1, "asks": "elimination", "pick": "ann"},
                          {"fan": "a", "episode": 9, "asks": "elimination", "pick": "ann"},
                          {"fan": "a", "episode": 1, "asks": "winner", "pick": "ann"},
                          {"fan": "a", "episode": 1, "asks": "elimination", "pick": "zoe"},
                          {"fan": "a", "episode": 2, "asks": "top_score", "pick": "none"},
                          {"fan": "a", "episode": "1", "asks": "elimination", "pick": "ann"},
                          {"fan": "a", "asks": "elimination"}]}
                        """))
                .isInstanceOf(PlayFailure.class)
                .hasMessageContainingAll(
                        "fans[1]: a is in the list already",
                        "fans[2]: a fan is a name",
                        "picks[0].fan: b is not",
                        "picks[1].episode: the season has no episode 9",
                        "picks[2].asks: episode 1 does not ask winner",
                        "picks[3].pick: elimination has no outcome zoe",
                        "picks[4].pick: top_score has no outcome none",
                        "picks[5].episode: an episode is a whole number",
                        "picks[6].asks: the season as a whole does not ask elimination",
                        "picks[6].pick: there must be a text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"fans\": [\"a\",]} | line 1, column 15",
                "nonsense            | line 1",
                "[]                  | fans: there must be a list here",
                "~~                  | fans: there must be a list here",
                "{\"fans\": []}       | picks: there must be a list here"
            })
    void whatIsNoPicksFileIsSaidToBeNone(String file, String why) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(PlayFailure.class).hasMessageContaining(why);
    }

    private static PicksFile read(String file) {
        return PicksFile.read(file.getBytes(StandardCharsets.UTF_8), SmallSeason.script());
    }
}

package io.github.mirrorball.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mirrorball.reference.RandomPicks;
import io.github.mirrorball.reference.RandomSeason;
import io.github.mirrorball.reference.ReferenceScorer;
import io.github.mirrorball.schedule.ScoredFiles;
import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.StandingsQuery;
import io.github.mirrorball.standings.Totals;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three nights whose points were worked out by hand. A row reads: rank, fan, points, correct/picked. */
class ScoresTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Night 1: Dan leaves, Ann is on top. Night 2: nobody leaves, Ann's total is 16.5. Night 3: Bob leaves, Ann wins. */
    private static final String SEASON = """
            {'format': 1, 'show': 'Steps', 'title': 'Small', 'timeZone': 'UTC',
             'contestants': [{'id':'ann','name':'Ann'},{'id':'bob','name':'Bob'},{'id':'cat','name':'Cat'},
               {'id':'dan','name':'Dan'}],
             'episodes': [
               {'number': 1, 'title': 'One', 'airsAt': '2024-01-01T20:00', 'asks': ['elimination', 'top_score'],
                'result': {'eliminated': ['dan'], 'withdrew': [],
                  'scores': {'ann': [9], 'bob': [8], 'cat': [7], 'dan': [6]}}},
               {'number': 2, 'title': 'Two', 'airsAt': '2024-01-08T20:00',
                'asks': ['elimination', {'ask': 'score', 'contestant': 'ann'}],
                'result': {'eliminated': [], 'withdrew': [], 'scores': {'ann': [8, 8.5], 'bob': [7, 7]}}},
               {'number': 3, 'title': 'Three', 'airsAt': '2024-01-15T20:00', 'asks': ['elimination', 'winner'],
                'result': {'eliminated': ['bob'], 'withdrew': [], 'scores': {}}}],
             'placements': {'ann': 1, 'cat': 2}, 'asks': [%s], 'settings': {%s}}""";

    /** Cy's pick of Dan in the second night is void, since Dan had left. */
    private static final String PICKS = """
            {'picks': [
              {'fan':'amy','episode':1,'asks':'elimination','pick':'dan'},
              {'fan':'amy','episode':1,'asks':'top_score','pick':'ann'},
              {'fan':'amy','episode':2,'asks':'elimination','pick':'none'},
              {'fan':'amy','episode':2,'asks':'score','pick':'16.5'},
              {'fan':'amy','episode':3,'asks':'elimination','pick':'bob'},
              {'fan':'amy','episode':3,'asks':'winner','pick':'ann'},
              {'fan':'ben','episode':1,'asks':'elimination','pick':'cat'},
              {'fan':'ben','episode':1,'asks':'top_score','pick':'ann'},
              {'fan':'ben','episode':2,'asks':'elimination','pick':'none'},
              {'fan':'ben','episode':2,'asks':'score','pick':'15'},
              {'fan':'ben','episode':3,'asks':'elimination','pick':'cat'},
              {'fan':'cy','episode':1,'asks':'elimination','pick':'dan'},
              {'fan':'cy','episode':1,'asks':'top_score','pick':'bob'},
              {'fan':'cy','episode':2,'asks':'elimination','pick':'dan'},
              {'fan':'cy','episode':2,'asks':'score','pick':'10'},
              {'fan':'cy','episode':3,'asks':'winner','pick':'bob'}
              %s],
             'jokers': [{'fan':'amy','episode':1},{'fan':'ben','episode':2},{'fan':'cy','episode':3}]}""";

    private static final String SEASON_LONG = """
            ,{'fan':'amy','asks':'winner','pick':'ann'}, {'fan':'ben','asks':'winner','pick':'bob'}""";

    @TempDir
    private Path directory;

    /**
     * Plain, Amy has 15 + 20 + 35, Ben 5 + 17 + 0 (a guess that is 1.5 off earns 7), Cy 10 + 0 + 0. As underdogs, Dan earns 3 more and Ann 2
     * (one of three was elsewhere), the exact guess 7, Bob 5, the winner 13 in the finale and 13 all season.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "plain           | no  |                                            | 70 6/6  | 22 2/5 | 10 1/4",
                "season-long     | yes |                                            | 95 7/7  | 22 2/6 | 10 1/4",
                "underdog        | no  | 'underdog':true                            | 100 6/6 | 24 2/5 | 13 1/4",
                "joker           | no  | 'joker':true                               | 85 6/6  | 39 2/5 | 10 1/4",
                "best one        | no  | 'bestEpisodes':1                           | 35 2/2  | 17 1/2 | 10 1/2",
                "best two        | yes | 'bestEpisodes':2                           | 80 5/5  | 22 2/5 | 10 1/3",
                "worth           | no  | 'worth':{'elimination':20,'score':4}       | 94 6/6  | 26 2/5 | 20 1/4",
                "joker, underdog | yes | 'joker':true,'underdog':true               | 158 7/7 | 41 2/6 | 13 1/4",
                "all of them | yes | 'joker':true,'underdog':true,'bestEpisodes':2  | 131 5/5 | 41 2/5 | 13 1/3"
            })
    void pointsAreAsWorkedOutByHand(
            String what, String seasonLong, String settings, String amy, String ben, String cy) {
        boolean asked = seasonLong.equals("yes");
        JsonNode season = json(SEASON.formatted(asked ? "'winner'" : "", settings == null ? "" : settings));
        JsonNode picks = json(PICKS.formatted(asked ? SEASON_LONG : ""));

        try (ScoredFiles files = new ScoredFiles(directory, season, picks)) {
            assertThat(files.rows(StandingsQuery.of(files.season.id())))
                    .as(what)
                    .containsExactly("1 amy " + amy, "2 ben " + ben, "3 cy " + cy)
                    .isEqualTo(expected(season, picks));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void seasonsWithEveryOptionAreScoredAsTheSecondScorerDoes(long seed) {
        JsonNode season = RandomSeason.withOptions(seed);
        JsonNode picks = RandomPicks.of(season, 20, seed);

        try (ScoredFiles files = new ScoredFiles(directory, season, picks)) {
            assertThat(files.rows(StandingsQuery.of(files.season.id())))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(expected(season, picks));
        }
    }

    private static List<String> expected(JsonNode season, JsonNode picks) {
        return ReferenceScorer.score(season, picks).standings().stream()
                .map(row -> "%d %s %s %d/%d"
                        .formatted(
                                row.rank(),
                                row.fan(),
                                row.points().stripTrailingZeros().toPlainString(),
                                row.correct(),
                                row.picked()))
                .toList();
    }

    @Test
    void thereIsATableOfEachEpisodeOneOfAccuracyAndTheCrowds() {
        try (ScoredFiles files =
                new ScoredFiles(directory, json(SEASON.formatted("", "'joker':true")), json(PICKS.formatted("")))) {
            assertThat(files.rows(board(files, Scope.episode(1))))
                    .containsExactly("1 amy 30 2/2", "2 cy 10 1/2", "3 ben 5 1/2");
            assertThat(files.rows(board(files, Scope.episode(2))))
                    .containsExactly("1 ben 34 1/2", "2 amy 20 2/2", "3 cy 0 0/1");
            assertThat(files.rows(board(files, Scope.ACCURACY)))
                    .as("half of six polls is enough")
                    .containsExactly("1 amy 85 6/6", "2 ben 39 2/5", "3 cy 10 1/4");
            assertThat(files.store.standings().crowd(files.season.id(), Scope.SEASON))
                    .as("Dan 10, Ann 5, no one 10; it abstains where one stands against one")
                    .contains(new Totals(new BigDecimal("25.00"), 3, 3));
        }
    }

    @Test
    void movementIsAgainstTheRanksBeforeTheNewestEpisode() {
        JsonNode picks = json("""
                {'picks': [
                  {'fan':'amy','episode':1,'asks':'elimination','pick':'cat'},
                  {'fan':'ben','episode':1,'asks':'elimination','pick':'dan'},
                  {'fan':'cy','episode':3,'asks':'elimination','pick':'cat'},
                  {'fan':'amy','asks':'winner','pick':'ann'}]}""");

        try (ScoredFiles files = new ScoredFiles(directory, json(SEASON.formatted("'winner'", "")), picks)) {
            assertThat(files.store.standings().page(StandingsQuery.of(files.season.id()), 0, 9))
                    .extracting(Standing::name, Standing::rank, Standing::before)
                    .containsExactly(
                            tuple("amy", 1, OptionalInt.of(2)),
                            tuple("ben", 2, OptionalInt.of(1)),
                            tuple("cy", 3, OptionalInt.empty()));
        }
    }

    private static StandingsQuery board(ScoredFiles files, Scope scope) {
        return new StandingsQuery(files.season.id(), scope, OptionalLong.empty());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }
}

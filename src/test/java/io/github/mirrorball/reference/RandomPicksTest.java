package io.github.mirrorball.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.reference.Outcome.Poll;
import io.github.mirrorball.reference.Outcome.Standing;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomPicksTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyLineAnswersAQuestionOfTheSeasonWithSomethingThatItOnceOffered(long seed) {
        JsonNode season = RandomSeason.withOptions(seed);
        SeasonFacts facts = new SeasonFacts(season);
        for (JsonNode line : RandomPicks.of(season, 30, seed).path("picks")) {
            Question question = question(facts, line);
            JsonNode pick = line.path("pick");
            boolean none = pick.asText().equals("none") && question.asks().equals("elimination");
            boolean number = question.aboutANumber() && pick.decimalValue().signum() >= 0;
            assertThat(none || number || facts.cast().contains(pick.asText()))
                    .as(line.toString())
                    .isTrue();
        }
    }

    @Test
    void fansAreNumberedAndTheSameSeedGivesTheSamePicks() {
        JsonNode season = RandomSeason.of(3);
        JsonNode picks = RandomPicks.of(season, 12, 5);

        assertThat(picks.path("fans").size()).isEqualTo(12);
        assertThat(picks.path("fans").path(0).asText()).isEqualTo("fan-001");
        assertThat(picks).isEqualTo(RandomPicks.of(season, 12, 5)).isNotEqualTo(RandomPicks.of(season, 12, 6));
    }

    @Test
    void amongManyPicksThereAreSkippedPollsChangedMindsNoOneAndVoids() {
        Set<String> seen = new HashSet<>();
        for (long seed = 1; seed <= 40; seed++) {
            JsonNode season = RandomSeason.withOptions(seed);
            JsonNode picks = RandomPicks.of(season, 20, seed);
            look(season, picks, seen);
        }
        assertThat(seen)
                .contains("none", "gone already", "withdraws", "changed mind", "skipped", "joker", "season-long");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whoeverAnswersEverythingRightHasTheWorthOfEveryResolvedPoll(long seed) {
        JsonNode season = RandomSeason.of(seed);
        List<Poll> resolved = ReferenceScorer.score(season, SmallSeason.picks()).polls().stream()
                .filter(Poll::resolved)
                .toList();
        int worth = 0;
        for (Poll poll : resolved) {
            worth += poll.asks().equals("elimination") ? 10 : poll.asks().equals("winner") ? 25 : 5;
        }

        Outcome outcome = ReferenceScorer.score(season, allRight(resolved));

        Standing expected =
                new Standing(1, "oracle", Numbers.plain(BigDecimal.valueOf(worth)), resolved.size(), resolved.size());
        assertThat(outcome.standings()).containsExactly(expected);
    }

    private static JsonNode allRight(List<Poll> polls) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ArrayNode lines = file.putArray("picks");
        for (Poll poll : polls) {
            lines.addObject()
                    .put("fan", "oracle")
                    .put("episode", poll.episode().orElseThrow())
                    .put("asks", poll.asks())
                    .put("pick", poll.right().get(poll.right().size() - 1));
        }
        return file;
    }

    private static void look(JsonNode season, JsonNode picks, Set<String> seen) {
        SeasonFacts facts = new SeasonFacts(season);
        Set<String> pollsOfFans = new HashSet<>();
        for (JsonNode line : picks.path("picks")) {
            Question question = question(facts, line);
            String pick = line.path("pick").asText();
            boolean first = pollsOfFans.add(line.path("fan") + "/" + line.path("episode") + "/" + question.asks());
            seen.add(first ? "first mind" : "changed mind");
            seen.add(pick.equals("none") ? "none" : "somebody");
            seen.add(question.episode().isEmpty() ? "season-long" : "episode");
            if (!question.aboutANumber() && !pick.equals("none")) {
                lookAtCast(facts, question, pick, seen);
            }
        }
        seen.add(pollsOfFans.size() < 20 * facts.questions().size() ? "skipped" : "complete");
        seen.add(picks.path("jokers").isEmpty() ? "no joker" : "joker");
    }

    private static void lookAtCast(SeasonFacts facts, Question question, String pick, Set<String> seen) {
        question.episode().ifPresent(episode -> {
            seen.add(facts.isIn(episode, pick) ? "still in" : "gone already");
            seen.add(facts.withdrewIn(episode, pick) ? "withdraws" : "stays");
        });
    }

    private static Question question(SeasonFacts facts, JsonNode line) {
        return facts.questions().stream()
                .filter(question -> question.asks().equals(line.path("asks").asText()))
                .filter(question ->
                        question.number().orElse(0) == line.path("episode").asInt())
                .findFirst()
                .orElseThrow();
    }
}

package io.github.mirrorball.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.reference.Outcome.Poll;
import io.github.mirrorball.reference.Outcome.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores a season that was played to its end: every result of the file entered in the order of the episodes, the
 * placements with the last one. It is slow on purpose: each rule is one visible pass over the files.
 */
public final class ReferenceScorer {

    private final SeasonFacts facts;
    private final Answers answers;
    private final PicksRead picks;

    private ReferenceScorer(JsonNode seasonFile, JsonNode picksFile) {
        facts = new SeasonFacts(seasonFile);
        answers = new Answers(facts);
        picks = new PicksRead(picksFile);
    }

    /** What these picks are worth in this season. */
    public static Outcome score(JsonNode seasonFile, JsonNode picksFile) {
        ReferenceScorer scorer = new ReferenceScorer(seasonFile, picksFile);
        return new Outcome(scorer.polls(), new Table(scorer.facts, scorer.picks).rank(scorer.scoredPicks()));
    }

    private List<Poll> polls() {
        List<Poll> polls = new ArrayList<>();
        for (Question question : facts.questions()) {
            polls.add(new Poll(
                    question.number(),
                    question.asks(),
                    answers.state(question),
                    answers.right(question),
                    picksPerOutcome(counted(question))));
        }
        return polls;
    }

    /** Fan to outcome: the last line of each, if the poll was resolved and the pick is not void. */
    private Map<String, String> counted(Question question) {
        Map<String, String> counted = new LinkedHashMap<>();
        if (answers.state(question) != State.RESOLVED) {
            return counted;
        }
        picks.on(question).forEach((fan, pick) -> {
            if (!answers.isVoid(question, pick)) {
                counted.put(fan, pick);
            }
        });
        return counted;
    }

    private static Map<String, Integer> picksPerOutcome(Map<String, String> counted) {
        Map<String, Integer> perOutcome = new LinkedHashMap<>();
        for (String pick : counted.values()) {
            perOutcome.merge(pick, 1, Integer::sum);
        }
        return perOutcome;
    }

    /** Every counted pick of the season with its points, the joker not yet applied. */
    private List<Scored> scoredPicks() {
        List<Scored> scored = new ArrayList<>();
        for (Question question : facts.questions()) {
            Map<String, String> counted = counted(question);
            List<String> right = answers.right(question);
            Map<String, Integer> perOutcome = picksPerOutcome(counted);
            counted.forEach((fan, pick) -> {
                boolean correct = right.contains(pick);
                BigDecimal points = base(question, pick, correct);
                if (correct) {
                    points = points.add(underdog(question, perOutcome.getOrDefault(pick, 0), counted.size()));
                }
                scored.add(new Scored(fan, question.number(), points, correct));
            });
        }
        return scored;
    }

    private BigDecimal base(Question question, String pick, boolean correct) {
        if (question.aboutANumber()) {
            BigDecimal distance =
                    answers.rightNumber(question).subtract(new BigDecimal(pick)).abs();
            BigDecimal points = worth(question).subtract(distance.multiply(BigDecimal.valueOf(2)));
            return points.max(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP);
        }
        return correct ? worth(question) : BigDecimal.ZERO;
    }

    /** Up to the worth again: × the share of counted picks that were elsewhere, rounded half up to a whole point. */
    private BigDecimal underdog(Question question, int samePicks, int allPicks) {
        if (!facts.setting("underdog").asBoolean()) {
            return BigDecimal.ZERO;
        }
        return worth(question)
                .multiply(BigDecimal.valueOf(allPicks - samePicks))
                .divide(BigDecimal.valueOf(allPicks), 0, RoundingMode.HALF_UP);
    }

    private BigDecimal worth(Question question) {
        JsonNode set = facts.setting("worth").path(question.asks());
        if (set.isNumber()) {
            return new BigDecimal(set.asText());
        }
        return switch (question.asks()) {
            case "elimination", "score" -> BigDecimal.valueOf(10);
            case "winner" -> BigDecimal.valueOf(25);
            default -> BigDecimal.valueOf(5);
        };
    }
}

package io.github.mirrorball.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.reference.Outcome.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Which questions got an answer, what it is, and which picks are void. */
final class Answers {

    static final String NONE = "none";

    private final SeasonFacts facts;

    Answers(SeasonFacts facts) {
        this.facts = facts;
    }

    State state(Question question) {
        if (question.episode().isPresent()
                && !facts.hasResult(question.episode().get())) {
            return State.LOCKED;
        }
        return switch (question.asks()) {
            case "elimination" -> State.RESOLVED;
            case "top_score", "low_score" -> totals(question).isEmpty() ? State.CANCELED : State.RESOLVED;
            case "score" -> stateOfANumber(question);
            case "winner" -> facts.placedFirst().isEmpty() ? State.LOCKED : State.RESOLVED;
            default -> throw new IllegalArgumentException("The reference cannot answer " + question.asks());
        };
    }

    private State stateOfANumber(Question question) {
        if (totals(question).isEmpty()) {
            return State.CANCELED;
        }
        return totals(question).containsKey(contestant(question)) ? State.RESOLVED : State.LOCKED;
    }

    /** The right outcomes in the order of the cast; nothing unless the question is resolved. */
    List<String> right(Question question) {
        if (state(question) != State.RESOLVED) {
            return new ArrayList<>();
        }
        return switch (question.asks()) {
            case "elimination" -> eliminated(episode(question));
            case "top_score" -> sharing(Collections.max(totals(question).values()), totals(question));
            case "low_score" -> sharing(Collections.min(totals(question).values()), totals(question));
            case "score" -> new ArrayList<>(List.of(Numbers.text(rightNumber(question))));
            default -> facts.placedFirst();
        };
    }

    BigDecimal rightNumber(Question question) {
        return facts.total(episode(question), contestant(question));
    }

    private List<String> eliminated(JsonNode episode) {
        List<String> right = new ArrayList<>();
        for (String contestant : facts.cast()) {
            if (facts.isIn(episode, contestant) && facts.eliminatedIn(episode, contestant)) {
                right.add(contestant);
            }
        }
        if (right.isEmpty()) {
            right.add(NONE);
        }
        return right;
    }

    private static List<String> sharing(BigDecimal total, Map<String, BigDecimal> totals) {
        List<String> right = new ArrayList<>();
        for (String contestant : totals.keySet()) {
            if (totals.get(contestant).compareTo(total) == 0) {
                right.add(contestant);
            }
        }
        return right;
    }

    /** A pick is void if it is on somebody who was gone, or who withdrew; or on nothing that the poll offered. */
    boolean isVoid(Question question, String pick) {
        if (question.asks().equals("elimination") && pick.equals(NONE)) {
            return false;
        }
        String who = question.aboutANumber() ? contestant(question) : pick;
        if (!facts.cast().contains(who)) {
            return true;
        }
        if (question.episode().isEmpty()) {
            return facts.everWithdrew(who);
        }
        if (!facts.isIn(episode(question), who)) {
            return true;
        }
        if (!facts.withdrewIn(episode(question), who)) {
            return false;
        }
        boolean countsAllTheSame = question.aboutMarks() && facts.markedIn(episode(question), who);
        return !countsAllTheSame;
    }

    private Map<String, BigDecimal> totals(Question question) {
        return facts.totals(episode(question));
    }

    private static JsonNode episode(Question question) {
        return question.episode()
                .orElseThrow(() -> new IllegalArgumentException("No season asks " + question.asks() + " season-long"));
    }

    private static String contestant(Question question) {
        return question.contestant()
                .orElseThrow(() -> new IllegalArgumentException("A score needs a contestant: " + question));
    }
}

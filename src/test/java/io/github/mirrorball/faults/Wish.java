package io.github.mirrorball.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What a fan does about a question, and what their pick is in the end: decided by seed, question and name alone, so that no misfortune changes
 * it.
 *
 * @param early what is done soon after the opening
 * @param late what is done shortly before the lock
 */
record Wish(List<Step> early, List<Step> late, Optional<String> last) {

    /** How somebody acts on a ballot. */
    enum Act {
        REACT,
        UNREACT,
        CHOOSE,
        TAKE_BACK,
        GUESS
    }

    record Step(Act act, String pick) {}

    /** @param reacting whether fans may vote by reaction */
    static Wish of(long seed, Question question, String fan, List<String> outcomes, boolean reacting) {
        Random random = new Random(31 * (31 * seed + question.toString().hashCode()) + fan.hashCode());
        random.nextInt();
        if (random.nextInt(12) == 0) {
            return new Wish(List.of(), List.of(), Optional.empty());
        }
        if (question.isGuess()) {
            String first = Integer.toString(10 + random.nextInt(20));
            String second = Integer.toString(10 + random.nextInt(20));
            return new Wish(steps(Act.GUESS, first), steps(Act.GUESS, second), Optional.of(second));
        }
        int one = random.nextInt(outcomes.size());
        int other = (one + 1 + random.nextInt(outcomes.size() - 1)) % outcomes.size();
        return picks(random.nextInt(8), outcomes.get(one), outcomes.get(other), reacting);
    }

    private static Wish picks(int way, String one, String other, boolean reacting) {
        Act first = reacting ? Act.REACT : Act.CHOOSE;
        return switch (way) {
            case 0 -> new Wish(steps(first, one), List.of(), Optional.of(one));
            case 1 -> new Wish(steps(first, one), steps(first, other), Optional.of(other));
            case 2 ->
                new Wish(
                        steps(first, one),
                        reacting ? steps(Act.UNREACT, one, Act.REACT, other) : steps(first, other),
                        Optional.of(other));
            case 3 -> new Wish(steps(first, one), steps(reacting ? Act.UNREACT : Act.TAKE_BACK, one), Optional.empty());
            case 4 -> new Wish(steps(Act.CHOOSE, one), steps(Act.CHOOSE, other), Optional.of(other));
            case 5 ->
                new Wish(steps(Act.CHOOSE, one), steps(Act.TAKE_BACK, one, Act.CHOOSE, other), Optional.of(other));
            case 6 -> new Wish(steps(first, one), steps(Act.CHOOSE, other), Optional.of(other));
            default -> new Wish(steps(Act.CHOOSE, one), steps(first, other), Optional.of(other));
        };
    }

    private static List<Step> steps(Act act, String pick) {
        return List.of(new Step(act, pick));
    }

    private static List<Step> steps(Act first, String one, Act second, String other) {
        List<Step> steps = new ArrayList<>(steps(first, one));
        steps.addAll(steps(second, other));
        return steps;
    }
}

package io.github.mirrorball.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One season's way of marking. Marks are counted in ten-thousandths, so that they are exact. */
final class RandomMarks {

    private static final int WHOLE = 10_000;
    private static final int[] STEPS = {WHOLE, WHOLE / 2, WHOLE / 4, WHOLE / 10, WHOLE / 3};

    private final Random random;
    private final int step;
    private final int usualPanel;
    private final int best;

    RandomMarks(Random random) {
        this.random = random;
        this.step = STEPS[random.nextInt(STEPS.length)];
        this.usualPanel = 1 + random.nextInt(5);
        this.best = random.nextInt(6) == 0 ? 40 : 10;
    }

    /** One night's marks: of everyone here, with a few left out, but never of nobody. */
    ObjectNode night(List<String> here) {
        int panel = random.nextInt(5) == 0 ? usualPanel + 1 : usualPanel;
        int oneInThisManyUnmarked = random.nextInt(6) == 0 ? 2 : 15;
        ObjectNode scores = JsonNodeFactory.instance.objectNode();
        List<int[]> given = new ArrayList<>();
        for (String contestant : here) {
            boolean marked = random.nextInt(oneInThisManyUnmarked) > 0;
            boolean lastChance = given.isEmpty() && contestant.equals(here.get(here.size() - 1));
            if (marked || lastChance) {
                int[] marks = marks(panel, given);
                given.add(marks);
                write(marks, scores.putArray(contestant));
            }
        }
        return scores;
    }

    /** Often like somebody else's, so that there are ties; a hair apart where a panel marks that finely. */
    private int[] marks(int panel, List<int[]> given) {
        if (!given.isEmpty() && random.nextInt(4) == 0) {
            int[] alike = given.get(random.nextInt(given.size())).clone();
            if (step == WHOLE / 3) {
                alike[0] += random.nextInt(60);
            }
            return alike;
        }
        int[] marks = new int[panel];
        for (int i = 0; i < panel; i++) {
            int steps = best * WHOLE / step;
            marks[i] = step * (random.nextInt(40) == 0 ? random.nextInt(steps) : steps - random.nextInt(steps / 2));
        }
        return marks;
    }

    private static void write(int[] marks, ArrayNode to) {
        for (int mark : marks) {
            if (mark % WHOLE == 0) {
                to.add(mark / WHOLE);
            } else {
                to.add(mark / (double) WHOLE);
            }
        }
    }
}

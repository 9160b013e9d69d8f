package io.github.mirrorball.rehearsal.play;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Made-up fans who pick at random, now and then forgetting to: the same seed picks the same. */
public final class FanPicks implements Picker {

    private static final double REMEMBERED = 0.9;

    private final List<String> fans;
    private final long seed;

    public FanPicks(int fans, long seed) {
        int digits = Math.max(3, Integer.toString(fans).length());
        this.fans = IntStream.rangeClosed(1, fans)
                .mapToObj(number -> String.format(Locale.ROOT, "fan-%0" + digits + "d", number))
                .toList();
        this.seed = seed;
    }

    @Override
    public List<String> fans() {
        return fans;
    }

    /** Each question has a random sequence of its own, so that one does not shift the picks of another. */
    @Override
    public Map<String, String> picks(PollQuestion question, List<String> outcomes) {
        Random random = new Random(31 * (31 * seed + question.episode().orElse(0))
                + question.asks().hashCode());
        Map<String, String> picks = new LinkedHashMap<>();
        for (String fan : fans) {
            boolean remembers = random.nextDouble() < REMEMBERED;
            int index = random.nextInt(Math.max(1, outcomes.size()));
            if (remembers && !outcomes.isEmpty()) {
                picks.put(fan, outcomes.get(index));
            }
        }
        return picks;
    }
}

package io.github.mirrorball.chart;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * At most 256 colours that a picture can do with. A card has few of its own, and all the others are the edges of letters and lines, of
 * which nobody can tell near ones apart.
 */
final class Palette {

    private static final int MOST = 256;

    /** The edge of the card is thin and seen against every ground, so it weighs more than its pixels. */
    private static final int WEIGHT_OF_EDGES = 40;

    private final int[] colors;
    private final Map<Integer, Integer> places = new HashMap<>();

    private Palette(int[] colors) {
        this.colors = colors;
    }

    private record Color(int argb, int pixels) {}

    /** The colours that most pixels of an image have; of each group of near ones, the most frequent. */
    static Palette of(int[] pixels) {
        Map<Integer, Color> groups = new HashMap<>();
        Map<Integer, Integer> sizes = new HashMap<>();
        counted(pixels).forEach((argb, count) -> {
            sizes.merge(group(argb), count, Integer::sum);
            groups.merge(group(argb), new Color(argb, count), Palette::better);
        });
        List<Integer> largest = sizes.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
        return new Palette(groups.entrySet().stream()
                .filter(each -> largest.contains(each.getKey()))
                .mapToInt(each -> each.getValue().argb)
                .sorted()
                .toArray());
    }

    private static Color better(Color one, Color other) {
        boolean first = one.pixels > other.pixels || (one.pixels == other.pixels && one.argb < other.argb);
        return first ? one : other;
    }

    private static Map<Integer, Integer> counted(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        int start = 0;
        for (int i = 1; i <= pixels.length; i++) {
            if (i == pixels.length || pixels[i] != pixels[start]) {
                boolean edge = pixels[start] >>> 24 != 0xFF && pixels[start] != 0;
                counts.merge(pixels[start], edge ? (i - start) * WEIGHT_OF_EDGES : i - start, Integer::sum);
                start = i;
            }
        }
        return counts;
    }

    private static int group(int argb) {
        return ((argb >>> 28) << 15) | (((argb >> 19) & 31) << 10) | (((argb >> 11) & 31) << 5) | ((argb >> 3) & 31);
    }

    /** The colours, as 0xAARRGGBB. */
    int[] colors() {
        return colors.clone();
    }

    /** The place of the colour nearest to this one. */
    int place(int argb) {
        return places.computeIfAbsent(argb, this::nearest);
    }

    private int nearest(int argb) {
        int nearest = 0;
        for (int i = 1; i < colors.length; i++) {
            if (distance(colors[i], argb) < distance(colors[nearest], argb)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static int distance(int one, int other) {
        int alpha = (one >>> 24) - (other >>> 24);
        int red = ((one >> 16) & 255) - ((other >> 16) & 255);
        int green = ((one >> 8) & 255) - ((other >> 8) & 255);
        int blue = (one & 255) - (other & 255);
        return 4 * alpha * alpha + 2 * red * red + 4 * green * green + 3 * blue * blue;
    }
}

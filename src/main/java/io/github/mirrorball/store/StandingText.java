package io.github.mirrorball.store;

import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A standing as it is kept among others in one text. It has no name, because fans are shown under the last seen one.
 */
record StandingText(long fan, int rank, BigDecimal points, int correct, int picked, OptionalInt before) {

    /** How many standings one text holds; those that are kept hold so many. */
    static final int PER_PAGE = 100;

    private static final int PLACES = 2;
    private static final int NO_RANK = 0;
    private static final String BETWEEN = ";";

    /** What is kept of rows. */
    static String page(List<Standing> rows) {
        StringBuilder page = new StringBuilder();
        for (Standing row : rows) {
            page.append(page.isEmpty() ? "" : BETWEEN).append(row.fan());
            page.append(' ').append(row.rank());
            page.append(' ').append(row.points().setScale(PLACES, RoundingMode.HALF_UP));
            page.append(' ').append(row.correct());
            page.append(' ').append(row.picked());
            page.append(' ').append(row.before().orElse(NO_RANK));
        }
        return page.toString();
    }

    /** All standings of a page. */
    static Stream<StandingText> all(String page) {
        return Arrays.stream(page.split(BETWEEN)).map(StandingText::parsed);
    }

    /** The standing of one fan, if it is on the page. */
    static Stream<StandingText> of(String page, long fan) {
        String start = fan + " ";
        return Arrays.stream(page.split(BETWEEN))
                .filter(standing -> standing.startsWith(start))
                .map(StandingText::parsed);
    }

    private static StandingText parsed(String standing) {
        String[] parts = standing.split(" ");
        int before = Integer.parseInt(parts[5]);
        return new StandingText(
                Long.parseLong(parts[0]),
                Integer.parseInt(parts[1]),
                new BigDecimal(parts[2]),
                Integer.parseInt(parts[3]),
                Integer.parseInt(parts[4]),
                before == NO_RANK ? OptionalInt.empty() : OptionalInt.of(before));
    }

    Totals totals() {
        return new Totals(points, correct, picked);
    }

    Standing named(String name) {
        return new Standing(rank, fan, name, points, correct, picked, before);
    }
}

package io.github.mirrorball.standings;

import java.math.BigDecimal;

/**
 * One fan's row in a season's standings.
 *
 * @param rank 1 for the best; shared by those with equal points and equal correct picks, and then as many ranks are skipped
 * @param name the fan's last seen name; orders the rows of one rank and nothing else
 * @param correct how many counted picks were correct
 * @param picked how many picks counted
 */
public record Standing(int rank, long fan, String name, BigDecimal points, int correct, int picked) {}

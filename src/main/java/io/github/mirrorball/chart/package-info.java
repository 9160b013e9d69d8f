/** Pictures of a season as PNG bytes, each with words that tell the same: pure functions from plain values. */
@NullMarked
package io.github.mirrorball.chart;

import org.jspecify.annotations.NullMarked;

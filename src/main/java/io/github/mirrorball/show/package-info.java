/** The show itself: seasons, contestants, episodes, results, and the season file. Plain values and the ports that keep them. */
@NullMarked
package io.github.mirrorball.show;

import org.jspecify.annotations.NullMarked;

/** The use cases of the league and the ports that they need. */
@NullMarked
package io.github.mirrorball.league;

import org.jspecify.annotations.NullMarked;

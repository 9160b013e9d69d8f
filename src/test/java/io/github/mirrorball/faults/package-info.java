/** The bot under misfortune: killed, cut off and refused, again and again, while a season is played; and how fast and how idle it is. */
@NullMarked
package io.github.mirrorball.faults;

import org.jspecify.annotations.NullMarked;

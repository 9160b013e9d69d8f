/** A season that is played: the simulated fans, the host, the clock that is wound. */
@NullMarked
package io.github.mirrorball.rehearsal.play;

import org.jspecify.annotations.NullMarked;

/** The whole bot at play: the real bot with the real JDA over the stage. */
@NullMarked
package io.github.mirrorball.play;

import org.jspecify.annotations.NullMarked;

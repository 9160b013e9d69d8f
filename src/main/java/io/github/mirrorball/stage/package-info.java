/** A loopback Discord. It imports nothing of the bot. */
@NullMarked
package io.github.mirrorball.stage;

import org.jspecify.annotations.NullMarked;

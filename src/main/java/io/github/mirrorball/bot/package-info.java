/** The bot put together: its settings and its one composition root. */
@NullMarked
package io.github.mirrorball.bot;

import org.jspecify.annotations.NullMarked;

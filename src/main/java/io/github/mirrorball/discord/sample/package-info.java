/** Trying in a channel what a season needs there: samples that are posted and taken away again, and what Discord says to each. */
@NullMarked
package io.github.mirrorball.discord.sample;

import org.jspecify.annotations.NullMarked;

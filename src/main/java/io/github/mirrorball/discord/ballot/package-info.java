/** Voting by reaction, button and menu. */
@NullMarked
package io.github.mirrorball.discord.ballot;

import org.jspecify.annotations.NullMarked;

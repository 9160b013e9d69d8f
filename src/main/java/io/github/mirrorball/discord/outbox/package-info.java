/** Sends what is owed, keeps cards up to date, and compares them with what is stored. */
@NullMarked
package io.github.mirrorball.discord.outbox;

import org.jspecify.annotations.NullMarked;

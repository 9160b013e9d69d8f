/** Mirrorball: a fan prediction league for a weekly TV competition, as a Discord bot. */
@NullMarked
package io.github.mirrorball;

import org.jspecify.annotations.NullMarked;

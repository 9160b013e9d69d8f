/** Polls, outcomes and picks: asking, opening, picking, locking and resolving. */
@NullMarked
package io.github.mirrorball.poll;

import org.jspecify.annotations.NullMarked;

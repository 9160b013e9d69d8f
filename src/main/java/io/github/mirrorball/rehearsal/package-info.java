/** Rehearsal: the real bot plays a season against a loopback Discord, on a clock that is wound. */
@NullMarked
package io.github.mirrorball.rehearsal;

import org.jspecify.annotations.NullMarked;

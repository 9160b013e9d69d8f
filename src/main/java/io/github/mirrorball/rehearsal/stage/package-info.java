/** A loopback Discord: REST v10 and gateway v10 in memory, strict where Discord is, for the real bot to play against. */
@NullMarked
package io.github.mirrorball.rehearsal.stage;

import org.jspecify.annotations.NullMarked;

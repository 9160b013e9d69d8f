/** The stage, proven with the real JDA. */
@NullMarked
package io.github.mirrorball.rehearsal.stage;

import org.jspecify.annotations.NullMarked;

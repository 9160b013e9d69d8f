/**
 * The packaged program as a process, as whoever downloads it starts it: from a directory of its own, with nothing of the tests on its class
 * path. Failsafe runs these tests after the jar is made.
 */
@NullMarked
package io.github.mirrorball.packaged;

import org.jspecify.annotations.NullMarked;

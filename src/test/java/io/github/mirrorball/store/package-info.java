/** The contract of every port, kept by the same tests on an H2 file and on a real PostgreSQL. */
@NullMarked
package io.github.mirrorball.store;

import org.jspecify.annotations.NullMarked;

/** The season file: a whole season as JSON, read with every fault named at once and written so that reading it back changes nothing. */
@NullMarked
package io.github.mirrorball.show.file;

import org.jspecify.annotations.NullMarked;

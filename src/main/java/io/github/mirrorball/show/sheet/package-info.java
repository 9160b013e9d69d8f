/** Seasons and results in files that people have already: tables, and the source of a season's wiki page. What is not certain is not taken. */
@NullMarked
package io.github.mirrorball.show.sheet;

import org.jspecify.annotations.NullMarked;

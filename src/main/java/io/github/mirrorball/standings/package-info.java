/** Points, scorecards and standings, as pure functions of picks and results. */
@NullMarked
package io.github.mirrorball.standings;

import org.jspecify.annotations.NullMarked;

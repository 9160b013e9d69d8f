/** A second, independent scorer, written from the rules of the game alone, and random seasons and picks to try it on. */
@NullMarked
package io.github.mirrorball.reference;

import org.jspecify.annotations.NullMarked;

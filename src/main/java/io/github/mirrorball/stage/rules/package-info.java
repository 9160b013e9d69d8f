/** What Discord accepts and refuses. */
@NullMarked
package io.github.mirrorball.stage.rules;

import org.jspecify.annotations.NullMarked;

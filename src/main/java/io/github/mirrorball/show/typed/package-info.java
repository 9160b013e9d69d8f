/** What people type about a show, read: who is meant, which scores and places they got. Pure; whatever is doubtful is told, never guessed. */
@NullMarked
package io.github.mirrorball.show.typed;

import org.jspecify.annotations.NullMarked;

/** The ledger of reactions: what is believed to stand on cards, what was asked to be removed, and what is in doubt. */
@NullMarked
package io.github.mirrorball.reactions;

import org.jspecify.annotations.NullMarked;

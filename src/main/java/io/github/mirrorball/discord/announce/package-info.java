/** The announcer: the only one that posts unasked, from what is owed. */
@NullMarked
package io.github.mirrorball.discord.announce;

import org.jspecify.annotations.NullMarked;

/** Tests of the announcer's parts; the whole of it is tested with the whole bot. */
@NullMarked
package io.github.mirrorball.discord.announce;

import org.jspecify.annotations.NullMarked;

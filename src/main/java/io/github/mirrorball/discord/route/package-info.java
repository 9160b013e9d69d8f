/** How an interaction finds its handler, how it is acknowledged, and in which order things are done. */
@NullMarked
package io.github.mirrorball.discord.route;

import org.jspecify.annotations.NullMarked;

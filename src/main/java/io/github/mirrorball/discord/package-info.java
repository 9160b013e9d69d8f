/** The bot's side of Discord: receiving, routing, answering, and the announcer that posts what is owed. */
@NullMarked
package io.github.mirrorball.discord;

import org.jspecify.annotations.NullMarked;

/** Slash commands, their forms and buttons: each owns its definition and its handlers. */
@NullMarked
package io.github.mirrorball.discord.command;

import org.jspecify.annotations.NullMarked;

/** Tests of what people type. */
@NullMarked
package io.github.mirrorball.discord.command;

import org.jspecify.annotations.NullMarked;

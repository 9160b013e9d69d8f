/** The servers, people, channels and messages of the loopback Discord. */
@NullMarked
package io.github.mirrorball.stage.world;

import org.jspecify.annotations.NullMarked;

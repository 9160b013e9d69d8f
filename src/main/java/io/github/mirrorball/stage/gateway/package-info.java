/** The gateway of the loopback Discord. */
@NullMarked
package io.github.mirrorball.stage.gateway;

import org.jspecify.annotations.NullMarked;

/** The REST side of the loopback Discord. */
@NullMarked
package io.github.mirrorball.stage.rest;

import org.jspecify.annotations.NullMarked;

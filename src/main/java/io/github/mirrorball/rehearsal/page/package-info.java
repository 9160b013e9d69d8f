/** The rehearsal's page: a channel in the browser, with the people in it to play and the clock to wind. */
@NullMarked
package io.github.mirrorball.rehearsal.page;

import org.jspecify.annotations.NullMarked;

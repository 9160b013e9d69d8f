/** What messages look like: from values to components, with every sentence from the bundle. */
@NullMarked
package io.github.mirrorball.discord.view;

import org.jspecify.annotations.NullMarked;

/** What an operator needs to keep the bot going: backups, health and metrics. */
@NullMarked
package io.github.mirrorball.ops;

import org.jspecify.annotations.NullMarked;

/** What is owed to Discord, as plain data: notices, where each was posted, and the scheduled events. */
@NullMarked
package io.github.mirrorball.outbox;

import org.jspecify.annotations.NullMarked;

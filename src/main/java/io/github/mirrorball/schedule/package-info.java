/** The timetable, the use cases that cross rooms, and the notices that are owed. */
@NullMarked
package io.github.mirrorball.schedule;

import org.jspecify.annotations.NullMarked;

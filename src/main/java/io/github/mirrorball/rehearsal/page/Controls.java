package io.github.mirrorball.rehearsal.page;

import io.github.mirrorball.rehearsal.play.Director;
import io.github.mirrorball.rehearsal.play.Director.Told;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The buttons of the show clock, by name. */
final class Controls {

    private final Map<String, Supplier<Told>> steps;

    Controls(Director director) {
        this.steps = Map.of(
                "lock", director::toLock,
                "air", director::toAirTime,
                "end", director::toTheEnd,
                "hour", () -> director.on(Duration.ofHours(1)),
                "week", director::week,
                "vote", director::vote,
                "result", director::enterResult);
    }

    /** Does what the button says, and tells what that was. */
    Told press(String name) {
        return Optional.ofNullable(steps.get(name))
                .orElseThrow(() -> new IllegalArgumentException("There is no button " + name + "."))
                .get();
    }
}

package io.github.mirrorball.store;

import io.github.mirrorball.outbox.Outbox.Ending;
import io.github.mirrorball.outbox.Outbox.Posted;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** The columns of a notice that an ending writes. */
record Settled(String state, Optional<Instant> nextTry, Optional<String> why, boolean unsure, Optional<Posted> posted) {

    static Settled by(Ending ending) {
        if (ending instanceof Ending.Sent sent) {
            return new Settled("SENT", Optional.empty(), Optional.empty(), false, sent.posted());
        }
        if (ending instanceof Ending.Retried retried) {
            return waiting("OWED", Optional.of(retried.at()), retried.why(), retried.unsure());
        }
        if (ending instanceof Ending.Parked parked) {
            return waiting("PARKED", Optional.empty(), parked.why(), parked.unsure());
        }
        return waiting("GONE", Optional.empty(), ((Ending.Gone) ending).why(), false);
    }

    OptionalLong id(ToLongFunction<Posted> part) {
        return posted.map(place -> OptionalLong.of(part.applyAsLong(place))).orElse(OptionalLong.empty());
    }

    private static Settled waiting(String state, Optional<Instant> nextTry, String why, boolean unsure) {
        return new Settled(state, nextTry, Optional.of(why), unsure, Optional.empty());
    }
}

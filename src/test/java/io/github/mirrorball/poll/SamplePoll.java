package io.github.mirrorball.poll;

import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Season;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Polls and asks for tests of the rules. */
public final class SamplePoll {

    private static final Instant LOCKS = Instant.parse("2024-09-18T00:00:00Z");

    private SamplePoll() {}

    public static Poll of(Season season, int episode, AskKind kind) {
        return of(season, OptionalInt.of(episode), Ask.of(kind));
    }

    public static Poll of(Season season, int episode, Ask ask) {
        return of(season, OptionalInt.of(episode), ask);
    }

    public static Poll seasonLong(Season season, Ask ask) {
        return of(season, OptionalInt.empty(), ask);
    }

    public static Ask score(String who) {
        return new Ask(AskKind.SCORE, Optional.of(who), Optional.empty(), List.of(), Optional.empty());
    }

    public static Ask question(String text, String... answers) {
        return new Ask(AskKind.CUSTOM, Optional.empty(), Optional.of(text), List.of(answers), Optional.empty());
    }

    public static Ask worth(Ask ask, String points) {
        return new Ask(
                ask.kind(), ask.contestant(), ask.question(), ask.answers(), Optional.of(new BigDecimal(points)));
    }

    private static Poll of(Season season, OptionalInt episode, Ask ask) {
        return new Poll(1, season.id(), 8, episode, ask, PollState.LOCKED, Optional.empty(), LOCKS, false, List.of());
    }
}

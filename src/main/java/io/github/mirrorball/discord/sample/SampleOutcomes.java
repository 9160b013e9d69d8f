package io.github.mirrorball.discord.sample;

import io.github.mirrorball.poll.Ballot;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What would be on the season's next card, with the signs that it would have there. */
final class SampleOutcomes {

    private static final int FIRST_LETTER = 0x1F1E6;

    private SampleOutcomes() {}

    /** Three letters where there is no season. */
    static List<Outcome> of(Optional<Season> season) {
        return season.map(SampleOutcomes::of)
                .orElseGet(() -> Stream.of("A", "B", "C")
                        .map(label -> new Outcome(
                                label, label, Character.toString(FIRST_LETTER + label.charAt(0) - 'A'), false))
                        .toList());
    }

    private static List<Outcome> of(Season season) {
        Optional<Episode> next = season.episodes().stream()
                .filter(episode -> !season.isIn(episode.number()))
                .findFirst();
        Poll poll = new Poll(
                0,
                season.id(),
                season.server(),
                next.map(episode -> OptionalInt.of(episode.number())).orElseGet(OptionalInt::empty),
                Ask.of(AskKind.ELIMINATION),
                PollState.OPEN,
                Optional.empty(),
                Instant.EPOCH,
                season.settings().secret(),
                List.of());
        return Ballot.of(season, poll);
    }
}

package io.github.mirrorball.discord.command;

import io.github.mirrorball.league.Draft;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.typed.Doubt;
import java.util.List;
import java.util.stream.Stream;

/**
 * A result as its host typed it, read.
 *
 * @param faults all that could not be read, doubts too
 * @param ofScores lines of scores that can be read in several ways
 * @param ofPlaces lines of places that can be read in several ways
 */
record ResultEntry(Result result, Draft.Typed typed, List<Fault> faults, List<Doubt> ofScores, List<Doubt> ofPlaces) {

    ResultEntry {
        faults = List.copyOf(faults);
        ofScores = List.copyOf(ofScores);
        ofPlaces = List.copyOf(ofPlaces);
    }

    /** Everything that is to be asked: first of scores, then of places. */
    List<Doubt> doubts() {
        return Stream.concat(ofScores.stream(), ofPlaces.stream()).toList();
    }

    /** What was typed with a reading in place of a doubtful line. */
    Draft.Typed resolve(int doubt, int reading) {
        return doubt < ofScores.size()
                ? new Draft.Typed(
                        ofScores.get(doubt).resolve(typed.marks(), reading), typed.placements(), typed.answers())
                : new Draft.Typed(
                        typed.marks(),
                        ofPlaces.get(doubt - ofScores.size()).resolve(typed.placements(), reading),
                        typed.answers());
    }
}

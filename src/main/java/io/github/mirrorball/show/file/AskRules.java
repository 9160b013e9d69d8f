package io.github.mirrorball.show.file;

import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a season's asks must keep to, beyond being readable.
 *
 * @param cast ids of the contestants
 * @param lowScore whether the season may ask for the lowest total
 */
record AskRules(Set<String> cast, boolean lowScore) {

    /** The asks of an episode. */
    List<Ask> ofEpisode(Spot spot, int most) {
        return read(spot, most, Set.of(AskKind.values()));
    }

    /** Season-long asks, which belong to no episode and so cannot be about one. */
    List<Ask> ofSeason(Spot spot, int most) {
        return read(spot, most, Set.of(AskKind.WINNER, AskKind.CUSTOM));
    }

    private List<Ask> read(Spot spot, int most, Set<AskKind> allowed) {
        List<Ask> asks = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Spot item : spot.items(0, most)) {
            Optional<Ask> ask = AskJson.read(item);
            ask.ifPresent(readable -> check(item, readable, keys, allowed));
            ask.ifPresent(asks::add);
        }
        return asks;
    }

    private void check(Spot spot, Ask ask, Set<String> keys, Set<AskKind> allowed) {
        if (!keys.add(ask.key())) {
            spot.addFault("fault.ask.twice", ask.key());
        }
        if (!allowed.contains(ask.kind())) {
            spot.addFault("fault.ask.notSeasonLong", ask.kind().id());
        }
        if (ask.kind() == AskKind.LOW_SCORE && !lowScore) {
            spot.addFault("fault.ask.lowScore");
        }
        if (ask.contestant().filter(who -> !cast.contains(who)).isPresent()) {
            spot.field("contestant")
                    .ifPresent(field -> field.addFault(
                            "fault.contestant.unknown", ask.contestant().get()));
        }
    }
}

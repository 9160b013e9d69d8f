package io.github.mirrorball.show.typed;

import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may be meant by what was typed.
 *
 * @param fitting those whom it fits; exactly one is the one who is meant
 * @param alike where it fits nobody, whoever is called something like it, the likest first
 */
public record CastMatch(List<Contestant> fitting, List<Contestant> alike) {

    private static final int MOST_NAMED = 5;
    private static final int MOST_CANDIDATES = 20;

    public CastMatch {
        fitting = List.copyOf(fitting);
        alike = List.copyOf(alike);
    }

    /** What to tell whoever typed what fits several or nobody. */
    public Fault fault(String typed) {
        if (fitting.isEmpty()) {
            return alike.isEmpty()
                    ? Fault.at("", "contestant.unknown", typed)
                    : Fault.at("", "contestant.alike", typed, labels(alike));
        }
        return Fault.at("", "contestant.ambiguous", typed, labels(fitting));
    }

    private static String labels(List<Contestant> candidates) {
        String named =
                candidates.stream().limit(MOST_NAMED).map(Contestant::label).collect(Collectors.joining(", "));
        return candidates.size() > MOST_NAMED ? named + " …" : named;
    }

    /** Whoever may be meant, to choose from. */
    Stream<Contestant> candidates() {
        return Stream.concat(fitting.stream(), alike.stream()).limit(MOST_CANDIDATES);
    }

    /** The one who is meant; empty where it fits several or nobody. */
    public Optional<Contestant> only() {
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }
}

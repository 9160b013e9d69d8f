package io.github.mirrorball.poll;

import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.AskKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws up what can be picked, and keeps it in step with the cast. Pure. */
public final class Ballot {

    private static final int FIRST_LETTER = 0x1F1E6;
    private static final int LETTERS = 26;

    private Ballot() {}

    /**
     * The outcomes of a poll as the cast is now. Outcomes that it already has keep their place and emoji; whoever is gone is struck,
     * whoever came back is no longer, and whoever is new comes last.
     */
    public static List<Outcome> of(Season season, Poll poll) {
        List<Contestant> in = in(season, poll);
        Set<String> standing = in.stream().map(Contestant::id).collect(Collectors.toCollection(HashSet::new));
        standing.add(Contestant.NO_ONE);
        List<Outcome> outcomes = new ArrayList<>();
        poll.outcomes().forEach(had -> outcomes.add(had.withStruck(!standing.contains(had.id()))));
        in.forEach(who -> addIfNew(outcomes, who.id(), who.label(), who.emoji()));
        if (poll.ask().kind() == AskKind.ELIMINATION) {
            addIfNew(outcomes, Contestant.NO_ONE, "", Optional.empty());
        }
        return outcomes;
    }

    private static List<Contestant> in(Season season, Poll poll) {
        if (poll.episode().isPresent()) {
            Optional<Episode> episode = season.episode(poll.episode().getAsInt());
            return episode.map(season::inAt).orElse(List.of());
        }
        Set<String> withdrawn = season.withdrawn();
        return season.cast().stream().filter(who -> !withdrawn.contains(who.id())).toList();
    }

    private static void addIfNew(List<Outcome> outcomes, String id, String label, Optional<String> emoji) {
        if (outcomes.stream().noneMatch(known -> known.id().equals(id))) {
            Set<String> taken = outcomes.stream().map(Outcome::emoji).collect(Collectors.toSet());
            outcomes.add(new Outcome(id, label, emoji.filter(free -> !taken.contains(free)).orElseGet(() -> letter(taken)), false));
        }
    }

    private static String letter(Set<String> taken) {
        for (int i = 0; i < LETTERS; i++) {
            String letter = Character.toString(FIRST_LETTER + i);
            if (!taken.contains(letter)) {
                return letter;
            }
        }
        return "";
    }
}

package io.github.mirrorball.poll;

import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.EmojiKey;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws up what can be picked, and keeps it in step with the cast. Pure. */
public final class Ballot {

    private static final int FIRST_LETTER = 0x1F1E6;
    private static final int LETTERS = 26;

    private Ballot() {}

    /**
     * The outcomes of a poll as the cast is now. Outcomes that it already has keep their place and emoji; whoever is gone is struck,
     * whoever came back is no longer, and whoever is new comes last. A guessed number has no outcomes to choose from.
     */
    public static List<Outcome> of(Season season, Poll poll) {
        Map<String, Outcome> wanted = new LinkedHashMap<>();
        wanted(season, poll).forEach(each -> wanted.put(each.id(), each));
        List<Outcome> outcomes = new ArrayList<>();
        for (Outcome had : poll.outcomes()) {
            Optional<Outcome> now = Optional.ofNullable(wanted.remove(had.id()));
            outcomes.add(now.map(each -> had.labelled(each.label())).orElseGet(() -> had.withStruck(true)));
        }
        wanted.values().forEach(each -> outcomes.add(each.withEmoji(emoji(each.emoji(), outcomes))));
        return outcomes;
    }

    /** What the poll is about now, with the emoji that hosts chose. */
    private static List<Outcome> wanted(Season season, Poll poll) {
        return switch (poll.ask().kind()) {
            case SCORE -> List.of();
            case CUSTOM ->
                poll.ask().answers().stream()
                        .map(answer -> standing(answer, answer, ""))
                        .toList();
            case ELIMINATION ->
                Stream.concat(contestants(season, poll), Stream.of(standing(Contestant.NO_ONE, "", "")))
                        .toList();
            case TOP_SCORE, LOW_SCORE, WINNER -> contestants(season, poll).toList();
        };
    }

    private static Stream<Outcome> contestants(Season season, Poll poll) {
        return in(season, poll).stream()
                .map(who -> standing(who.id(), who.label(), who.emoji().orElse("")));
    }

    /** Everyone on whom a pick can count. */
    private static List<Contestant> in(Season season, Poll poll) {
        Set<String> voided = Ruling.of(season, poll).voided();
        Optional<Episode> episode =
                poll.episode().isPresent() ? season.episode(poll.episode().getAsInt()) : Optional.empty();
        List<Contestant> dancing = poll.episode().isEmpty()
                ? season.cast()
                : episode.map(season::inAt).orElse(List.of());
        return dancing.stream().filter(who -> !voided.contains(who.id())).toList();
    }

    private static Outcome standing(String id, String label, String emoji) {
        return new Outcome(id, label, emoji, false);
    }

    /**
     * A ballot with the emoji that these contestants have now, each of whom got another one. Whoever reacted with the one before has still
     * picked the same.
     */
    public static List<Outcome> follow(Season season, List<Outcome> outcomes, Set<String> changed) {
        List<Outcome> followed = outcomes;
        for (Contestant who : season.cast()) {
            if (changed.contains(who.id())) {
                followed = changed(followed, who.id(), who.emoji().orElse(""));
            }
        }
        return followed;
    }

    /** A ballot on which a letter stands for one outcome. */
    public static List<Outcome> withLetter(List<Outcome> outcomes, String id) {
        return changed(outcomes, id, "");
    }

    private static List<Outcome> changed(List<Outcome> outcomes, String id, String chosen) {
        List<Outcome> others =
                outcomes.stream().filter(each -> !each.id().equals(id)).toList();
        return outcomes.stream()
                .map(each -> each.id().equals(id) ? each.changedTo(emoji(chosen, others)) : each)
                .toList();
    }

    private static String emoji(String chosen, List<Outcome> others) {
        Set<String> taken =
                others.stream().flatMap(Outcome::reactions).map(EmojiKey::of).collect(Collectors.toSet());
        return chosen.isEmpty() || taken.contains(EmojiKey.of(chosen)) ? letter(taken) : chosen;
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

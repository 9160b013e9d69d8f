package io.github.mirrorball.rehearsal;

import io.github.mirrorball.bot.Card;
import io.github.mirrorball.rehearsal.stage.StageMessage;
import io.github.mirrorball.rehearsal.stage.StageUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fans of a rehearsal, who pick by reacting to cards. For one thread at a time. */
final class Crowd {

    private final Theatre theatre;
    private final Picker picker;
    private final Map<String, StageUser> fans = new HashMap<>();

    Crowd(Theatre theatre, Picker picker) {
        this.theatre = theatre;
        this.picker = picker;
        picker.fans().forEach(this::fan);
    }

    /**
     * What became of picks.
     *
     * @param uncast how many could not be cast, because their contestants had left before or there is no card
     */
    record Turnout(int cast, int uncast) {

        Turnout and(Turnout other) {
            return new Turnout(cast + other.cast, uncast + other.uncast);
        }
    }

    int size() {
        return picker.fans().size();
    }

    /** Everybody picks in these questions. */
    Turnout pick(List<Question> questions) {
        List<Card> cards = theatre.cards();
        return questions.stream()
                .map(question -> pick(
                        question,
                        cards.stream().filter(card -> isFor(card, question)).findFirst()))
                .reduce(new Turnout(0, 0), Turnout::and);
    }

    /** Everybody picks in everything that is open. */
    Turnout pick() {
        return theatre.cards().stream()
                .map(card -> pick(new Question(card.episode(), card.asks()), Optional.of(card)))
                .reduce(new Turnout(0, 0), Turnout::and);
    }

    private Turnout pick(Question question, Optional<Card> card) {
        List<String> outcomes =
                card.map(each -> List.copyOf(each.emoji().keySet())).orElse(List.of());
        Map<String, String> picks = picker.picks(question, outcomes);
        int cast = card.map(each -> cast(each, picks)).orElse(0);
        return new Turnout(cast, picks.size() - cast);
    }

    private static boolean isFor(Card card, Question question) {
        return card.episode().equals(question.episode()) && card.asks().equals(question.asks());
    }

    private int cast(Card card, Map<String, String> picks) {
        StageMessage message = theatre.message(card);
        int cast = 0;
        for (Map.Entry<String, String> pick : picks.entrySet()) {
            Optional<String> emoji = Optional.ofNullable(card.emoji().get(pick.getValue()));
            emoji.ifPresent(reaction -> fan(pick.getKey()).react(message, reaction));
            cast += emoji.isPresent() ? 1 : 0;
        }
        return cast;
    }

    private StageUser fan(String name) {
        return fans.computeIfAbsent(name, theatre.server()::member);
    }
}

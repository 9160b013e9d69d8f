package io.github.mirrorball.rehearsal.play;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fans of a rehearsal, who pick by reacting to cards, or by menu and form where a card takes no reactions. For one thread at a time. */
final class Crowd {

    private static final String GUESSED = AskKind.SCORE.id() + ":";

    private final Simulation simulation;
    private final Picker picker;
    private final Map<String, StageUser> fans = new HashMap<>();

    Crowd(Simulation simulation, Picker picker) {
        this.simulation = simulation;
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
    Turnout pick(List<PollQuestion> questions) {
        List<CardReport> cards = simulation.cards();
        return questions.stream()
                .map(question -> pick(
                        question,
                        cards.stream().filter(card -> isFor(card, question)).findFirst()))
                .reduce(new Turnout(0, 0), Turnout::and);
    }

    /** Everybody picks in everything that is open. */
    Turnout pick() {
        return simulation.cards().stream()
                .map(card -> pick(new PollQuestion(card.episode(), card.asks()), Optional.of(card)))
                .reduce(new Turnout(0, 0), Turnout::and);
    }

    private Turnout pick(PollQuestion question, Optional<CardReport> card) {
        List<String> outcomes =
                card.map(each -> List.copyOf(each.emoji().keySet())).orElse(List.of());
        Map<String, String> picks = picker.picks(question, outcomes);
        int cast = card.map(each -> cast(each, picks)).orElse(0);
        return new Turnout(cast, picks.size() - cast);
    }

    private static boolean isFor(CardReport card, PollQuestion question) {
        return card.episode().equals(question.episode()) && card.asks().equals(question.asks());
    }

    private int cast(CardReport card, Map<String, String> picks) {
        StageMessage message = simulation.message(card);
        Set<String> seeds = message.reactions().keySet();
        int cast = 0;
        for (Map.Entry<String, String> pick : picks.entrySet()) {
            Optional<String> emoji = Optional.ofNullable(card.emoji().get(pick.getValue()));
            StageUser fan = fan(pick.getKey());
            if (emoji.filter(seeds::contains).isPresent()) {
                fan.react(message, emoji.get());
            } else if (emoji.isPresent()) {
                choose(fan, message, pick.getValue());
            } else if (card.asks().startsWith(GUESSED)) {
                castGuess(fan, message, pick.getValue());
            } else {
                continue;
            }
            cast++;
        }
        return cast;
    }

    /** A card without reactions, because the ballot is secret or has too many outcomes, is picked on by its button and a menu. */
    private static void choose(StageUser fan, StageMessage card, String outcome) {
        StageMessage menu = fan.press(card, card.button("ballot:")).message();
        fan.choose(menu, menu.select("pick:"), List.of(outcome)).await();
    }

    private static void castGuess(StageUser fan, StageMessage card, String total) {
        StageForm form = fan.press(card, card.button("guess:")).form();
        fan.submit(form, Map.of(form.fields().get(0).customId(), total)).await();
    }

    private StageUser fan(String name) {
        return fans.computeIfAbsent(name, simulation.server()::member);
    }
}

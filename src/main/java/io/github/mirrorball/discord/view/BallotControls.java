package io.github.mirrorball.discord.view;

import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.emoji.Emoji;

/** Ballots: the menu that picks, and whether a card takes reactions. */
public final class BallotControls {

    /** Discord's limit of different reactions on one message. */
    static final int MOST_REACTIONS = 20;

    private static final int MENU_LABEL = 100;

    private BallotControls() {}

    /** Whether a poll's card takes reactions: an open ballot with few enough outcomes to choose from. */
    public static boolean seeded(Poll poll) {
        return !poll.secret() && !isGuess(poll) && poll.outcomes().size() <= MOST_REACTIONS;
    }

    /** Whether a number is guessed, so that there is nothing to choose from. */
    public static boolean isGuess(Poll poll) {
        return poll.ask().kind() == AskKind.SCORE;
    }

    /** The button on a poll's card. */
    public static Button button(Messages words, Poll poll) {
        return isGuess(poll)
                ? Button.primary("guess:" + poll.id(), words.text("card.guess"))
                : Button.primary("ballot:" + poll.id(), words.text("card.pick"));
    }

    /** The button that takes a fan's pick back; the scope comes back with it. */
    public static Button takeBack(Messages words, Poll poll, String scope) {
        return Button.secondary("pick-back:" + poll.id() + ":" + scope, words.text("pick.back"));
    }

    /** The menu of what can be picked, with the fan's pick chosen; the scope comes back with what is chosen. */
    public static StringSelectMenu menu(Messages words, Poll poll, Optional<String> pick, String scope) {
        List<SelectOption> options = poll.outcomes().stream()
                .filter(outcome -> !outcome.struck())
                .map(outcome -> option(words, outcome)
                        .withDefault(pick.filter(outcome.id()::equals).isPresent()))
                .toList();
        return StringSelectMenu.create("pick:" + poll.id() + ":" + scope)
                .setPlaceholder(words.text("pick.placeholder"))
                .addOptions(options)
                .build();
    }

    private static SelectOption option(Messages words, Outcome outcome) {
        SelectOption option =
                SelectOption.of(Markdown.cut(Wording.plainOutcome(words, outcome), MENU_LABEL), outcome.id());
        return outcome.emoji().isEmpty() ? option : option.withEmoji(Emoji.fromFormatted(outcome.emoji()));
    }

    /** The heading over a fan's menu. */
    public static String heading(Messages words, Season season, Poll poll, Optional<String> pick) {
        String question = "**" + Wording.question(words, season, poll) + "** · " + Wording.episode(words, season, poll);
        String yours = pick.map(id -> words.text("pick.yours", Wording.outcome(words, poll, id)))
                .orElseGet(() -> words.text("pick.none"));
        return question + "\n" + yours + " · " + words.text("pick.locks", Markdown.until(poll.locksAt()));
    }
}

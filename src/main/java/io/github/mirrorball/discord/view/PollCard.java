package io.github.mirrorball.discord.view;

import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.show.Messages;
import io.github.mirrorball.show.Season;
import java.util.Map;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;

/** A poll's card in the channel, in whatever state the poll is. */
public final class PollCard {

    private PollCard() {}

    /** The card; how many stand on each outcome is shown once the poll is locked. */
    public static Container of(Messages words, Season season, Poll poll, Map<String, Integer> tally) {
        Panels card = Panels.of(season.id())
                .text("### " + Wording.question(words, season, poll) + "\n" + Wording.episode(words, season, poll))
                .text(state(words, season, poll, tally))
                .line()
                .text(lines(words, season, poll, tally));
        if (poll.state() == PollState.OPEN) {
            card.row(Button.primary("ballot:" + poll.id(), words.text("card.pick")))
                    .text("-# " + words.text(Ballots.seeded(poll) ? "card.how" : "card.howMenu"));
        }
        return card.build();
    }

    private static String state(Messages words, Season season, Poll poll, Map<String, Integer> tally) {
        String worth = Wording.points(season.settings().worth(poll.ask()));
        return switch (poll.state()) {
            case SCHEDULED, OPEN ->
                words.text("card.open", Markdown.moment(poll.locksAt()), Markdown.until(poll.locksAt()), worth);
            case LOCKED -> words.text("card.locked", total(tally));
            case RESOLVED -> words.text("card.resolved", right(words, season, poll));
            case CANCELED -> words.text("card.canceled");
        };
    }

    private static String right(Messages words, Season season, Poll poll) {
        Ruling ruling = Ruling.of(season, poll);
        return poll.outcomes().stream()
                .filter(outcome -> ruling.right().contains(outcome.id()))
                .map(outcome -> "**" + Wording.outcome(words, outcome) + "**")
                .collect(Collectors.joining(", "));
    }

    private static String lines(Messages words, Season season, Poll poll, Map<String, Integer> tally) {
        Ruling ruling = Ruling.of(season, poll);
        boolean counts = poll.state() == PollState.LOCKED || poll.state() == PollState.RESOLVED;
        return poll.outcomes().stream()
                .map(outcome ->
                        line(words, outcome, ruling) + (counts ? " · " + tally.getOrDefault(outcome.id(), 0) : ""))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Messages words, Outcome outcome, Ruling ruling) {
        String name = Wording.outcome(words, outcome);
        if (outcome.struck() || ruling.voided().contains(outcome.id())) {
            return outcome.emoji() + " ~~" + name + "~~ " + words.text("card.struck");
        }
        return ruling.right().contains(outcome.id())
                ? outcome.emoji() + " **" + name + "** ✓"
                : outcome.emoji() + " " + name;
    }

    private static int total(Map<String, Integer> tally) {
        return tally.values().stream().mapToInt(Integer::intValue).sum();
    }
}

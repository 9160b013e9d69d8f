package io.github.mirrorball.discord.view;

import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.show.Messages;
import io.github.mirrorball.show.Season;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.container.Container;

/** A poll's card in the channel, in whatever state the poll is. */
public final class PollCard {

    private static final int MOST_GUESSES = 10;

    private PollCard() {}

    /**
     * The card. How many stand on each outcome is shown at once, or on a secret ballot once it is locked.
     *
     * @param missed whether reactions from before the lock may have been missed
     */
    public static Container of(
            Messages words, Season season, Poll poll, Map<String, Integer> tally, boolean missed) {
        Panels card = Panels.of(season.id())
                .text("### " + Wording.question(words, season, poll) + "\n" + Wording.episode(words, season, poll))
                .text(state(words, season, poll, tally))
                .line()
                .text(lines(words, season, poll, tally));
        if (missed) {
            card.text("-# " + words.text("card.missed"));
        }
        if (poll.state() == PollState.OPEN) {
            card.row(Ballots.button(words, poll)).text("-# " + words.text(how(poll)));
        }
        return card.build();
    }

    private static String how(Poll poll) {
        if (Ballots.seeded(poll)) {
            return "card.how";
        }
        return poll.secret() ? "card.howSecret" : "card.howMenu";
    }

    private static String state(Messages words, Season season, Poll poll, Map<String, Integer> tally) {
        String worth = Wording.points(season.settings().worth(poll.ask()));
        return switch (poll.state()) {
            case SCHEDULED, OPEN ->
                words.text("card.open", Markdown.moment(poll.locksAt()), Markdown.until(poll.locksAt()), worth)
                        + (poll.state() == PollState.OPEN ? "\n" + soFar(words, poll, tally) : "");
            case LOCKED -> words.text("card.locked", total(tally));
            case RESOLVED -> words.text("card.resolved", right(words, season, poll));
            case CANCELED -> words.text(poll.byHand().calledOff() ? "card.calledOff" : "card.canceled");
        };
    }

    /** Guesses are kept back too, since they would be copied. */
    private static String soFar(Messages words, Poll poll, Map<String, Integer> tally) {
        return words.text(poll.secret() || Ballots.isGuess(poll) ? "card.soFarSecret" : "card.soFar", total(tally));
    }

    private static String right(Messages words, Season season, Poll poll) {
        Ruling ruling = Ruling.of(season, poll);
        List<String> right = Ballots.isGuess(poll)
                ? List.copyOf(ruling.right())
                : poll.outcomes().stream()
                        .map(Outcome::id)
                        .filter(ruling.right()::contains)
                        .toList();
        return right.stream()
                .map(id -> "**" + Wording.outcome(words, poll, id) + "**")
                .collect(Collectors.joining(", "));
    }

    private static String lines(Messages words, Season season, Poll poll, Map<String, Integer> tally) {
        Ruling ruling = Ruling.of(season, poll);
        boolean counts = poll.state() == PollState.LOCKED || poll.state() == PollState.RESOLVED;
        if (Ballots.isGuess(poll)) {
            return counts ? guesses(tally) : "";
        }
        return poll.outcomes().stream()
                .map(outcome ->
                        line(words, outcome, ruling) + count(poll, counts, tally.getOrDefault(outcome.id(), 0)))
                .collect(Collectors.joining("\n"));
    }

    /** Nobody's pick yet is no news while there may be more. */
    private static String count(Poll poll, boolean locked, int fans) {
        boolean live = poll.state() == PollState.OPEN && !poll.secret() && fans > 0;
        return locked || live ? " · " + fans : "";
    }

    /** The guesses that most fans made, from the lowest. */
    private static String guesses(Map<String, Integer> tally) {
        return tally.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_GUESSES)
                .map(each -> Map.entry(new BigDecimal(each.getKey()), each.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(each -> Wording.points(each.getKey()) + " · " + each.getValue())
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

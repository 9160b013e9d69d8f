package io.github.mirrorball.discord.view;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.util.Map;
import net.dv8tion.jda.api.components.container.Container;

/** A poll's card in the channel, in whatever state the poll is. */
public final class PollCard {

    private static final int MOST_GUESSES = 10;

    /** What the right answers and whoever is out may take, beside the list. */
    private static final Space ASIDE = new Space(450, 1000);

    private PollCard() {}

    /**
     * The card; how many stand on each outcome is shown when the poll is locked, and before only if the ballot is open.
     *
     * @param missed whether reactions from before the lock may have been missed
     */
    public static Container of(Messages words, Season season, Poll poll, Map<String, Integer> tally, boolean missed) {
        Panels card = Panels.of(season.id())
                .headline(
                        sign(poll.state()),
                        Wording.question(words, season, poll),
                        "**" + Wording.episode(words, season, poll) + "**",
                        state(words, season, poll, tally));
        if (poll.state() == PollState.CANCELED) {
            return card.build();
        }
        Tallies tallies = Tallies.of(words, season, poll, tally);
        return poll.state() == PollState.SCHEDULED || poll.state() == PollState.OPEN
                ? open(words, card, poll, tallies)
                : closed(card, poll, tallies, missed ? words.text("card.missed") : "");
    }

    static Sign sign(PollState state) {
        return switch (state) {
            case SCHEDULED, OPEN -> Sign.OPEN;
            case LOCKED -> Sign.LOCKED;
            case RESOLVED -> Sign.RESULT;
            case CANCELED -> Sign.CANCELED;
        };
    }

    private static Container open(Messages words, Panels card, Poll poll, Tallies tallies) {
        if (!BallotControls.isGuess(poll)) {
            card.line().text(tallies.ballot(!poll.secret(), Space.LIST)).hint(tallies.out(ASIDE));
        }
        return poll.state() == PollState.OPEN
                ? card.row(BallotControls.button(words, poll))
                        .hint(words.text(how(poll)))
                        .build()
                : card.build();
    }

    private static Container closed(Panels card, Poll poll, Tallies tallies, String missed) {
        String lines = BallotControls.isGuess(poll) ? tallies.guesses(MOST_GUESSES) : tallies.picked(Space.LIST);
        return lines.isEmpty()
                ? card.hint(missed).build()
                : card.line().text(lines).hint(missed).build();
    }

    private static String how(Poll poll) {
        if (BallotControls.seeded(poll)) {
            return "card.how";
        }
        return poll.secret() ? "card.howSecret" : "card.howMenu";
    }

    private static String state(Messages words, Season season, Poll poll, Map<String, Integer> tally) {
        int picks = Tallies.total(tally);
        return switch (poll.state()) {
            case SCHEDULED, OPEN -> locks(words, poll) + "\n" + worth(words, season, poll, picks);
            case LOCKED -> words.text("card.locked", picks);
            case RESOLVED -> right(words, season, poll, tally, picks);
            case CANCELED -> words.text(poll.byHand().calledOff() ? "card.calledOff" : "card.canceled");
        };
    }

    private static String locks(Messages words, Poll poll) {
        return words.text("card.locks", Markdown.moment(poll.locksAt()), Markdown.until(poll.locksAt()));
    }

    private static String worth(Messages words, Season season, Poll poll, int picks) {
        String worth = words.text("card.worth", season.settings().worth(poll.ask()));
        return picks == 0 ? worth : worth + " · " + words.text("card.picksSoFar", picks);
    }

    private static String right(Messages words, Season season, Poll poll, Map<String, Integer> tally, int picks) {
        Ruling ruling = Ruling.of(season, poll);
        int called = ResultPost.called(season, poll, tally).stream()
                .mapToInt(tally::get)
                .sum();
        return words.text("card.resolved", Wording.right(words, season, poll, ruling, ASIDE)) + "\n"
                + words.text("card.called", called, picks);
    }
}

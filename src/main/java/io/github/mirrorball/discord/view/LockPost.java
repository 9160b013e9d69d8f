package io.github.mirrorball.discord.view;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.container.Container;

/** What is posted when polls lock: what the crowd said. */
public final class LockPost {

    private static final int FEW_POLLS = 2;
    private static final int SOME_POLLS = 5;
    private static final int MANY_POLLS = 8;

    private LockPost() {}

    /**
     * These polls are locked.
     *
     * @param missed whether reactions from before the lock may have been missed
     */
    public static Container of(
            Messages words, Season season, List<Poll> polls, Map<Long, Map<String, Integer>> tallies, boolean missed) {
        boolean together = polls.stream().map(Poll::episode).distinct().count() == 1;
        String episode = together ? "**" + Wording.episode(words, season, polls.get(0)) + "**" : "";
        Panels panel = Panels.of(season.id()).headline(Sign.LOCKED, words.text("locked.title"), episode);
        Space share = Space.LIST.each(polls.size());
        int top = top(polls.size());
        List<String> parts = polls.stream()
                .map(poll -> part(words, season, poll, tallies.getOrDefault(poll.id(), Map.of()), together, top, share))
                .toList();
        if (top == 0) {
            panel.text(String.join("\n", parts));
        } else {
            parts.forEach(panel::text);
        }
        if (missed) {
            panel.hint(words.text("card.missed"));
        }
        return panel.row(Controls.mine(words, season), Controls.standings(words, season))
                .hint(words.text("locked.next"))
                .build();
    }

    /** The more polls, the fewer of each one's outcomes. */
    private static int top(int polls) {
        if (polls <= FEW_POLLS) {
            return 5;
        }
        return polls <= SOME_POLLS ? 3 : polls <= MANY_POLLS ? 1 : 0;
    }

    private static String part(
            Messages words,
            Season season,
            Poll poll,
            Map<String, Integer> tally,
            boolean together,
            int top,
            Space space) {
        String question = Wording.question(words, season, poll, space.within(Space.NAME));
        String head = together
                ? words.text("poll.counted", question, Tallies.total(tally))
                : words.text("poll.countedOf", question, Wording.episode(words, season, poll), Tallies.total(tally));
        Tallies tallies = Tallies.of(words, season, poll, tally);
        String lines = top == 0
                ? ""
                : BallotControls.isGuess(poll) ? tallies.guesses(top) : tallies.top(top, space.without(head));
        return Stream.of(head, lines).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }
}

package io.github.mirrorball.discord.view;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A season's schedule as fans see it. */
public final class ScheduleView {

    /** Of one episode's polls, so that a page of episodes fits a message. */
    private static final int MOST = 4;

    private static final Space QUESTION = new Space(48, 120);

    private ScheduleView() {}

    /** An episode: when it airs, whether its result is in, and how its polls stand. */
    public static String episode(Messages words, Season season, Episode episode, List<Poll> asked) {
        var airs = episode.airs(season.zone());
        String result = season.isIn(episode.number()) ? " · " + words.text("schedule.result") : "";
        String heading = "**" + Wording.episode(words, episode) + "**" + result + "\n"
                + words.text("schedule.airs", Markdown.moment(airs), Markdown.until(airs));
        String lines = asked.isEmpty() ? words.text("schedule.asksNothing") : polls(words, season, asked);
        return heading + "\n" + lines;
    }

    /** How polls stand, a line each. */
    public static String polls(Messages words, Season season, List<Poll> polls) {
        int shown = polls.size() > MOST ? MOST - 1 : polls.size();
        String lines = polls.stream()
                .limit(shown)
                .map(poll -> PollCard.sign(poll.state()).before(line(words, season, poll)))
                .collect(Collectors.joining("\n"));
        return shown == polls.size() ? lines : lines + "\n" + words.text("schedule.more", polls.size() - shown);
    }

    private static String line(Messages words, Season season, Poll poll) {
        String question = Wording.question(words, season, poll, QUESTION);
        String state = words.text("state." + poll.state().name().toLowerCase(Locale.ROOT));
        if (poll.state() == PollState.OPEN) {
            return words.text(
                    "schedule.open", question, state, Markdown.moment(poll.locksAt()), Markdown.until(poll.locksAt()));
        }
        return poll.state() == PollState.SCHEDULED && poll.opensAt().isPresent()
                ? words.text(
                        "schedule.opens",
                        question,
                        state,
                        Markdown.until(poll.opensAt().get()),
                        Markdown.moment(poll.locksAt()))
                : words.text("schedule.line", question, state);
    }
}

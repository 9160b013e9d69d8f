package io.github.mirrorball.discord.view;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;

/** What calls people to do something while there is time. */
public final class CallPosts {

    private CallPosts() {}

    /**
     * These polls lock soon, all at the same instant.
     *
     * @param picks how many picks there are, by poll
     */
    public static Container reminder(Messages words, Season season, List<Poll> polls, Map<Long, Integer> picks) {
        OptionalLong role = season.posting().mentionRole();
        Panels panel = Panels.of(season.id())
                .headline(Sign.REMINDER, words.text("reminder.title"), locks(words, polls.get(0)))
                .text(Questions.counted(words, season, polls, picks))
                .row(polls.size() == 1 ? BallotControls.button(words, polls.get(0)) : Controls.pick(words));
        return panel.text(role.isPresent() ? "<@&" + role.getAsLong() + ">" : "")
                .build();
    }

    /** A fan has not picked in these polls, which lock at the same instant. */
    public static Container direct(Messages words, Season season, List<Poll> missing) {
        String channel = "https://discord.com/channels/" + season.server() + "/"
                + season.posting().channel();
        return Panels.of(season.id())
                .headline(Sign.REMINDER, words.text("reminder.direct", Markdown.escape(season.title())))
                .text(Questions.of(words, season, missing))
                .text(locks(words, missing.get(0)))
                .row(Button.link(channel, words.text("reminder.go")))
                .hint(words.text("reminder.stop"))
                .build();
    }

    /** An episode is over, and its result is wanted. */
    public static Container nudge(Messages words, Season season, Episode episode) {
        return Panels.of(season.id())
                .headline(
                        Sign.HOST, words.text("nudge.title", Wording.episode(words, episode)), words.text("nudge.text"))
                .row(Button.primary("result-open:" + season.id() + ":" + episode.number(), words.text("nudge.enter")))
                .build();
    }

    /** The lock of these open polls has moved with their episode. */
    public static Container moved(Messages words, Season season, List<Poll> polls) {
        Space share = Space.LIST.each(2 * polls.size()).without("<t:1234567890:F> now locks");
        return Panels.of(season.id())
                .headline(Sign.SCHEDULE, words.text("moved.title"))
                .text(polls.stream()
                        .map(poll -> words.text(
                                "moved.line",
                                Wording.question(words, season, poll, share),
                                Wording.episode(words, season, poll, share),
                                Markdown.moment(poll.locksAt()),
                                Markdown.until(poll.locksAt())))
                        .collect(Collectors.joining("\n")))
                .hint(words.text("moved.picks"))
                .build();
    }

    private static String locks(Messages words, Poll poll) {
        return words.text("reminder.locks", Markdown.moment(poll.locksAt()), Markdown.until(poll.locksAt()));
    }
}

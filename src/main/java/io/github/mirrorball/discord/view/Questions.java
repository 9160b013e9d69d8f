package io.github.mirrorball.discord.view;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Several polls as a list: under their episode's name where they have it in common, else each with its own. */
final class Questions {

    private static final Space SPACE = new Space(2400, 5600);

    private Questions() {}

    /** What is asked. */
    static String of(Messages words, Season season, List<Poll> polls) {
        return listed(words, season, polls, Map.of(), false);
    }

    /** What is asked, and how many picks there are of it, by poll. */
    static String counted(Messages words, Season season, List<Poll> polls, Map<Long, Integer> picks) {
        return listed(words, season, polls, picks, true);
    }

    private static String listed(
            Messages words, Season season, List<Poll> polls, Map<Long, Integer> picks, boolean counted) {
        boolean together = polls.stream().map(Poll::episode).distinct().count() == 1;
        Space share = SPACE.each(together ? polls.size() : 2 * polls.size()).without("40,000 picks");
        String lines = polls.stream()
                .map(poll -> {
                    String question = Wording.question(words, season, poll, share);
                    int made = picks.getOrDefault(poll.id(), 0);
                    if (together) {
                        return counted ? words.text("poll.counted", question, made) : "**" + question + "**";
                    }
                    String episode = Wording.episode(words, season, poll, share);
                    return counted
                            ? words.text("poll.countedOf", question, episode, made)
                            : words.text("poll.named", question, episode);
                })
                .collect(Collectors.joining("\n"));
        return together ? Wording.episode(words, season, polls.get(0)) + "\n" + lines : lines;
    }
}

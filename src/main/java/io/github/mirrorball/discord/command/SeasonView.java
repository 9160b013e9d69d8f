package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.container.Container;

/** A season, its episodes and its polls as lists for hosts. */
final class SeasonView {

    private SeasonView() {}

    static Container of(Messages words, Season season) {
        return Panels.of(season.id())
                .headline(
                        Sign.SEASON,
                        Markdown.escape(season.title()),
                        words.text(
                                "season.facts",
                                Markdown.escape(season.show()),
                                season.zone().getId(),
                                "<#" + season.posting().channel() + ">",
                                season.episodes().size(),
                                season.results().size()),
                        words.text("season.hosts", SettingsView.hosts(words, season.posting())))
                .line()
                .text(cast(words, season))
                .build();
    }

    /** The cast alone. */
    static Container cast(Season season, Messages words) {
        return Panels.of(season.id())
                .headline(Sign.CAST, Markdown.escape(season.title()))
                .text(season.cast().isEmpty() ? words.text("contestant.nobody") : cast(words, season))
                .build();
    }

    private static String cast(Messages words, Season season) {
        Set<String> withdrawn = season.withdrawn();
        Set<String> out = new HashSet<>();
        season.results()
                .values()
                .forEach(version -> out.addAll(version.result().eliminated().orElse(List.of())));
        return season.cast().stream()
                .map(who -> contestant(words, who, withdrawn.contains(who.id()), out.contains(who.id())))
                .collect(Collectors.joining("\n"));
    }

    private static String contestant(Messages words, Contestant who, boolean withdrawn, boolean out) {
        String state = withdrawn ? "contestant.withdrawn" : out ? "contestant.out" : "contestant.in";
        return words.text(state, Markdown.escape(who.label()));
    }

    static Container episodes(Messages words, Season season) {
        String lines = season.episodes().stream()
                .map(episode -> episode(words, season, episode))
                .collect(Collectors.joining("\n"));
        return Panels.of(season.id())
                .headline(Sign.SCHEDULE, Markdown.escape(season.title()))
                .text(lines.isEmpty() ? words.text("episodes.none") : lines)
                .build();
    }

    private static String episode(Messages words, Season season, Episode episode) {
        Result result = season.result(episode.number());
        String state = result.equals(Result.NOTHING) ? "" : " ✓";
        return "**" + Wording.episode(words, episode) + "** · " + Markdown.moment(episode.airs(season.zone())) + state;
    }

    /** Polls, a line each, with how many picks each has. */
    static Panels polls(Messages words, Season season, List<Poll> polls, ToIntFunction<Poll> picks) {
        String lines = polls.stream()
                .map(poll -> poll(words, season, poll, picks.applyAsInt(poll)))
                .collect(Collectors.joining("\n"));
        return Panels.of(season.id())
                .headline(Sign.OPEN, Markdown.escape(season.title()))
                .text(lines.isEmpty() ? words.text("polls.none") : lines);
    }

    private static String poll(Messages words, Season season, Poll poll, int picks) {
        String line = words.text(
                "polls.line",
                Wording.question(words, season, poll),
                Wording.episode(words, season, poll),
                words.text("state." + poll.state().name().toLowerCase(Locale.ROOT)),
                Markdown.moment(poll.locksAt()));
        return line + " · " + words.text("polls.picks", picks)
                + (poll.secret() ? " · " + words.text("polls.secret") : "");
    }
}

package io.github.mirrorball.discord.view;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Messages;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Change;
import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Totals;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;

/** What is posted when an episode's result is in, or was corrected: what happened, who called it, and who leads. */
public final class ResultPost {

    private static final Space ANSWERS = new Space(1000, 2200);
    private static final int LAST_ON_PODIUM = 3;
    private static final int WINNERS = 5;

    private final Messages words;
    private final Season season;
    private final Episode episode;
    private final int version;

    private ResultPost(Messages words, Season season, Episode episode, int version) {
        this.words = words;
        this.season = season;
        this.episode = episode;
        this.version = version;
    }

    /**
     * What fans called in one poll.
     *
     * @param called how many picks were right
     * @param picks how many picks there are
     * @param names of some of those who were right
     */
    public record Answer(Poll poll, int called, int picks, List<String> names) {

        public Answer {
            names = List.copyOf(names);
        }
    }

    /**
     * What stands below a result.
     *
     * @param crowd what The Crowd has, if it is shown
     * @param changes of a correction, as many as are shown; empty for a first version
     * @param changed how many fans' points the correction changed
     */
    public record Below(List<Standing> top, Optional<Totals> crowd, List<Change> changes, int changed) {

        public Below {
            top = List.copyOf(top);
            changes = List.copyOf(changes);
        }
    }

    /** An episode's result is in, or was corrected; with what a correction changed, and the top of the standings. */
    public static Container of(
            Messages words,
            Season season,
            Episode episode,
            int version,
            List<Answer> answers,
            Below below,
            Optional<Picture> picture) {
        return new ResultPost(words, season, episode, version).panel(answers, below, picture);
    }

    private Container panel(List<Answer> answers, Below below, Optional<Picture> picture) {
        Result result = season.result(episode.number());
        Panels panel = Panels.of(season.id())
                .headline(
                        isFirst() ? Sign.RESULT : Sign.CORRECTION,
                        words.text(isFirst() ? "result.title" : "result.corrected", Wording.episode(words, episode)),
                        String.join("\n", Facts.night(words, season, result)));
        if (!answers.isEmpty()) {
            Space share = ANSWERS.each(answers.size());
            panel.line()
                    .text(answers.stream().map(answer -> answer(answer, share)).collect(Collectors.joining("\n")));
        }
        if (!isFirst()) {
            corrected(panel, below);
        }
        podium(result, below).ifPresent(podium -> panel.line().text(podium));
        standings(panel, below);
        picture.ifPresent(panel::picture);
        return panel.row(Controls.mine(words, season), Controls.standings(words, season))
                .build();
    }

    private boolean isFirst() {
        return version == 1;
    }

    private String answer(Answer answer, Space space) {
        Poll poll = answer.poll();
        Space half = space.each(2);
        String question = Wording.question(words, season, poll, half);
        Ruling ruling = Ruling.of(season, poll);
        if (poll.state() == PollState.CANCELED || poll.byHand().calledOff()) {
            return words.text(
                    "result.answer",
                    question,
                    words.text(poll.byHand().calledOff() ? "card.calledOff" : "card.canceled"));
        }
        if (ruling.verdict() != Ruling.Verdict.RESOLVED) {
            return words.text("result.answer", question, words.text("result.pending"));
        }
        String line = words.text("result.answer", question, Wording.right(words, season, poll, ruling, half));
        return isFirst() ? line + "\n-# " + called(answer, half) : line;
    }

    private String called(Answer answer, Space space) {
        if (answer.called() == 0) {
            return words.text("result.calledByNobody");
        }
        String share = words.text("card.called", answer.called(), answer.picks());
        Space each = space.without(share).each(Math.max(1, answer.names().size()));
        String names = answer.names().stream()
                .map(name -> Markdown.escape(name, each.within(Space.NAME)))
                .collect(Collectors.joining(", "));
        int others = answer.called() - answer.names().size();
        return names.isEmpty()
                ? share
                : share + " · " + (others > 0 ? words.text("result.andOthers", names, others) : names);
    }

    private void corrected(Panels panel, Below below) {
        String title = "**" + words.text("correction.title", below.changed()) + "**";
        String changes = StandingsView.changes(words, below.changes());
        panel.line().text(changes.isEmpty() ? title : title + "\n" + changes);
        if (below.changed() > below.changes().size()) {
            panel.row(Button.secondary(
                    "correction:" + season.id() + ":" + episode.number() + ":" + version,
                    words.text("correction.all", below.changed())));
        }
    }

    /** The finale decides the show, and the league. */
    private Optional<String> podium(Result result, Below below) {
        if (result.placements().isEmpty()) {
            return Optional.empty();
        }
        StringBuilder podium =
                new StringBuilder("**").append(words.text("finale.show")).append("**");
        Space share = ANSWERS.each(2 * LAST_ON_PODIUM);
        for (int place = 1; place <= LAST_ON_PODIUM; place++) {
            List<String> placed = Facts.placed(result.placements(), place);
            if (!placed.isEmpty()) {
                podium.append('\n')
                        .append(StandingsView.place(words, place))
                        .append(' ')
                        .append(Wording.names(season, placed, share));
            }
        }
        List<Standing> winners = below.top().stream()
                .filter(row -> row.rank() == 1)
                .limit(WINNERS)
                .toList();
        if (!winners.isEmpty()) {
            String names = winners.stream()
                    .map(row -> "**" + Markdown.escape(row.name(), Space.NAME) + "**")
                    .collect(Collectors.joining(", "));
            podium.append("\n\n")
                    .append(Sign.STANDINGS.before(
                            words.text("finale.league", names, winners.get(0).points())));
        }
        return Optional.of(podium.toString());
    }

    private void standings(Panels panel, Below below) {
        if (!below.top().isEmpty()) {
            String crowd = below.crowd()
                    .map(totals -> "\n" + StandingsView.crowd(words, Scope.SEASON, totals))
                    .orElse("");
            panel.line()
                    .text("**" + Sign.STANDINGS.before(words.text("standings.title")) + "**\n"
                            + StandingsView.rows(words, below.top()) + crowd);
        }
    }
}

package io.github.mirrorball.discord.view;

import io.github.mirrorball.chart.Picture;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Change;
import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Totals;
import io.github.mirrorball.wording.Messages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;

/** What is posted when an episode's result is in, or was corrected: what happened, who called it, and who leads. */
public final class ResultPost {

    /** Signs, marks and line breaks around the parts. */
    private static final Space RESERVE = new Space(200, 300);

    private static final Space PLACE = new Space(150, 330);
    private static final int LAST_ON_PODIUM = 3;
    private static final int SOME_ANSWERS = 5;
    private static final int FEW = 6;
    private static final int FEWEST_ROWS = 3;
    private static final int SOME_ROWS = 5;
    private static final int THIRDS = 3;

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

        /** The same where nobody can tell any more how the standings were. */
        public Below withoutStandings() {
            return new Below(List.of(), Optional.empty(), changes, changed);
        }
    }

    /** What was picked and right, as it was picked: 27 is 27.00. */
    public static Set<String> called(Season season, Poll poll, Map<String, Integer> tally) {
        Set<String> right = Ruling.of(season, poll).right();
        return tally.keySet().stream()
                .filter(picked -> right.contains(picked)
                        || (BallotControls.isGuess(poll)
                                && right.stream()
                                        .anyMatch(
                                                total -> new BigDecimal(total).compareTo(new BigDecimal(picked)) == 0)))
                .collect(Collectors.toUnmodifiableSet());
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
        boolean many = answers.size() > SOME_ANSWERS;
        String headline = words.text(isFirst() ? "result.title" : "result.corrected", Wording.episode(words, episode));
        String facts = String.join("\n", Facts.night(words, season, result));
        boolean full = many || !result.placements().isEmpty();
        List<Change> changes = below.changes().stream()
                .limit(full ? FEW : below.changes().size())
                .toList();
        String changed = isFirst() ? "" : changed(below.changed(), changes);
        String podium = podium(result, below.top());
        String standings = standings(below, many);
        Space left = Space.MESSAGE
                .without(headline)
                .without(facts)
                .without(changed)
                .without(podium)
                .without(standings)
                .less(RESERVE);
        Panels panel = Panels.of(season.id())
                .headline(isFirst() ? Sign.RESULT : Sign.CORRECTION, headline, facts)
                .part(answers(answers, many, left))
                .part(changed);
        if (below.changed() > changes.size() && !isFirst()) {
            panel.row(Button.secondary(
                    "correction:" + season.id() + ":" + episode.number() + ":" + version,
                    words.text("correction.all", below.changed())));
        }
        panel.part(podium).part(standings);
        picture.ifPresent(drawn -> panel.picture("season.png", drawn));
        return panel.row(Controls.mine(words, season), Controls.standings(words, season))
                .build();
    }

    private String answers(List<Answer> answers, boolean many, Space left) {
        Space share = left.each(answers.size());
        return answers.stream().map(answer -> answer(answer, many, share)).collect(Collectors.joining("\n"));
    }

    private boolean isFirst() {
        return version == 1;
    }

    /** The many of one episode get a line each, the few also the names of who called it. */
    private String answer(Answer answer, boolean many, Space space) {
        boolean called = isFirst() && !many;
        Space part = space.each(called ? THIRDS : 2).without(" → ");
        String question = Wording.question(words, season, answer.poll(), part);
        Ruling ruling = Ruling.of(season, answer.poll());
        if (answer.poll().state() == PollState.CANCELED
                || answer.poll().byHand().calledOff()) {
            return words.text("result.answer", question, words.text("result.canceled"));
        }
        if (ruling.verdict() != Ruling.Verdict.RESOLVED) {
            return words.text("result.answer", question, words.text("result.pending"));
        }
        String right = Wording.right(words, season, answer.poll(), ruling, part);
        String line = words.text("result.answer", question, right);
        return called ? line + "\n-# " + called(answer, part) : line;
    }

    private String called(Answer answer, Space space) {
        if (answer.called() == 0) {
            return words.text("result.calledByNobody");
        }
        String share = words.text("card.called", answer.called(), answer.picks());
        if (answer.names().isEmpty()) {
            return share;
        }
        Space each = space.without(share).each(answer.names().size()).within(Space.NAME);
        String names =
                answer.names().stream().map(name -> Markdown.escape(name, each)).collect(Collectors.joining(", "));
        int others = answer.called() - answer.names().size();
        return share + " · " + (others > 0 ? words.text("list.more", names, others) : names);
    }

    private String changed(int fans, List<Change> shown) {
        String title = "**" + words.text("correction.title", fans) + "**";
        return shown.isEmpty() ? title : title + "\n" + StandingsView.changes(words, shown);
    }

    /** The finale decides the show, and the league; blank at any other. */
    private String podium(Result result, List<Standing> top) {
        if (result.placements().isEmpty()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        lines.add("**" + words.text("finale.show") + "**");
        for (int place = 1; place <= LAST_ON_PODIUM; place++) {
            List<String> placed = Facts.placed(result.placements(), place);
            if (!placed.isEmpty()) {
                lines.add(StandingsView.place(words, place) + " " + Wording.names(words, season, placed, PLACE));
            }
        }
        List<Standing> winners = top.stream().filter(row -> row.rank() == 1).toList();
        if (!winners.isEmpty()) {
            String names = Names.bold(words, winners, PLACE, (row, share) -> Markdown.escape(row.name(), share));
            lines.add(Sign.SEASON.before(
                    words.text("finale.league", names, winners.get(0).points())));
        }
        return String.join("\n", lines);
    }

    private String standings(Below below, boolean many) {
        if (below.top().isEmpty()) {
            return "";
        }
        String crowd = below.crowd()
                .map(totals -> "\n" + StandingsView.crowd(words, Scope.SEASON, totals))
                .orElse("");
        int rows = many ? FEWEST_ROWS : isFirst() ? below.top().size() : SOME_ROWS;
        return "**" + Sign.STANDINGS.before(words.text("standings.title")) + "**\n"
                + StandingsView.rows(words, below.top().stream().limit(rows).toList()) + crowd;
    }
}

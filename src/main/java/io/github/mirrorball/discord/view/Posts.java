package io.github.mirrorball.discord.view;

import io.github.mirrorball.outbox.Notice.ChangedByHand.Deed;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;

/** What is posted unasked beside cards, locks and results: the bot was invited, a season begins, the cast changed, a host stepped in. */
public final class Posts {

    private static final Space STRUCK = new Space(900, 2000);
    private static final Space NAMES = new Space(1600, 3600);

    private Posts() {}

    /** The bot was invited, and says who it is. */
    public static Container greeting(Messages words) {
        return Panels.plain()
                .headline(Sign.HELP, words.text("greeting.title"), words.text("greeting.text"))
                .row(
                        Button.primary(Controls.SET_UP, words.text("greeting.setUp")),
                        Button.secondary(Controls.HOW, words.text("greeting.how")))
                .hint(words.text("greeting.hint"))
                .build();
    }

    /** A season's first polls open. */
    public static Container seasonOpened(Messages words, Season season) {
        Panels panel = Panels.of(season.id())
                .headline(
                        Sign.SEASON,
                        Markdown.escape(season.title()),
                        words.text(
                                "opening.facts",
                                Markdown.escape(season.show()),
                                season.cast().size(),
                                season.episodes().size()));
        season.episodes().stream()
                .filter(episode -> season.version(episode.number()) == 0)
                .findFirst()
                .ifPresent(first -> panel.text(Sign.SCHEDULE.before(first(words, season, first))));
        return panel.line()
                .text("**" + words.text("opening.cast") + "**\n"
                        + Names.of(words, season.cast(), NAMES, (who, share) -> Markdown.escape(who.label(), share)))
                .line()
                .text(words.text("opening.how"))
                .row(Controls.pick(words), Controls.standings(words, season))
                .hint(words.text("opening.hint"))
                .build();
    }

    private static String first(Messages words, Season season, Episode first) {
        return words.text(
                "opening.first",
                Wording.episode(words, first),
                Markdown.moment(first.airs(season.zone())),
                Markdown.until(first.airs(season.zone())));
    }

    /** A host changed a poll outside its timetable. */
    public static Container changedByHand(Messages words, Season season, Poll poll, Deed deed) {
        String key = switch (deed) {
            case LOCK_MOVED -> "byhand.lockMoved";
            case REOPENED -> "byhand.reopened";
            case CALLED_OFF -> "byhand.calledOff";
        };
        Sign sign = switch (deed) {
            case LOCK_MOVED -> Sign.SCHEDULE;
            case REOPENED -> Sign.OPEN;
            case CALLED_OFF -> Sign.CANCELED;
        };
        Panels panel = Panels.of(season.id())
                .headline(sign, words.text(key + ".title"))
                .text(words.text(
                        key,
                        Wording.question(words, season, poll),
                        Wording.episode(words, season, poll),
                        Markdown.moment(poll.locksAt()),
                        Markdown.until(poll.locksAt())));
        return deed == Deed.CALLED_OFF
                ? panel.build()
                : panel.row(Controls.pick(words)).build();
    }

    /** The cast changed under open polls. */
    public static Container castChanged(Messages words, Season season, List<Poll> polls) {
        Map<String, Outcome> struck = new LinkedHashMap<>();
        polls.stream()
                .flatMap(poll -> poll.outcomes().stream())
                .filter(Outcome::struck)
                .forEach(outcome -> struck.putIfAbsent(outcome.id(), outcome));
        String fact = struck.isEmpty()
                ? words.text("cast.back")
                : words.text(
                        "cast.struck",
                        Names.of(
                                words,
                                List.copyOf(struck.values()),
                                STRUCK,
                                (outcome, share) -> Wording.outcome(words, outcome, share)));
        return Panels.of(season.id())
                .headline(Sign.CAST, words.text("cast.title"), fact)
                .line()
                .text(Questions.of(words, season, polls))
                .row(Controls.pick(words))
                .hint(words.text("cast.again"))
                .build();
    }
}

package io.github.mirrorball.discord.view;

import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How seasons, episodes, polls and outcomes are named in sentences. */
public final class Wording {

    private static final Space TITLE = new Space(200, 320);

    private static final Space RIGHT = new Space(900, 2000);

    private Wording() {}

    /** An outcome as marked-up text. */
    public static String outcome(Messages words, Outcome outcome) {
        return outcome.id().equals(Contestant.NO_ONE) ? words.text("outcome.none") : Markdown.escape(outcome.label());
    }

    /** An outcome as marked-up text that takes no more than this. */
    static String outcome(Messages words, Outcome outcome, Space space) {
        return outcome.id().equals(Contestant.NO_ONE)
                ? words.text("outcome.none")
                : Markdown.escape(outcome.label(), space);
    }

    /** An outcome among many: a couple by its first name alone, where that cannot be mistaken for another. */
    static String brief(Messages words, Season season, Outcome outcome, Space space) {
        return season.contestant(outcome.id())
                .map(who -> brief(season, who, space))
                .orElseGet(() -> outcome(words, outcome, space));
    }

    private static String brief(Season season, Contestant who, Space space) {
        boolean alone = season.cast().stream()
                        .filter(other -> other.name().equalsIgnoreCase(who.name()))
                        .count()
                == 1;
        return Markdown.escape(alone ? who.name() : who.label(), space);
    }

    /** The outcomes that were right, in ballot order, each of them bold. */
    static String right(Messages words, Season season, Poll poll, Ruling ruling, Space space) {
        List<String> right = Stream.concat(
                        poll.outcomes().stream().map(Outcome::id).filter(ruling.right()::contains),
                        ruling.right().stream()
                                .filter(id -> poll.outcome(id).isEmpty())
                                .sorted())
                .toList();
        return Names.bold(
                words,
                right,
                space,
                (id, share) -> poll.outcome(id)
                        .map(outcome -> brief(words, season, outcome, share))
                        .orElseGet(() -> outcome(words, poll, id, share)));
    }

    /** The same, in the space of a line. */
    public static String right(Messages words, Season season, Poll poll) {
        return right(words, season, poll, Ruling.of(season, poll), RIGHT);
    }

    /** An outcome where there is no markup. */
    public static String plainOutcome(Messages words, Outcome outcome) {
        return outcome.id().equals(Contestant.NO_ONE) ? words.text("outcome.none") : Markdown.plain(outcome.label());
    }

    /** The outcome with this id, as marked-up text; its id if the poll has none such, as with a guessed number. */
    public static String outcome(Messages words, Poll poll, String id) {
        return outcome(words, poll, id, Space.NAME);
    }

    /** The same, taking no more than this. */
    static String outcome(Messages words, Poll poll, String id, Space space) {
        return poll.outcome(id)
                .map(outcome -> outcome(words, outcome, space))
                .orElseGet(() -> poll.ask().kind() == AskKind.SCORE
                        ? words.number(new BigDecimal(id))
                        : Markdown.escape(id, space));
    }

    /** A poll's question, such as "Who leaves?". */
    public static String question(Messages words, Season season, Poll poll) {
        return question(words, season, poll.ask());
    }

    /** The question of an ask. */
    public static String question(Messages words, Season season, Ask ask) {
        return switch (ask.kind()) {
            case CUSTOM -> Markdown.escape(ask.question().orElse(""));
            case SCORE ->
                words.text(
                        "ask.score",
                        ask.contestant().map(who -> name(season, who)).orElse(""));
            default -> words.text("ask." + ask.kind().id());
        };
    }

    /** A poll's question that takes no more than this. */
    static String question(Messages words, Season season, Poll poll, Space space) {
        return switch (poll.ask().kind()) {
            case CUSTOM -> Markdown.escape(poll.ask().question().orElse(""), space);
            case SCORE ->
                words.text(
                        "ask.score",
                        poll.ask()
                                .contestant()
                                .map(who -> name(season, who, space.without(words.text("ask.score", ""))))
                                .orElse(""));
            default -> question(words, season, poll);
        };
    }

    /** A poll's question where there is no markup. */
    public static String plainQuestion(Messages words, Season season, Poll poll) {
        return switch (poll.ask().kind()) {
            case CUSTOM -> Markdown.plain(poll.ask().question().orElse(""));
            case SCORE ->
                words.text(
                        "ask.score",
                        poll.ask()
                                .contestant()
                                .flatMap(season::contestant)
                                .map(who -> Markdown.plain(who.label()))
                                .orElse(""));
            default -> words.text("ask." + poll.ask().kind().id());
        };
    }

    /** A contestant's name as marked-up text. */
    public static String name(Season season, String contestant) {
        return Markdown.escape(
                season.contestant(contestant).map(Contestant::label).orElse(contestant));
    }

    /** A contestant's name as marked-up text that takes no more than this. */
    static String name(Season season, String contestant, Space space) {
        return Markdown.escape(
                season.contestant(contestant).map(Contestant::label).orElse(contestant), space);
    }

    /** A contestant among many, by the first name of a couple alone. */
    static String brief(Season season, String contestant, Space space) {
        return season.contestant(contestant)
                .map(who -> brief(season, who, space))
                .orElseGet(() -> Markdown.escape(contestant, space));
    }

    /** Several contestants, one after another, each of them bold. */
    static String names(Messages words, Season season, Collection<String> contestants, Space space) {
        return Names.bold(words, List.copyOf(contestants), space, (who, share) -> name(season, who, share));
    }

    /** An episode as marked-up text, such as "Episode 2 · Oscars Night". */
    public static String episode(Messages words, Episode episode) {
        return episode(words, episode, TITLE);
    }

    private static String episode(Messages words, Episode episode, Space space) {
        return words.text("episode.named", number(episode), Markdown.escape(episode.title(), space));
    }

    /** A poll's episode, or what stands for it in a season-long poll. */
    public static String episode(Messages words, Season season, Poll poll) {
        return episode(words, season, poll, TITLE);
    }

    /** The same, with a title that takes no more than this. */
    static String episode(Messages words, Season season, Poll poll, Space space) {
        Optional<Episode> episode =
                poll.episode().isPresent() ? season.episode(poll.episode().getAsInt()) : Optional.empty();
        return episode.map(named -> episode(words, named, space)).orElseGet(() -> words.text("episode.seasonLong"));
    }

    /** Points or a total without needless zeros, as programs read it. */
    public static String points(BigDecimal points) {
        BigDecimal stripped = points.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private static String number(Episode episode) {
        return Integer.toString(episode.number());
    }
}

package io.github.mirrorball.discord.view;

import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Messages;
import io.github.mirrorball.show.Season;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** How seasons, episodes, polls and outcomes are named in sentences. */
public final class Wording {

    private Wording() {}

    /** An outcome as marked-up text. */
    public static String outcome(Messages words, Outcome outcome) {
        return outcome.id().equals(Contestant.NO_ONE) ? words.text("outcome.none") : Markdown.escape(outcome.label());
    }

    /** An outcome where there is no markup. */
    public static String plainOutcome(Messages words, Outcome outcome) {
        return outcome.id().equals(Contestant.NO_ONE) ? words.text("outcome.none") : Markdown.plain(outcome.label());
    }

    /** The outcome with this id, as marked-up text; its id if the poll has none such, as with a guessed number. */
    public static String outcome(Messages words, Poll poll, String id) {
        return poll.outcome(id)
                .map(outcome -> outcome(words, outcome))
                .orElseGet(() -> poll.ask().kind() == AskKind.SCORE ? points(new BigDecimal(id)) : Markdown.escape(id));
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

    /** Several contestants, one after another. */
    public static String names(Season season, Collection<String> contestants) {
        return contestants.stream().map(who -> "**" + name(season, who) + "**").collect(Collectors.joining(", "));
    }

    /** An episode as marked-up text, such as "Episode 2 · Oscars Night". */
    public static String episode(Messages words, Episode episode) {
        return words.text("episode.named", number(episode), Markdown.escape(episode.title()));
    }

    /** A poll's episode, or what stands for it in a season-long poll. */
    public static String episode(Messages words, Season season, Poll poll) {
        Optional<Episode> episode =
                poll.episode().isPresent() ? season.episode(poll.episode().getAsInt()) : Optional.empty();
        return episode.map(named -> episode(words, named)).orElseGet(() -> words.text("episode.seasonLong"));
    }

    /** Points or a total without needless zeros. */
    public static String points(BigDecimal points) {
        BigDecimal stripped = points.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private static String number(Episode episode) {
        return Integer.toString(episode.number());
    }
}

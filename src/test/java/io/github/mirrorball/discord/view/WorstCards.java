package io.github.mirrorball.discord.view;

import io.github.mirrorball.outbox.Notice.ChangedByHand.Deed;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Totals;
import io.github.mirrorball.wording.Messages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;

/** Every card with as much on it as there can be, as the JSON that Discord is sent: to look at. */
public final class WorstCards {

    private static final Totals TOTALS = new Totals(new BigDecimal("12345.67"), 110, 125);
    private static final List<Ask> NIGHT = List.of(
            Ask.of(AskKind.ELIMINATION), Ask.of(AskKind.TOP_SCORE), Ask.of(AskKind.LOW_SCORE), Ask.of(AskKind.WINNER));

    private final Messages words;
    private final WorstCase worst;
    private final Season season;
    private final List<String> cards = new ArrayList<>();

    private WorstCards(Messages words, WorstCase worst) {
        this.words = words;
        this.worst = worst;
        this.season = worst.season(NIGHT, Optional.empty());
    }

    /** The cards in a kind of names: LATIN, CJK, RIGHT_TO_LEFT, MARKUP or EMOJI. */
    public static List<String> in(String names) {
        return in(Messages.in("en"), WorstCase.valueOf(names));
    }

    /** The cards in a language. */
    static List<String> in(Messages words, WorstCase names) {
        WorstCards worst = new WorstCards(words, names);
        worst.polls();
        worst.posts();
        worst.results();
        worst.standings();
        return List.copyOf(worst.cards);
    }

    private void add(Container card) {
        cards.add(new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(card)
                .build()
                .toData()
                .toString());
    }

    private void polls() {
        Ask leaves = NIGHT.get(0);
        card(season, leaves, PollState.OPEN, false);
        card(season, leaves, PollState.OPEN, true);
        card(season, leaves, PollState.LOCKED, false);
        card(worst.season(NIGHT, Optional.of(worst.result(NIGHT))), leaves, PollState.RESOLVED, false);
        card(season, worst.question(1), PollState.OPEN, false);
        Ask guess = new Ask(AskKind.SCORE, Optional.of(WorstCase.id(3)), Optional.empty(), List.of(), Optional.empty());
        card(season, guess, PollState.LOCKED, false);
        card(season, leaves, PollState.CANCELED, false);
    }

    private void card(Season shown, Ask ask, PollState state, boolean secret) {
        Poll poll = worst.poll(shown, ask, state, secret);
        add(PollCard.of(words, shown, poll, WorstCase.tally(poll), state == PollState.LOCKED));
    }

    private void posts() {
        List<Poll> polls = polls(season, PollState.LOCKED);
        Map<Long, Map<String, Integer>> tallies = new HashMap<>();
        Map<Long, Integer> picks = new HashMap<>();
        polls.forEach(poll -> tallies.put(poll.id(), WorstCase.tally(poll)));
        polls.forEach(poll -> picks.put(poll.id(), 40_000));
        List<Poll> struck = polls.stream()
                .map(poll -> poll.with(poll.outcomes().stream()
                        .map(each -> new Outcome(each.id(), each.label(), each.emoji(), true))
                        .toList()))
                .toList();
        add(Posts.seasonOpened(words, season));
        add(LockPost.of(words, season, polls, tallies, true));
        add(CallPosts.reminder(words, season, polls, picks));
        add(CallPosts.nudge(words, season, season.episodes().get(0)));
        add(CallPosts.moved(words, season, polls));
        add(Posts.castChanged(words, season, struck));
        add(Posts.changedByHand(words, season, polls.get(0), Deed.CALLED_OFF));
    }

    private void results() {
        for (int version = 1; version <= 2; version++) {
            Result result = worst.result(NIGHT);
            Season over = worst.season(NIGHT, Optional.of(result));
            List<ResultPost.Answer> answers = polls(over, PollState.RESOLVED).stream()
                    .map(poll -> new ResultPost.Answer(
                            poll,
                            10_000,
                            40_000,
                            List.of(worst.name.apply(1), worst.name.apply(2), worst.name.apply(3))))
                    .toList();
            ResultPost.Below below = new ResultPost.Below(
                    worst.standings(10), Optional.of(TOTALS), version == 1 ? List.of() : worst.changes(20), 40_000);
            add(ResultPost.of(words, over, over.episodes().get(0), version, answers, below, Optional.empty()));
        }
    }

    private void standings() {
        add(Panels.of(season.id())
                .headline(Sign.STANDINGS, words.text("standings.of", Markdown.escape(season.title())))
                .text(StandingsView.rows(words, Scope.SEASON, worst.standings(15)))
                .line()
                .text(StandingsView.crowd(words, Scope.SEASON, TOTALS))
                .build());
    }

    private List<Poll> polls(Season shown, PollState state) {
        return NIGHT.stream().map(ask -> worst.poll(shown, ask, state, false)).toList();
    }
}

package io.github.mirrorball.discord.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.outbox.Notice.ChangedByHand.Deed;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.stage.world.AsDiscord;
import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Scorecard;
import io.github.mirrorball.standings.Totals;
import io.github.mirrorball.standings.Verdict;
import io.github.mirrorball.wording.Messages;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every card with as much on it as there can be is one that Discord takes, and loses nothing that a fan needs. */
class WorstCardsTest {

    private static final Messages WORDS = Messages.in("en");
    private static final List<Ask> NIGHT = List.of(
            Ask.of(AskKind.ELIMINATION), Ask.of(AskKind.TOP_SCORE), Ask.of(AskKind.LOW_SCORE), Ask.of(AskKind.WINNER));

    @ParameterizedTest
    @EnumSource
    void anOpenCardNamesEveryOutcomeAndSaysHowToPick(WorstCase worst) {
        Season season = worst.season(NIGHT, Optional.empty());
        for (boolean secret : new boolean[] {false, true}) {
            for (Ask ask : List.of(Ask.of(AskKind.ELIMINATION), worst.question(1), Ask.of(AskKind.WINNER))) {
                Poll poll = worst.poll(season, ask, PollState.OPEN, secret);
                String text = text(PollCard.of(WORDS, season, poll, WorstCase.tally(poll), true));

                assertThat(signs(poll)).allMatch(text::contains);
                assertThat(text).contains("<t:").contains("40,000 picks so far").containsPattern("(counts|lock)\\.$");
                assertThat(text.contains("▰")).isEqualTo(!secret);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLockedCardHasABarAndANumberForEveryOutcome(WorstCase worst) {
        Season season = worst.season(NIGHT, Optional.empty());
        for (Ask ask : List.of(Ask.of(AskKind.ELIMINATION), worst.question(1))) {
            Poll poll = worst.poll(season, ask, PollState.LOCKED, false);
            String text = text(PollCard.of(WORDS, season, poll, WorstCase.tally(poll), true));

            assertThat(signs(poll)).allMatch(text::contains);
            assertThat(text.split(" · 500", -1)).hasSize(poll.outcomes().size());
            assertThat(text.split("▰▱", -1)).hasSize(poll.outcomes().size() + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResolvedCardTellsApartWhatWasRight(WorstCase worst) {
        Ask question = worst.question(1);
        for (Ask ask : List.of(Ask.of(AskKind.ELIMINATION), Ask.of(AskKind.TOP_SCORE), question)) {
            Season season = worst.season(List.of(ask), Optional.of(worst.result(List.of(question))));
            Poll poll = worst.poll(season, ask, PollState.RESOLVED, false);
            String text = text(PollCard.of(WORDS, season, poll, WorstCase.tally(poll), true));

            assertThat(text.split("\\*\\* ✓ · ", -1)).hasSize(10);
            assertThat(text.split(" · 500", -1)).hasSize(poll.outcomes().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGuessIsTakenAndShown(WorstCase worst) {
        Season season = worst.season(NIGHT, Optional.empty());
        Ask ask = new Ask(AskKind.SCORE, Optional.of(WorstCase.id(3)), Optional.empty(), List.of(), Optional.empty());
        for (PollState state : List.of(PollState.OPEN, PollState.LOCKED, PollState.CANCELED)) {
            Poll poll = worst.poll(season, ask, state, false);
            text(PollCard.of(WORDS, season, poll, WorstCase.tally(poll), true));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLockIsPostedForOnePollAndForTwentyFive(WorstCase worst) {
        Season season = worst.season(NIGHT, Optional.empty());
        for (int many : new int[] {1, 2, 5, 8, 25}) {
            List<Poll> polls = polls(worst, season, many, PollState.LOCKED);
            Map<Long, Map<String, Integer>> tallies = new HashMap<>();
            polls.forEach(poll -> tallies.put(poll.id(), WorstCase.tally(poll)));
            String text = text(LockPost.of(WORDS, season, polls, tallies, true));

            assertThat(text.split("40,000 picks", -1)).hasSize(many + 1);
            assertThat(text).endsWith(WORDS.text("locked.next"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResultIsPostedWithEveryAnswerTheFinalPlacesAndTheStandings(WorstCase worst) {
        for (int many : new int[] {1, 5, 25}) {
            List<Ask> asks = asks(worst, many);
            Result result = worst.result(asks);
            Season season = worst.season(asks, Optional.of(result));
            List<ResultPost.Answer> answers = polls(worst, season, many, PollState.RESOLVED).stream()
                    .map(poll -> new ResultPost.Answer(
                            poll,
                            10_000,
                            40_000,
                            List.of(worst.name.apply(1), worst.name.apply(2), worst.name.apply(3))))
                    .toList();
            ResultPost.Below below = new ResultPost.Below(worst.standings(10), Optional.of(totals()), List.of(), 0);
            String text =
                    text(ResultPost.of(WORDS, season, season.episodes().get(0), 1, answers, below, Optional.empty()));

            assertThat(text.split(" → ", -1)).hasSize(many + 1);
            assertThat(text).contains("The Crowd", WORDS.text("finale.show"));
            assertThat(text.split(" · 12,345.67 points", -1)).hasSize(many > 5 ? 5 : 12);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCorrectionIsPostedWithWhatItChanged(WorstCase worst) {
        for (int many : new int[] {1, 5, 25}) {
            List<Ask> asks = asks(worst, many);
            Result result = worst.result(asks);
            Season season = worst.season(asks, Optional.of(many == 1 ? withoutPlaces(result) : result));
            List<ResultPost.Answer> answers = polls(worst, season, many, PollState.RESOLVED).stream()
                    .map(poll -> new ResultPost.Answer(poll, 10_000, 40_000, List.of()))
                    .toList();
            ResultPost.Below below =
                    new ResultPost.Below(worst.standings(10), Optional.of(totals()), worst.changes(20), 40_000);
            String text =
                    text(ResultPost.of(WORDS, season, season.episodes().get(0), 2, answers, below, Optional.empty()));

            assertThat(text.split("\\(−10\\)", -1)).hasSize(many > 1 ? 7 : 21);
            assertThat(text.split(" → \\*\\*", -1)).hasSize(many + 1);
            assertThat(text).contains("The Crowd", "40,000 fans");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSeasonIsOpenedWithItsWholeCast(WorstCase worst) {
        Season season = worst.season(NIGHT, Optional.empty());

        assertThat(text(Posts.seasonOpened(WORDS, season))).endsWith(WORDS.text("opening.hint"));
    }

    @ParameterizedTest
    @EnumSource
    void whatHappensBesidesIsPosted(WorstCase worst) {
        Season season = worst.season(NIGHT, Optional.empty());
        List<Poll> polls = polls(worst, season, 25, PollState.OPEN);
        List<Poll> struck = polls.stream()
                .map(poll -> poll.with(poll.outcomes().stream()
                        .map(each -> new Outcome(each.id(), each.label(), each.emoji(), true))
                        .toList()))
                .toList();

        assertThat(text(Posts.castChanged(WORDS, season, struck))).endsWith(WORDS.text("cast.again"));
        for (Deed deed : Deed.values()) {
            text(Posts.changedByHand(WORDS, season, polls.get(24), deed));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCallsPeopleIsPostedForOnePollAndForTwentyFive(WorstCase worst) {
        Season season = worst.season(NIGHT, Optional.empty());
        for (int many : new int[] {1, 25}) {
            List<Poll> polls = polls(worst, season, many, PollState.OPEN);
            Map<Long, Integer> picks = new HashMap<>();
            polls.forEach(poll -> picks.put(poll.id(), 40_000));

            assertThat(text(CallPosts.reminder(WORDS, season, polls, picks)).split("40,000 picks", -1))
                    .hasSize(many + 1);
            assertThat(text(CallPosts.direct(WORDS, season, polls))).endsWith(WORDS.text("reminder.stop"));
            assertThat(text(CallPosts.moved(WORDS, season, polls))).endsWith(WORDS.text("moved.picks"));
        }
        text(CallPosts.nudge(WORDS, season, season.episodes().get(0)));
        Panels schedule = Panels.of(1);
        season.episodes().stream()
                .limit(6)
                .forEach(episode -> schedule.line()
                        .text(ScheduleView.episode(WORDS, season, episode, polls(worst, season, 25, PollState.OPEN))));
        assertThat(text(schedule.hint("the end").build()).split("and 22 more questions", -1))
                .hasSize(7);
    }

    @ParameterizedTest
    @EnumSource
    void standingsAndAScorecardFitAPage(WorstCase worst) {
        List<Ask> asks = asks(worst, 25);
        Season season = worst.season(asks, Optional.of(worst.result(asks)));
        List<Poll> polls = polls(worst, season, 25, PollState.RESOLVED);
        List<Pick> picks = polls.stream()
                .map(poll -> new Pick(poll.id(), 1, poll.outcomes().get(0).id(), Instant.EPOCH, false))
                .toList();
        Map<Long, Map<String, Verdict>> verdicts = new HashMap<>();
        polls.forEach(poll -> verdicts.put(
                poll.id(),
                Map.of(poll.outcomes().get(0).id(), new Verdict(true, true, new BigDecimal("19.99"), 10_000))));
        Scorecard card = Scorecard.of(season, polls, picks, verdicts, OptionalInt.of(1));
        List<Poll> open = polls(worst, season, 12, PollState.OPEN);
        List<Poll> both = Stream.concat(polls.stream(), open.stream()).toList();
        String mine = text(Panels.of(1)
                .headline(
                        Sign.FAN,
                        worst.name.apply(1) + " · " + season.title(),
                        StandingsView.row(WORDS, worst.standings(1).get(0)))
                .text(ScorecardView.summary(WORDS, season, both, card, OptionalInt.of(1)))
                .text(ScorecardView.open(WORDS, season, open, new Scorecard(List.of())))
                .text(ScorecardView.lines(WORDS, season, card.lines().subList(0, 8)))
                .build());
        String league = text(Panels.of(1)
                .text(StandingsView.rows(WORDS, Scope.SEASON, worst.standings(15)))
                .text(StandingsView.crowd(WORDS, Scope.SEASON, totals()))
                .build());

        assertThat(mine.split("2 by your joker", -1)).hasSize(9);
        assertThat(league.split("12,345.67 points", -1)).hasSize(17);
    }

    private static Result withoutPlaces(Result result) {
        return new Result(result.eliminated(), result.withdrew(), result.marks(), Map.of(), result.answers());
    }

    private static Totals totals() {
        return new Totals(new BigDecimal("12345.67"), 110, 125);
    }

    private static List<Ask> asks(WorstCase worst, int many) {
        List<Ask> asks = new ArrayList<>(NIGHT.subList(0, Math.min(many, NIGHT.size())));
        IntStream.range(asks.size(), many).forEach(number -> asks.add(worst.question(number)));
        return asks;
    }

    private static List<Poll> polls(WorstCase worst, Season season, int many, PollState state) {
        return asks(worst, many).stream()
                .map(ask -> worst.poll(season, ask, state, false))
                .toList();
    }

    private static List<String> signs(Poll poll) {
        return poll.outcomes().stream()
                .map(Outcome::emoji)
                .filter(emoji -> !emoji.isEmpty())
                .toList();
    }

    private static String text(Container card) {
        return AsDiscord.takes(new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(card)
                .build()
                .toData()
                .toString());
    }
}

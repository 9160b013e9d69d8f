package io.github.mirrorball.discord.view;

import io.github.mirrorball.poll.Ballot;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonSettings;
import io.github.mirrorball.standings.Change;
import io.github.mirrorball.standings.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A season with as much of everything as there may be: 24 couples, long names, 40,000 fans; in one kind of names. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
enum WorstCase {
    LATIN(number -> "Bartholomew-Maximilian Featherst" + (char) ('a' + number)),
    CJK(number -> "星".repeat(31) + (char) ('一' + number)),
    RIGHT_TO_LEFT(number -> "محمد عبد الرحمن الفاروق الأند" + (char) ('ا' + number) + "لس"),
    MARKUP(number -> "*_~`|".repeat(6) + (char) ('a' + number) + "_"),
    EMOJI(number -> "🪩".repeat(14) + "💃🏽" + (char) ('a' + number));

    private static final int COUPLES = 24;
    private static final int FANS = 40_000;

    final IntFunction<String> name;

    WorstCase(IntFunction<String> name) {
        this.name = name;
    }

    /** A season before its first episode, or with the result of one. */
    Season season(List<Ask> asks, Optional<Result> result) {
        List<Contestant> cast = IntStream.range(0, COUPLES)
                .mapToObj(number -> new Contestant(
                        id(number),
                        name.apply(number),
                        Optional.of(name.apply(number)),
                        number % 2 == 0 && hasEmoji()
                                ? Optional.of(
                                        "<:abcdefghijklmnopqrstuvwxyz_%02d:1234567890123456789>".formatted(number))
                                : Optional.empty()))
                .toList();
        List<Episode> episodes = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> new Episode(
                        number,
                        name.apply(number) + name.apply(number) + name.apply(number),
                        LocalDateTime.parse("2026-01-05T20:00").plusWeeks(number),
                        Episode.USUAL_MINUTES,
                        number == 1 ? asks : List.of()))
                .toList();
        Map<Integer, ResultVersion> results = new HashMap<>();
        result.ifPresent(given -> results.put(1, new ResultVersion(1, given, Instant.EPOCH, 1)));
        return new Season(
                4711,
                1,
                name.apply(0) + name.apply(1) + name.apply(2),
                name.apply(0) + name.apply(1) + name.apply(2),
                ZoneId.of("UTC"),
                cast,
                episodes,
                List.of(),
                SeasonSettings.USUAL,
                Posting.to(5),
                false,
                results);
    }

    /** A server's own emoji can only be shown by Discord. */
    private boolean hasEmoji() {
        return this != LATIN && this != RIGHT_TO_LEFT;
    }

    static String id(int number) {
        return "contestant-" + (char) ('a' + number);
    }

    /** A question with 25 long answers. */
    Ask question(int number) {
        String question = (number + name.apply(0) + name.apply(1) + name.apply(2) + name.apply(3)).substring(0, 90);
        List<String> answers = IntStream.range(0, Ask.MOST_ANSWERS)
                .mapToObj(each -> (name.apply(each % 20) + each + name.apply(each % 20)).substring(0, 55) + "…" + each)
                .toList();
        return new Ask(AskKind.CUSTOM, Optional.empty(), Optional.of(question), answers, Optional.empty());
    }

    Poll poll(Season season, Ask ask, PollState state, boolean secret) {
        Poll poll = new Poll(
                9_000_000_000L + ask.hashCode(),
                season.id(),
                season.server(),
                OptionalInt.of(1),
                ask,
                PollState.OPEN,
                Optional.of(Instant.parse("2026-01-06T20:00:00Z")),
                Instant.parse("2026-01-12T20:00:00Z"),
                secret,
                List.of());
        return poll.with(Ballot.of(season, poll)).in(state);
    }

    /** Picks on everything, 40,000 in all. */
    static Map<String, Integer> tally(Poll poll) {
        Map<String, Integer> tally = new LinkedHashMap<>();
        List<Outcome> outcomes = poll.outcomes();
        for (int i = 0; i < outcomes.size(); i++) {
            tally.put(outcomes.get(i).id(), i == 0 ? FANS - 500 * (outcomes.size() - 1) : 500);
        }
        if (outcomes.isEmpty()) {
            IntStream.range(0, 400).forEach(each -> tally.put(each + ".1234", 100));
        }
        return tally;
    }

    List<Standing> standings(int rows) {
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int rank = i < 9 ? 1 : i + 1;
            standings.add(new Standing(
                    rank, i, name.apply(i % 20), new BigDecimal("12345.67"), 110, 125, OptionalInt.of(39_999)));
        }
        return standings;
    }

    List<Change> changes(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(each ->
                        new Change(each, name.apply(each % 20), new BigDecimal("12345.67"), new BigDecimal("12335.67")))
                .toList();
    }

    /** Nine are eliminated, two withdraw, nine share the highest total, nine win. */
    Result result(List<Ask> asks) {
        Map<String, List<BigDecimal>> marks = new LinkedHashMap<>();
        Map<String, Integer> placements = new LinkedHashMap<>();
        for (int i = 0; i < COUPLES; i++) {
            marks.put(id(i), List.of(new BigDecimal(i < 9 ? "1234.5678" : "7.25")));
            placements.put(id(i), i < 9 ? 1 : i < 12 ? 2 : 3);
        }
        Map<String, List<String>> answers = new LinkedHashMap<>();
        asks.forEach(ask -> ask.question()
                .ifPresent(question -> answers.put(question, ask.answers().subList(0, 9))));
        return new Result(
                Optional.of(IntStream.range(0, 9).mapToObj(WorstCase::id).toList()),
                List.of(id(20), id(21)),
                Optional.of(marks),
                placements,
                answers);
    }
}

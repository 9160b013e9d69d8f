package io.github.mirrorball.bench;

import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.view.PollCard;
import io.github.mirrorball.poll.Ballot;
import io.github.mirrorball.poll.Fan;
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
import io.github.mirrorball.standings.Scoring;
import io.github.mirrorball.standings.Table;
import io.github.mirrorball.standings.Tables;
import io.github.mirrorball.standings.Verdict;
import io.github.mirrorball.wording.Messages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The rules by themselves: a season of twenty nights with sixty polls and ten thousand fans. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RulesBenchmark {

    private static final int NIGHTS = 20;
    private static final int FANS = 10_000;
    private static final List<AskKind> ASKED = List.of(AskKind.ELIMINATION, AskKind.TOP_SCORE, AskKind.LOW_SCORE);
    private static final Messages WORDS = Messages.in(Locale.ENGLISH);

    private final Random random = new Random(33);
    private final Season season = season();
    private final List<Fan> fans =
            IntStream.range(0, FANS).mapToObj(i -> new Fan(i, 1, i, "fan-" + i)).toList();
    private final List<Poll> polls = new ArrayList<>();
    private final Map<Long, Map<String, List<Long>>> picks = new HashMap<>();
    private final Map<Long, Map<String, Integer>> tallies = new HashMap<>();

    public RulesBenchmark() {
        for (int night = 1; night <= NIGHTS; night++) {
            for (AskKind kind : ASKED) {
                vote(poll(night, kind));
            }
        }
    }

    private static Season season() {
        List<Contestant> cast = IntStream.range(0, Season.MOST_IN)
                .mapToObj(i -> new Contestant(
                        "couple-" + i, "Somebody Who Dances " + i, Optional.of("A Partner " + i), Optional.empty()))
                .toList();
        List<Episode> episodes = IntStream.rangeClosed(1, NIGHTS)
                .mapToObj(i -> new Episode(
                        i,
                        "Night " + i,
                        LocalDateTime.parse("2026-01-05T20:00").plusWeeks(i),
                        Episode.USUAL_MINUTES,
                        ASKED.stream().map(Ask::of).toList()))
                .toList();
        Map<Integer, ResultVersion> results = new HashMap<>();
        episodes.forEach(each ->
                results.put(each.number(), new ResultVersion(1, result(each.number(), cast), Instant.EPOCH, 1)));
        return new Season(
                1,
                1,
                "A Show",
                "A Season",
                ZoneOffset.UTC,
                cast,
                episodes,
                List.of(),
                SeasonSettings.USUAL,
                Posting.to(1),
                false,
                results);
    }

    /** One leaves each night; whoever is still in is marked. */
    private static Result result(int night, List<Contestant> cast) {
        Map<String, List<BigDecimal>> marks = new HashMap<>();
        for (int i = night - 1; i < cast.size(); i++) {
            marks.put(cast.get(i).id(), List.of(BigDecimal.valueOf(5 + (i * 7 + night) % 5), BigDecimal.valueOf(8)));
        }
        return new Result(
                Optional.of(List.of(cast.get(night - 1).id())), List.of(), Optional.of(marks), Map.of(), Map.of());
    }

    private Poll poll(int night, AskKind kind) {
        Poll open = new Poll(
                polls.size() + 1,
                season.id(),
                season.server(),
                OptionalInt.of(night),
                Ask.of(kind),
                PollState.OPEN,
                Optional.of(Instant.EPOCH),
                Instant.parse("2027-01-01T00:00:00Z"),
                false,
                List.of());
        Season before = season.with(Map.of());
        return open.with(Ballot.of(before, open));
    }

    private void vote(Poll poll) {
        List<Outcome> outcomes = poll.outcomes();
        Map<String, Integer> tally = new HashMap<>();
        Map<String, List<Long>> standing = new HashMap<>();
        for (Fan fan : fans) {
            String picked = outcomes.get(random.nextInt(outcomes.size())).id();
            standing.computeIfAbsent(picked, outcome -> new ArrayList<>()).add(fan.id());
            tally.merge(picked, 1, Integer::sum);
        }
        picks.put(poll.id(), standing);
        polls.add(poll.in(PollState.LOCKED));
        tallies.put(poll.id(), tally);
    }

    /** The verdicts on every outcome of all sixty polls. */
    @Benchmark
    public Map<Long, Map<String, Verdict>> scoring() {
        Map<Long, Map<String, Verdict>> verdicts = new HashMap<>();
        polls.forEach(poll ->
                verdicts.put(poll.id(), Scoring.verdicts(season, poll, tallies.getOrDefault(poll.id(), Map.of()))));
        return verdicts;
    }

    /** From 600,000 picks to every table of the season. */
    @Benchmark
    public List<Table> standings() {
        Map<Long, Map<String, Verdict>> verdicts = scoring();
        Tables tables = new Tables(OptionalInt.empty(), Map.of());
        polls.forEach(poll -> tables.add(
                poll,
                poll.episode().equals(OptionalInt.of(NIGHTS)),
                verdicts.getOrDefault(poll.id(), Map.of()),
                picks.getOrDefault(poll.id(), Map.of())));
        return tables.tables(fans);
    }

    /** An open poll's card as Discord is sent it. */
    @Benchmark
    public String card() {
        Poll poll = polls.get(0).in(PollState.OPEN);
        return Reply.of(PollCard.of(
                        WORDS, season.with(Map.of()), poll, tallies.getOrDefault(poll.id(), Map.of()), false))
                .created()
                .toData()
                .toString();
    }
}

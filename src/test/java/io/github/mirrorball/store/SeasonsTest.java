package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.league.Draft;
import io.github.mirrorball.league.Seasons;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.SeasonSettings;
import io.github.mirrorball.standings.Change;
import io.github.mirrorball.standings.Corrections;
import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.StandingsQuery;
import io.github.mirrorball.standings.Table;
import io.github.mirrorball.standings.Totals;
import io.github.mirrorball.standings.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@OnBothDatabases
class SeasonsTest {

    private static final long OTHER_SERVER = 7;
    private static final Result TWO_LEFT = new Result(
            Optional.of(List.of("ben", "ada")),
            List.of("cleo"),
            Optional.of(Map.of("ada", decimals("7", "7.50", "10.0001"), "ben", List.of())),
            Map.of("cleo", 1, "ada", 2),
            Map.of("Who cries?", List.of("ada", "ben")));

    private final Backend backend;

    @AutoClose
    private final League league;

    private final Seasons seasons;

    SeasonsTest(Backend backend) {
        this.backend = backend;
        league = new League(backend);
        seasons = league.store.seasons();
    }

    @Test
    void whatIsAddedComesBackWhole() {
        SeasonPlan plan = everything();
        Posting posting = new Posting(1, OptionalLong.of(2), OptionalLong.of(3), OptionalLong.of(Long.MAX_VALUE));

        long id = seasons.add(League.SERVER, plan, posting, League.HOST);

        Instant now = league.clock.instant();
        assertThat(seasons.find(id))
                .contains(new Season(
                        id,
                        League.SERVER,
                        plan.show(),
                        plan.title(),
                        plan.zone(),
                        plan.cast(),
                        plan.episodes(),
                        plan.asks(),
                        plan.settings(),
                        posting,
                        false,
                        Map.of(
                                1, new ResultVersion(1, TWO_LEFT, now, League.HOST),
                                2, new ResultVersion(1, Result.NOTHING, now, League.HOST))));
    }

    @Test
    void nobodyEliminatedIsNotTheSameAsNothingKnown() {
        long id = league.season();
        Result nobody = new Result(Optional.of(List.of()), List.of(), Optional.of(Map.of()), Map.of(), Map.of());
        seasons.record(id, 1, version(1, nobody));
        seasons.record(id, 2, version(1, Result.NOTHING));

        assertThat(league.find(id).result(1)).isEqualTo(nobody);
        assertThat(league.find(id).result(2)).isEqualTo(Result.NOTHING);
    }

    @Test
    @ResourceLock(Resources.TIME_ZONE)
    void timesDoNotPassThroughTheZoneOfTheMachine() {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        try (League there = new League(backend)) {
            long id = there.season();
            Episode skippedTime = League.episode(9, "2025-03-09T02:30");
            Season season = there.find(id);
            there.store.seasons().save(with(season, List.of(skippedTime)));
            Instant second = Instant.parse("2024-11-03T06:30:00Z");
            there.store.seasons().record(id, 9, new ResultVersion(1, Result.NOTHING, second, 1));

            assertThat(there.find(id).episodes()).containsExactly(skippedTime);
            assertThat(there.find(id).results().get(9).at()).isEqualTo(second);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void seasonsOfAServerAreListedNewestFirstAndArchivedLast() {
        long first = league.season();
        long second = league.season();
        long third = league.season();
        league.season(OTHER_SERVER, 1);
        league.archive(third);

        assertThat(seasons.of(League.SERVER)).extracting(Seasons.Named::id).containsExactly(second, first, third);
        assertThat(seasons.of(League.SERVER))
                .extracting(Seasons.Named::archived)
                .containsExactly(false, false, true);
    }

    @Test
    void savingWritesEverythingButResults() {
        long id = league.season();
        seasons.record(id, 1, version(1, TWO_LEFT));
        SeasonPlan plan = everything();
        Season changed = new Season(
                id,
                League.SERVER,
                "Another",
                "Another title",
                plan.zone(),
                plan.cast(),
                plan.episodes(),
                plan.asks(),
                plan.settings(),
                new Posting(5, OptionalLong.of(6), OptionalLong.empty(), OptionalLong.empty()),
                true,
                Map.of());

        seasons.save(changed);

        assertThat(seasons.find(id)).contains(changed.with(Map.of(1, version(1, TWO_LEFT))));
    }

    @Test
    void theNewestVersionHoldsAndAllAreKept() {
        long id = league.season();
        assertThat(seasons.record(id, 1, version(1, Result.NOTHING))).isTrue();
        assertThat(seasons.record(id, 1, version(2, TWO_LEFT))).isTrue();

        assertThat(league.find(id).results()).containsExactly(Map.entry(1, version(2, TWO_LEFT)));
        assertThat(seasons.history(id, 1)).containsExactly(version(2, TWO_LEFT), version(1, Result.NOTHING));
        assertThat(seasons.history(id, 2)).isEmpty();
    }

    @Test
    void aVersionThatExistsIsNotWrittenAgainAndTheTransactionGoesOn() {
        long id = league.season();
        seasons.record(id, 1, version(1, TWO_LEFT));

        boolean recorded = league.store.transactions().inOne(() -> {
            boolean again = seasons.record(id, 1, version(1, Result.NOTHING));
            seasons.record(id, 2, version(1, Result.NOTHING));
            return again;
        });

        assertThat(recorded).isFalse();
        assertThat(league.find(id).results())
                .containsOnly(Map.entry(1, version(1, TWO_LEFT)), Map.entry(2, version(1, Result.NOTHING)));
    }

    @Test
    void ofTwoHostsWhoRecordTheSameVersionOneWins() throws Exception {
        long id = league.season();
        for (int round = 1; round <= 20; round++) {
            ResultVersion version = version(round, TWO_LEFT);

            List<Boolean> recorded = Together.run(2, host -> seasons.record(id, 1, version));

            assertThat(recorded).containsExactlyInAnyOrder(true, false);
        }
        assertThat(seasons.history(id, 1)).hasSize(20);
    }

    @Test
    void changesToAHeldSeasonComeOneAfterAnother() throws Exception {
        long id = league.season();

        Together.run(
                8,
                host -> IntStream.range(0, 10)
                        .mapToObj(i -> league.store.transactions().inOne(() -> {
                            int next = seasons.hold(id).orElseThrow().version(1) + 1;
                            return seasons.record(id, 1, version(next, Result.NOTHING));
                        }))
                        .toList());

        assertThat(league.find(id).version(1)).isEqualTo(80);
    }

    @Test
    void removingTakesAlongWhateverBelongsToTheSeason() {
        long id = league.season();
        Poll poll = league.open(id);
        long fan = league.fan(1);
        league.store.picks().put(new Pick(poll.id(), fan, "ada", league.clock.instant(), false));
        league.store.reactions().add(poll.id(), 1, "ada");
        league.store.standings().replaceVerdicts(id, Map.of(poll.id(), Map.of("ada", Verdict.VOID)));
        league.store
                .standings()
                .replace(
                        id,
                        List.of(new Table(
                                Scope.SEASON,
                                List.of(new Standing(1, fan, "Fan 1", BigDecimal.ONE, 1, 1)),
                                new Totals(BigDecimal.ONE, 1, 1))));
        league.store.jokers().put(id, fan, 2);
        league.store
                .corrections()
                .keep(
                        new Corrections.Version(id, 1, 2),
                        List.of(new Change(fan, "Fan 1", BigDecimal.ZERO, BigDecimal.ONE)));
        league.store.outbox().owe(id, new Notice.Card(poll.id()));
        long draft = league.store.drafts().keep(new Draft(0, id, 1, 0, 1, Result.NOTHING, new Draft.Typed("", "", "")));
        seasons.record(id, 1, version(1, TWO_LEFT));
        long other = league.season();

        seasons.remove(id);

        assertThat(seasons.find(id)).isEmpty();
        assertThat(seasons.history(id, 1)).isEmpty();
        assertThat(league.store.polls().ofSeason(id)).isEmpty();
        assertThat(league.store.picks().of(poll.id(), fan)).isEmpty();
        assertThat(league.store.reactions().standing(poll.id(), 1)).isEmpty();
        assertThat(league.store.standings().verdicts(id)).isEmpty();
        assertThat(league.store.standings().size(StandingsQuery.of(id))).isZero();
        assertThat(league.store.standings().crowd(id, Scope.SEASON)).isEmpty();
        assertThat(league.store.jokers().ofSeason(id)).isEmpty();
        assertThat(league.store.corrections().size(new Corrections.Version(id, 1, 2)))
                .isZero();
        assertThat(league.store.outbox().sendable(league.systemClock.instant())).isEmpty();
        assertThat(league.store.drafts().find(draft)).isEmpty();
        assertThat(seasons.find(other)).isPresent();
        assertThat(league.store.fans().find(League.SERVER, 1)).isPresent();
    }

    private ResultVersion version(int number, Result result) {
        return new ResultVersion(number, result, league.clock.instant(), League.HOST);
    }

    private static Season with(Season season, List<Episode> episodes) {
        return new Season(
                season.id(),
                season.server(),
                season.show(),
                season.title(),
                season.zone(),
                season.cast(),
                episodes,
                season.asks(),
                season.settings(),
                season.posting(),
                season.archived(),
                season.results());
    }

    private static List<BigDecimal> decimals(String... texts) {
        return List.of(texts).stream().map(BigDecimal::new).toList();
    }

    private static SeasonPlan everything() {
        Ask guess = new Ask(
                AskKind.SCORE, Optional.of("ada"), Optional.empty(), List.of(), Optional.of(new BigDecimal("2.50")));
        Ask own = new Ask(
                AskKind.CUSTOM,
                Optional.empty(),
                Optional.of("Who \"cries\"? 🪩"),
                List.of("A", "B"),
                Optional.empty());
        return new SeasonPlan(
                "Schau",
                "Schäu 🪩",
                ZoneId.of("Europe/Berlin"),
                List.of(
                        new Contestant("zoe", "Zoë", Optional.of("Max"), Optional.of("🪩")),
                        League.contestant("ada"),
                        League.contestant("ben")),
                List.of(
                        new Episode(7, "", LocalDateTime.parse("2024-03-31T02:30:59"), 90, List.of(guess, own)),
                        League.episode(1, "2024-10-27T02:30")),
                List.of(Ask.of(AskKind.WINNER)),
                unusual(),
                Map.of(1, TWO_LEFT, 2, Result.NOTHING));
    }

    private static SeasonSettings unusual() {
        return new SeasonSettings(
                Duration.ofHours(30),
                Duration.ofMinutes(-15),
                List.of(Duration.ofMinutes(10)),
                true,
                true,
                true,
                true,
                OptionalInt.of(8),
                Map.of(AskKind.WINNER, new BigDecimal("30.0"), AskKind.LOW_SCORE, new BigDecimal("0.1")),
                true,
                true,
                Duration.ofHours(5),
                "pt-BR");
    }
}

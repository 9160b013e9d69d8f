package io.github.mirrorball.standings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Ann is right in every poll, Bob in none; each table was added up by hand. */
class TablesTest {

    private static final Fan ADA = new Fan(1, 8, 101, "Ada");
    private static final Fan BEN = new Fan(2, 8, 102, "Ben");
    private static final Fan CAT = new Fan(3, 8, 103, "Cat");

    private static Poll poll(OptionalInt episode) {
        return new Poll(
                1,
                7,
                8,
                episode,
                Ask.of(AskKind.ELIMINATION),
                PollState.RESOLVED,
                Optional.empty(),
                Instant.EPOCH,
                false,
                List.of());
    }

    private static void add(Tables tables, int episode, boolean isNew, List<Fan> onAnn, List<Fan> onBob) {
        OptionalInt number = episode == 0 ? OptionalInt.empty() : OptionalInt.of(episode);
        tables.add(
                poll(number),
                isNew,
                Map.of(
                        "ann", new Verdict(true, true, new BigDecimal("10.00"), onAnn.size()),
                        "bob", new Verdict(true, false, new BigDecimal("0.00"), onBob.size())),
                Map.of("ann", ids(onAnn), "bob", ids(onBob)));
    }

    private static List<Long> ids(List<Fan> fans) {
        return fans.stream().map(Fan::id).toList();
    }

    private static List<String> rows(Tables tables, int table, Fan... fans) {
        return tables.tables(List.of(fans)).get(table).rows().stream()
                .map(row ->
                        row.rank() + " " + row.name() + " " + row.points() + " " + row.correct() + "/" + row.picked())
                .toList();
    }

    private static Tables plain() {
        return new Tables(OptionalInt.empty(), Map.of());
    }

    @Test
    void thereIsATableOfTheSeasonOfAccuracyAndOfEachEpisode() {
        Tables tables = plain();
        add(tables, 4, false, List.of(ADA), List.of());
        add(tables, 2, false, List.of(ADA), List.of());
        add(tables, 0, false, List.of(ADA), List.of());

        assertThat(tables.tables(List.of(ADA)))
                .extracting(Table::scope)
                .containsExactly(Scope.SEASON, Scope.ACCURACY, Scope.episode(2), Scope.episode(4));
    }

    @Test
    void pointsOfAllPollsMakeTheSeasonAndThoseOfOneItsEpisode() {
        Tables tables = plain();
        add(tables, 1, false, List.of(ADA, BEN), List.of(CAT));
        add(tables, 2, false, List.of(ADA), List.of(BEN));
        add(tables, 0, false, List.of(BEN, CAT), List.of());

        assertThat(rows(tables, 0, ADA, BEN, CAT))
                .containsExactly("1 Ada 20.00 2/2", "1 Ben 20.00 2/3", "3 Cat 10.00 1/2");
    }

    @Test
    void anEpisodesTableHasOnlyThoseWhoPickedInIt() {
        Tables tables = plain();
        add(tables, 1, false, List.of(ADA, BEN), List.of(CAT));
        add(tables, 2, false, List.of(ADA), List.of(BEN));

        assertThat(rows(tables, 3, ADA, BEN, CAT)).containsExactly("1 Ada 10.00 1/1", "2 Ben 0.00 0/1");
    }

    @Test
    void accuracyRanksWhoeverPickedInHalfOfThePolls() {
        Tables tables = plain();
        add(tables, 1, false, List.of(ADA, BEN), List.of());
        add(tables, 2, false, List.of(ADA, CAT), List.of());
        add(tables, 3, false, List.of(CAT), List.of(ADA));

        assertThat(rows(tables, 1, ADA, BEN, CAT)).containsExactly("1 Cat 20.00 2/2", "2 Ada 20.00 2/3");
    }

    @Test
    void theRankBeforeLeavesOutWhatTheNewestEpisodeResolved() {
        Tables tables = plain();
        add(tables, 1, false, List.of(BEN), List.of(ADA));
        add(tables, 2, true, List.of(ADA), List.of(BEN, CAT));
        add(tables, 2, true, List.of(ADA), List.of());

        assertThat(tables.tables(List.of(ADA, BEN, CAT)).get(0).rows())
                .extracting(Standing::name, Standing::rank, Standing::before)
                .containsExactly(
                        tuple("Ada", 1, OptionalInt.of(2)),
                        tuple("Ben", 2, OptionalInt.of(1)),
                        tuple("Cat", 3, OptionalInt.empty()));
    }

    @Test
    void aJokerDoublesThePointsOfItsEpisodeAndNoRightPicks() {
        Tables tables = new Tables(OptionalInt.empty(), Map.of(ADA.id(), 2, BEN.id(), 1));
        add(tables, 1, false, List.of(ADA), List.of(BEN));
        add(tables, 2, false, List.of(ADA, BEN), List.of());
        add(tables, 0, false, List.of(ADA), List.of());

        assertThat(rows(tables, 0, ADA, BEN)).containsExactly("1 Ada 40.00 3/3", "2 Ben 10.00 1/2");
    }

    @Test
    void onlyTheBestEpisodesMakeTheSeasonButAccuracyHasAllOfThem() {
        Tables tables = new Tables(OptionalInt.of(1), Map.of());
        add(tables, 1, false, List.of(ADA), List.of());
        add(tables, 2, false, List.of(ADA), List.of());
        add(tables, 0, false, List.of(ADA), List.of());

        assertThat(rows(tables, 0, ADA)).containsExactly("1 Ada 20.00 2/2");
        assertThat(rows(tables, 1, ADA)).containsExactly("1 Ada 30.00 3/3");
    }

    @Test
    void theCrowdIsCountedLikeAFan() {
        Tables tables = new Tables(OptionalInt.of(1), Map.of());
        add(tables, 1, false, List.of(ADA, BEN), List.of(CAT));
        add(tables, 2, false, List.of(ADA), List.of(BEN, CAT));
        add(tables, 2, false, List.of(ADA), List.of(BEN));

        assertThat(tables.tables(List.of(ADA, BEN, CAT)))
                .extracting(Table::crowd)
                .containsExactly(
                        totals("10.00", 1, 1), totals("10.00", 1, 2), totals("10.00", 1, 1), totals("0.00", 0, 1));
    }

    @Test
    void whoseOnlyPicksAreVoidIsNobodyThere() {
        Tables tables = plain();
        tables.add(
                poll(OptionalInt.of(1)),
                false,
                Map.of("ann", Verdict.VOID),
                Map.of("ann", List.of(1L), "somebody", List.of(2L)));
        add(tables, 1, false, List.of(CAT), List.of());

        assertThat(tables.fans()).containsExactly(3L);
        assertThat(rows(tables, 0, CAT)).containsExactly("1 Cat 10.00 1/1");
    }

    private static Totals totals(String points, int correct, int picked) {
        return new Totals(new BigDecimal(points), correct, picked);
    }
}

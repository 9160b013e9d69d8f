package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.poll.Voter;
import io.github.mirrorball.standings.Change;
import io.github.mirrorball.standings.Corrections;
import io.github.mirrorball.standings.Corrections.Version;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class CorrectionsTest {

    @AutoClose
    private final League league;

    private final Corrections corrections;
    private final long season;

    CorrectionsTest(Backend backend) {
        league = new League(backend);
        corrections = league.store.corrections();
        season = league.season();
    }

    @Test
    void whatAVersionChangedIsKeptPageByPage() {
        List<Change> changes = LongStream.range(0, 30).mapToObj(this::change).toList();
        Version version = new Version(season, 2, 3);
        corrections.keep(version, changes);
        corrections.keep(new Version(season, 2, 4), List.of());

        assertThat(corrections.page(version, 0, 20)).isEqualTo(changes.subList(0, 20));
        assertThat(corrections.page(version, 20, 20)).isEqualTo(changes.subList(20, 30));
        assertThat(corrections.size(version)).isEqualTo(30);
        assertThat(corrections.size(new Version(season, 2, 4))).isZero();
        assertThat(corrections.page(new Version(season, 1, 3), 0, 20)).isEmpty();
    }

    @Test
    void aFanIsShownUnderTheNameTheyWereLastSeenWith() {
        Version version = new Version(season, 2, 2);
        corrections.keep(version, List.of(change(1)));
        league.store.fans().ensure(new Voter(League.SERVER, 1, "Renamed"));

        assertThat(corrections.page(version, 0, 9)).extracting(Change::name).containsExactly("Renamed");
    }

    @Test
    void aFansJokerIsTheOneChosenLast() {
        long fan = league.fan(1);
        league.store.jokers().put(season, fan, 1);
        league.store.jokers().put(season, fan, 2);
        league.store.jokers().put(league.season(), fan, 1);

        assertThat(league.store.jokers().of(season, fan)).isEqualTo(OptionalInt.of(2));
        assertThat(league.store.jokers().of(season, 404)).isEmpty();
        assertThat(league.store.jokers().ofSeason(season)).isEqualTo(Map.of(fan, 2));
    }

    private Change change(long user) {
        return new Change(league.fan(user), "Fan " + user, new BigDecimal("10.00"), BigDecimal.valueOf(user, 2));
    }
}

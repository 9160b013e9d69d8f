package io.github.mirrorball.rehearsal.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.rehearsal.SmallSeason;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonPlan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What really happened to Ann, Bea and Cleo, fitted to seasons in which something else did. */
class RealResultTest {

    private static final SeasonScript SCRIPT = SmallSeason.script();

    @Test
    void whoIsOutAlreadyNeitherLeavesNorScoresAndIsNamed() {
        Result real = new Result(
                Optional.of(List.of("bea")),
                List.of(),
                Optional.of(Map.of("bea", marks(), "cleo", marks())),
                Map.of(),
                Map.of());

        RealResult fitted = fit(season(left("bea")), 2, real);

        assertThat(fitted.result().eliminated()).contains(List.of());
        assertThat(fitted.result().marks()).contains(Map.of("cleo", marks()));
        assertThat(fitted.absent()).extracting(Contestant::id).containsExactly("bea");
    }

    @Test
    void theBestOfThoseWhoAreLeftWins() {
        assertThat(fit(season(left("bea")), 3, SmallSeason.BEA_WON).result().placements())
                .isEqualTo(Map.of("cleo", 1));
        assertThat(fit(season(left("bea", "cleo")), 3, SmallSeason.BEA_WON)
                        .result()
                        .placements())
                .isEqualTo(Map.of("ann", 1));
        assertThat(fit(season(left("ann")), 3, SmallSeason.BEA_WON))
                .isEqualTo(new RealResult(SmallSeason.BEA_WON, List.of()));
    }

    @Test
    void whatWasEnteredIsKept() {
        Result real = new Result(
                Optional.of(List.of("ann")), List.of("bea"), Optional.of(Map.of("ann", marks())), Map.of(), Map.of());

        assertThat(fit(season(left("cleo")), 1, real).result())
                .isEqualTo(new Result(
                        Optional.of(List.of("cleo")),
                        List.of(),
                        Optional.of(Map.of("ann", marks())),
                        Map.of(),
                        Map.of()));
    }

    @Test
    void whoReallyLastedLongestComesFirst() {
        assertThat(SCRIPT.lasting()).containsExactly("bea", "cleo", "ann");
    }

    private static RealResult fit(Season season, int episode, Result real) {
        return RealResult.fit(season, season.episode(episode).orElseThrow(), real, SCRIPT.lasting());
    }

    private static List<BigDecimal> marks() {
        return List.of(BigDecimal.TEN);
    }

    private static Result left(String... people) {
        return new Result(Optional.of(List.of(people)), List.of(), Optional.empty(), Map.of(), Map.of());
    }

    /** The small season with that result of its first episode. */
    private static Season season(Result first) {
        SeasonPlan plan = SCRIPT.plan();
        return new Season(
                1,
                1,
                plan.show(),
                plan.title(),
                plan.zone(),
                plan.cast(),
                plan.episodes(),
                plan.asks(),
                plan.settings(),
                Posting.to(1),
                false,
                Map.of(1, new ResultVersion(1, first, Instant.EPOCH, 1)));
    }
}

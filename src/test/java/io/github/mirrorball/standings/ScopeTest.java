package io.github.mirrorball.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void onlyAnEpisodesTableIsAboutAnEpisode() {
        assertThat(Scope.episode(3)).isEqualTo(new Scope(3));
        assertThat(Scope.episode(3).episode()).hasValue(3);
        assertThat(Scope.episode(1).episode()).hasValue(1);
        assertThat(Scope.SEASON.episode()).isEqualTo(OptionalInt.empty());
        assertThat(Scope.ACCURACY.episode()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void theUsualStandingsAreEverybodysPointsOfTheWholeSeason() {
        assertThat(StandingsQuery.of(7)).isEqualTo(new StandingsQuery(7, Scope.SEASON, OptionalLong.empty()));
    }
}

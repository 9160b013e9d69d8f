package io.github.mirrorball.show;

import static io.github.mirrorball.show.SampleSeason.left;
import static io.github.mirrorball.show.SampleSeason.placed;
import static io.github.mirrorball.show.SampleSeason.withdrew;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SeasonTest {

    @Test
    void whoLeftEarlierIsGoneAndWhoLeavesTonightIsNot() {
        Season season = SampleSeason.of("ann", "bob", "cat", "dan")
                .episode(AskKind.ELIMINATION)
                .episode(AskKind.ELIMINATION)
                .episode(AskKind.ELIMINATION)
                .result(1, withdrew(left("cat"), "dan"))
                .result(2, left("bob"))
                .season();

        assertThat(season.goneBefore(season.episodes().get(0))).isEmpty();
        assertThat(season.goneBefore(season.episodes().get(1))).containsExactlyInAnyOrder("cat", "dan");
        assertThat(season.goneBefore(season.episodes().get(2))).containsExactlyInAnyOrder("bob", "cat", "dan");
        assertThat(season.inAt(season.episodes().get(1)))
                .extracting(Contestant::id)
                .containsExactly("ann", "bob");
    }

    @Test
    void earlierMeansAirTimeAndNotNumber() {
        Season season = SampleSeason.of("ann", "bob")
                .episodeAt("2024-10-08T20:00", AskKind.ELIMINATION)
                .episodeAt("2024-10-01T20:00", AskKind.ELIMINATION)
                .result(1, left("ann"))
                .result(2, left("bob"))
                .season();

        assertThat(season.episodes()).extracting(Episode::number).containsExactly(2, 1);
        assertThat(season.goneBefore(season.episode(1).orElseThrow())).containsExactly("bob");
        assertThat(season.goneBefore(season.episode(2).orElseThrow())).isEmpty();
    }

    @Test
    void episodesAtOneTimeFollowTheirNumbers() {
        Season season = SampleSeason.of("ann", "bob")
                .episodeAt("2024-10-08T20:00")
                .episodeAt("2024-10-08T20:00")
                .season();

        assertThat(season.episodes()).extracting(Episode::number).containsExactly(1, 2);
    }

    @Test
    void theFinaleIsTheLastThatAsksForTheWinner() {
        Season season = SampleSeason.of("ann", "bob")
                .episode(AskKind.WINNER)
                .episode(AskKind.WINNER)
                .episode(AskKind.ELIMINATION)
                .season();

        assertThat(season.finale().map(Episode::number)).contains(2);
    }

    @Test
    void withoutAWinnerAskedTheLastIsTheFinale() {
        Season season = SampleSeason.of("ann", "bob")
                .episodeAt("2024-10-08T20:00", AskKind.ELIMINATION)
                .episodeAt("2024-10-01T20:00")
                .season();

        assertThat(season.finale().map(Episode::number)).contains(1);
        assertThat(SampleSeason.of("ann").season().finale()).isEmpty();
    }

    @Test
    void placementsComeFromTheLastResultThatHasThem() {
        SampleSeason sample = SampleSeason.of("ann", "bob").episode().episode().episode();

        assertThat(sample.season().placements()).isEmpty();
        sample.result(1, placed(left(), Map.of("ann", 1)))
                .result(2, placed(left(), Map.of("bob", 1)))
                .result(3, left());
        assertThat(sample.season().placements()).isEqualTo(Map.of("bob", 1));
    }

    @Test
    void withdrawalsOfEveryEpisodeAreKnown() {
        Season season = SampleSeason.of("ann", "bob", "cat")
                .episode()
                .episode()
                .result(1, withdrew(left("cat"), "ann"))
                .result(2, withdrew(left(), "bob"))
                .season();

        assertThat(season.withdrawn()).containsExactlyInAnyOrder("ann", "bob");
    }

    @Test
    void anEpisodeWithoutAResultKnowsNothing() {
        Season season = SampleSeason.of("ann").episode().season();

        assertThat(season.result(1)).isEqualTo(Result.NOTHING);
        assertThat(season.version(1)).isZero();
    }
}

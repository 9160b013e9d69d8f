package io.github.mirrorball.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomSeasonTest {

    private static final Set<String> ASKS = Set.of("elimination", "top_score", "low_score", "winner");

    /** Made once, since each takes longer than what is asserted of it. */
    private static final List<Named<JsonNode>> SEASONS = made();

    static List<Named<JsonNode>> seasons() {
        return SEASONS;
    }

    private static List<Named<JsonNode>> made() {
        List<Named<JsonNode>> seasons = new ArrayList<>();
        for (long seed = 1; seed <= 100; seed++) {
            seasons.add(Named.of("seed " + seed, RandomSeason.of(seed)));
            seasons.add(Named.of("seed " + seed + " with options", RandomSeason.withOptions(seed)));
        }
        return List.copyOf(seasons);
    }

    @ParameterizedTest
    @MethodSource("seasons")
    void everySeasonHasAHandfulOfContestantsWithIdsThatAreSlugs(JsonNode season) {
        List<String> cast = new SeasonFacts(season).cast();

        assertThat(season.path("format").asInt()).isEqualTo(1);
        assertThat(cast)
                .hasSizeBetween(4, 24)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(cast).doesNotContain("none");
        assertThat(season.path("contestants").findValuesAsText("name")).doesNotHaveDuplicates();
        assertThat(season.path("contestants").findValuesAsText("emoji")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("seasons")
    void itsEpisodesAirOneAfterAnotherAtTimesThatItsZoneHas(JsonNode season) {
        ZoneId zone = ZoneId.of(season.path("timeZone").asText());
        LocalDateTime before = LocalDateTime.MIN;
        int number = 0;
        assertThat(season.path("episodes").size()).isBetween(3, 14);
        for (JsonNode episode : season.path("episodes")) {
            LocalDateTime airs = LocalDateTime.parse(episode.path("airsAt").asText());
            assertThat(zone.getRules().getValidOffsets(airs)).hasSize(1);
            assertThat(airs).isAfter(before);
            assertThat(episode.path("number").asInt()).isEqualTo(++number);
            before = airs;
        }
    }

    @ParameterizedTest
    @MethodSource("seasons")
    void nobodyIsMarkedOrLeavesAfterTheyHaveGone(JsonNode season) {
        Set<String> in = new HashSet<>(new SeasonFacts(season).cast());
        for (JsonNode episode : season.path("episodes")) {
            JsonNode result = episode.path("result");
            assertThat(in).hasSizeGreaterThanOrEqualTo(2);
            result.path("scores")
                    .fieldNames()
                    .forEachRemaining(id -> assertThat(in).contains(id));
            for (JsonNode marks : result.path("scores")) {
                assertThat(marks)
                        .isNotEmpty()
                        .allMatch(mark -> mark.decimalValue().signum() >= 0
                                && mark.decimalValue().stripTrailingZeros().scale() <= 4);
            }
            for (String id : leavers(result)) {
                assertThat(in.remove(id)).as(id).isTrue();
            }
        }
        assertThat(in).as("still in at the end").hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("seasons")
    void placementsCoverTheWholeCastAndOnlyFinalistsComeFirst(JsonNode season) {
        SeasonFacts facts = new SeasonFacts(season);
        if (!season.has("placements")) {
            return;
        }
        JsonNode finale = season.path("episodes").path(season.path("episodes").size() - 1);
        assertThat(season.path("placements").size()).isEqualTo(facts.cast().size());
        for (String id : facts.cast()) {
            int place = season.path("placements").path(id).asInt();
            assertThat(place).isBetween(1, facts.cast().size());
            assertThat(place > 1 || facts.isIn(finale, id)).as(id).isTrue();
        }
        assertThat(finale.path("asks").path(0).asText()).isEqualTo("winner");
    }

    @ParameterizedTest
    @MethodSource("seasons")
    void lowScoreIsAskedOnlyWhereTheSeasonSaysSo(JsonNode season) {
        boolean allowed = season.path("settings").path("lowScore").asBoolean();
        for (JsonNode episode : season.path("episodes")) {
            for (JsonNode ask : episode.path("asks")) {
                assertThat(ask.isObject() || ASKS.contains(ask.asText())).isTrue();
                assertThat(allowed || !ask.asText().equals("low_score")).isTrue();
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameSeasonAndAnotherSeedAnother() {
        assertThat(RandomSeason.of(7)).isEqualTo(RandomSeason.of(7)).isNotEqualTo(RandomSeason.of(8));
        assertThat(RandomSeason.withOptions(7)).isEqualTo(RandomSeason.withOptions(7));
    }

    @Test
    void amongManySeasonsEverythingThatCanHappenDoes() {
        Set<String> seen = new TreeSet<>();
        for (long seed = 1; seed <= 250; seed++) {
            look(RandomSeason.of(seed), seen);
        }
        assertThat(seen)
                .contains("0 leave", "1 leave", "2 leave", "3 leave", "withdrawal", "no marks", "somebody unmarked")
                .contains(
                        "withdrawn and marked", "withdrawn and unmarked", "top tie", "first place shared", "low_score")
                .contains("clocks change", "1 days", "3 days", "7 days", "minutes", "canceled", "asks nothing")
                .contains("scale 1", "scale 2", "scale 4", "panel 1", "panel 6", "24 contestants", "4 contestants");
    }

    private static void look(JsonNode season, Set<String> seen) {
        SeasonFacts facts = new SeasonFacts(season);
        seen.add(facts.cast().size() + " contestants");
        lookAtTimes(season, seen);
        facts.episodesAsAired().forEach(episode -> lookAtNight(facts, episode, seen));
        if (facts.placedFirst().size() > 1) {
            seen.add("first place shared");
        }
        Outcome outcome = ReferenceScorer.score(season, SmallSeason.picks());
        for (Outcome.Poll poll : outcome.polls()) {
            seen.add(poll.asks());
            seen.add(poll.state() == Outcome.State.CANCELED ? "canceled" : "not canceled");
            seen.add(poll.asks().equals("top_score") && poll.right().size() > 1 ? "top tie" : "no tie");
        }
    }

    private static void lookAtTimes(JsonNode season, Set<String> seen) {
        ZoneId zone = ZoneId.of(season.path("timeZone").asText());
        List<LocalDateTime> nights = new ArrayList<>();
        season.path("episodes")
                .forEach(episode ->
                        nights.add(LocalDateTime.parse(episode.path("airsAt").asText())));
        Set<ZoneOffset> offsets = new HashSet<>();
        for (int i = 0; i < nights.size(); i++) {
            offsets.add(zone.getRules().getOffset(nights.get(i)));
            if (i > 0) {
                long days = nights.get(i).toLocalDate().toEpochDay()
                        - nights.get(i - 1).toLocalDate().toEpochDay();
                seen.add(days + " days");
            }
        }
        seen.add(offsets.size() > 1 ? "clocks change" : "clocks stay");
    }

    private static void lookAtNight(SeasonFacts facts, JsonNode episode, Set<String> seen) {
        JsonNode result = episode.path("result");
        seen.add(result.path("eliminated").size() + " leave");
        seen.add(episode.has("minutes") ? "minutes" : "usual minutes");
        seen.add(episode.path("asks").isEmpty() ? "asks nothing" : "asks something");
        seen.add(result.path("scores").isEmpty() ? "no marks" : "marks");
        for (JsonNode marks : result.path("scores")) {
            seen.add("panel " + marks.size());
            marks.forEach(mark ->
                    seen.add("scale " + mark.decimalValue().stripTrailingZeros().scale()));
        }
        for (String id : facts.cast()) {
            boolean marked = facts.markedIn(episode, id);
            if (facts.withdrewIn(episode, id)) {
                seen.add("withdrawal");
                seen.add(marked ? "withdrawn and marked" : "withdrawn and unmarked");
            } else if (facts.isIn(episode, id)
                    && !marked
                    && !result.path("scores").isEmpty()) {
                seen.add("somebody unmarked");
            }
        }
    }

    private static List<String> leavers(JsonNode result) {
        List<String> leavers = new ArrayList<>();
        result.path("eliminated").forEach(id -> leavers.add(id.asText()));
        result.path("withdrew").forEach(id -> leavers.add(id.asText()));
        return leavers;
    }
}

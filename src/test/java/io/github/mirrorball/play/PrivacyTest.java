package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrivacyTest {

    private static final String FILE = "mirrorball-kept-of-you.json";
    private static final String MARKS = "Ann: 8 8\nBob: 7 7\nCyd: 6 6\nDee: 9 9";

    @Test
    void whatIsKeptIsSaidBeforeAnythingIsKept() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            StageUser fan = evening.fan("fan");

            assertThat(told(evening, fan, "privacy about"))
                    .contains("Discord id", "hash", "enter results as a host", "/privacy erase");
            assertThat(told(evening, fan, "privacy export")).contains("I keep nothing of you");
            assertThat(told(evening, fan, "privacy erase")).contains("I keep nothing of you");
        }
    }

    @Test
    void theExportHoldsNamePicksPointsStandingAndReactions() throws IOException {
        try (Evening evening = opened(SmallSeasons.twoNights())) {
            StageUser fan = evening.fan("Zoë");
            evening.react(fan, evening.card(1, "elimination"), "ann");
            evening.settle();
            evening.windTo("2026-01-10T22:00:00Z");
            evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", MARKS));

            StageMessage reply = fan.slash(evening.channel(), "privacy export").message();
            JsonNode file = new ObjectMapper().readTree(reply.file(FILE).orElseThrow());

            assertThat(reply.isEphemeral()).isTrue();
            assertThat(file.path("user").asText()).isEqualTo(Long.toString(fan.id()));
            assertThat(file.path("name").asText()).isEqualTo("Zoë");
            JsonNode season = file.path("seasons").path(0);
            assertThat(season.at("/standing/rank").asInt()).isEqualTo(1);
            assertThat(season.path("picks")).hasSize(1);
            JsonNode pick = season.path("picks").path(0);
            assertThat(pick.path("episode").asInt()).isEqualTo(1);
            assertThat(pick.path("asks").asText()).isEqualTo("elimination");
            assertThat(pick.path("outcome").asText()).isEqualTo("ann");
            assertThat(pick.path("pickedAt").asText()).isEqualTo("2026-01-10T12:00:00Z");
            assertThat(pick.path("correct").asBoolean()).isTrue();
            assertThat(file.path("reactions")).hasSize(1);
        }
    }

    @Test
    void aHostsExportNamesTheResultsThatTheyEntered() throws IOException {
        try (Evening evening = opened(SmallSeasons.oneNight())) {
            evening.windTo("2026-01-10T22:00:00Z");
            evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", MARKS));

            StageMessage reply =
                    evening.host().slash(evening.channel(), "privacy export").message();
            JsonNode file = new ObjectMapper().readTree(reply.file(FILE).orElseThrow());

            assertThat(file.at("/seasons/0/resultsEntered")).hasSize(1);
            assertThat(file.path("changedAsHost").findValuesAsText("what")).contains("season.add", "result.enter");
            assertThat(told(evening, evening.host(), "privacy erase")).contains("What you entered as a host stays");
        }
    }

    @Test
    void whoeverIsInNothingButTheLogIsToldSo() throws IOException {
        try (Evening evening = opened(SmallSeasons.oneNight())) {
            StageUser other = evening.server().member("Another host", Set.of(Permission.MANAGE_EVENTS));
            assertThat(told(evening, other, "privacy export")).contains("I keep nothing of you");
            assertThat(other.slash(evening.channel(), "episode edit", Map.of("episode", 1L, "title", "Oscars"))
                            .message()
                            .text())
                    .contains("Oscars");

            StageMessage reply =
                    other.slash(evening.channel(), "privacy export").message();

            assertThat(new ObjectMapper()
                            .readTree(reply.file(FILE).orElseThrow())
                            .at("/changedAsHost/0/what")
                            .asText())
                    .isEqualTo("episode.edit");
            assertThat(told(evening, other, "privacy erase")).contains("What you entered as a host stays");
        }
    }

    @Test
    void nothingGoesBeforeItIsConfirmed() {
        try (Evening evening = opened(SmallSeasons.twoNights())) {
            StageUser fan = evening.fan("fan");
            evening.react(fan, evening.card(1, "elimination"), "ann");
            evening.react(fan, evening.card(1, "top_score"), "bob");
            evening.settle();

            StageMessage sure = fan.slash(evening.channel(), "privacy erase").message();
            assertThat(sure.text()).contains("2 picks in one season", "can't be undone", "archived seasons", "Backups");
            fan.press(sure, "privacy-keep").await();
            evening.settle();

            assertThat(sure.text()).contains("Nothing was erased");
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1));
        }
    }

    @Test
    void anErasedFanIsGoneFromAnOpenPollAndFromItsCard() {
        try (Evening evening = opened(SmallSeasons.oneNight())) {
            CardReport card = evening.card(1, "elimination");
            StageUser gone = evening.fan("gone");
            StageUser stays = evening.fan("stays");
            evening.react(gone, card, "ann");
            evening.react(stays, card, "ann");
            evening.settle();

            assertThat(erase(evening, gone)).contains("one pick in one season");

            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1));
            assertThat(evening.message(card).reactions().get(card.emoji().get("ann")))
                    .contains(stays.id())
                    .doesNotContain(gone.id());
            assertThat(told(evening, gone, "privacy export")).contains("I keep nothing of you");
        }
    }

    @Test
    void aReactionThatCannotBeTakenAwayDoesNotBringThePickBack() {
        try (Evening evening = opened(SmallSeasons.oneNight())) {
            evening.server().bot().deny(Permission.MANAGE_MESSAGES);
            CardReport card = evening.card(1, "elimination");
            StageUser fan = evening.fan("fan");
            evening.react(fan, card, "ann");
            evening.settle();

            erase(evening, fan);
            evening.restart();

            assertThat(evening.message(card).reactions().get(card.emoji().get("ann")))
                    .contains(fan.id());
            assertThat(evening.poll(1, "elimination").picks()).isEmpty();
        }
    }

    @Test
    void whoeverPicksAgainAfterwardsIsANewFan() {
        try (Evening evening = opened(SmallSeasons.oneNight())) {
            CardReport card = evening.card(1, "elimination");
            StageUser fan = evening.fan("fan");
            evening.react(fan, card, "ann");
            evening.settle();
            erase(evening, fan);

            evening.react(fan, card, "ann");
            evening.settle();

            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1));
            assertThat(evening.message(card).reactions().get(card.emoji().get("ann")))
                    .contains(fan.id());
            evening.windTo("2026-01-10T22:00:00Z");
            evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", MARKS));
            assertThat(standings(evening)).containsExactly("1 fan 10");
        }
    }

    @Test
    void standingsAndCardsAreWorkedOutAnewWithoutTheErasedFan() {
        try (Evening evening = opened(SmallSeasons.oneNight())) {
            CardReport card = evening.card(1, "elimination");
            StageUser leader = evening.fan("leader");
            evening.react(leader, card, "ann");
            evening.react(leader, evening.card(1, "top_score"), "dee");
            evening.react(evening.fan("second"), card, "ann");
            evening.react(evening.fan("third"), card, "bob");
            evening.settle();
            StageMessage posted = evening.message(card);
            evening.windTo("2026-01-10T22:00:00Z");
            evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", MARKS));
            assertThat(standings(evening)).containsExactly("1 leader 15", "2 second 10", "3 third 0");
            assertThat(posted.text()).contains("**Ann** ✓ · 2");

            assertThat(erase(evening, leader)).contains("2 picks in one season");

            assertThat(standings(evening)).containsExactly("1 second 10", "2 third 0");
            assertThat(posted.text()).contains("**Ann** ✓ · 1");
            assertThat(told(evening, evening.fan("looks on"), "standings"))
                    .contains("second", "third")
                    .doesNotContain("leader");
        }
    }

    private static List<String> standings(Evening evening) {
        return evening.report().standings().stream()
                .map(row -> row.rank() + " " + row.fan() + " " + row.points())
                .toList();
    }

    private static String erase(Evening evening, StageUser fan) {
        StageMessage sure = fan.slash(evening.channel(), "privacy erase").message();
        String told = fan.press(sure, "privacy-erase").message().text();
        evening.settle();
        return told;
    }

    private static String told(Evening evening, StageUser who, String command) {
        return who.slash(evening.channel(), command).message().text();
    }

    private static Evening opened(String season) {
        Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
        evening.importSeason(season);
        evening.windTo("2026-01-10T12:00:00Z");
        return evening;
    }
}

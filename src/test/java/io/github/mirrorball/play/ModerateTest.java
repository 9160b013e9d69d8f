package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names that do not belong in a server: a host renames and removes clubs, and takes a fan out of the rows. */
class ModerateTest {

    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
    private final Hosting hosting = new Hosting(evening);

    @AfterEach
    void end() {
        evening.close();
    }

    @Test
    void aFanWhoIsTakenOutIsOutOfTheRowsAloneAndComesBack() {
        evening.importSeason(SmallSeasons.twoNights());
        evening.windTo("2026-01-10T12:00:00Z");
        CardReport card = evening.card(1, "elimination");
        evening.react(evening.fan("Rude Name"), card, "ann");
        evening.react(evening.fan("Amy"), card, "ann");
        evening.react(evening.fan("Ben"), card, "bob");
        evening.settle();
        StageMessage posted = evening.message(card);
        evening.windTo("2026-01-10T22:30:00Z");
        evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", "none"));
        assertThat(rows()).containsExactly("1 Amy", "1 Rude Name", "3 Ben");
        String fan = hosting.choices("moderate hide-fan", Map.of("fan", "rude"), "fan")
                .values()
                .get(0);

        assertThat(hosting.told("moderate hide-fan", Map.of("fan", fan))).contains("is out of the standings");
        evening.settle();

        assertThat(rows()).containsExactly("1 Amy", "2 Ben");
        assertThat(posted.text()).contains("**Ann** ✓ · 2");
        assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 2, "bob", 1));
        assertThat(evening.posts()).noneMatch(post -> post.contains("Rude Name"));
        assertThat(evening.posts()).anyMatch(post -> post.contains("2 of 3 picks"));
        assertThat(hosting.told("moderate hide-fan", Map.of("fan", fan))).contains("already");
        assertThat(hosting.told("season log", Map.of())).contains("took a fan out of the standings", "− Rude Name");
        assertThat(hosting.choices("moderate show-fan", Map.of("fan", ""), "fan")
                        .values())
                .containsExactly(fan);

        assertThat(hosting.told("moderate show-fan", Map.of("fan", fan))).contains("is back in the standings");
        assertThat(rows()).containsExactly("1 Amy", "1 Rude Name", "3 Ben");
    }

    @Test
    void aClubIsRenamedAndRemovedAndTheLogSaysSo() {
        StageUser founder = evening.fan("Founder");
        founder.slash(evening.channel(), "club create", Map.of("name", "Rude Club"))
                .message();
        evening.fan("Other")
                .slash(evening.channel(), "club create", Map.of("name", "Nice Club"))
                .message();

        assertThat(hosting.told("moderate rename-club", Map.of("club", "Rude Club", "name", "nice club")))
                .contains("A club of that name is there already");
        assertThat(hosting.told("moderate rename-club", Map.of("club", "Rude Club", "name", "Kind Club")))
                .contains("is called **Kind Club** now");
        StageMessage ask = hosting.message("moderate remove-club", Map.of("club", "Kind Club"));
        assertThat(ask.text()).contains("Its one member leaves it");
        evening.host().take(evening.server().role("May [MANAGE_EVENTS]"));
        assertThat(hosting.press(ask, "moderate-remove:")).contains("Only hosts");
        StageUser again = evening.server().member("Another host", Set.of(Permission.MANAGE_EVENTS));
        StageMessage asked = again.slash(evening.channel(), "moderate remove-club", Map.of("club", "Kind Club"))
                .message();
        assertThat(again.press(asked, asked.button("moderate-remove:"))
                        .message()
                        .text())
                .contains("is removed");

        assertThat(founder.slash(evening.channel(), "club list").message().text())
                .contains("Nice Club")
                .doesNotContain("Kind Club");
        assertThat(again.slash(evening.channel(), "season log").message().text())
                .contains("In this server", "renamed a club", "− Rude Club", "+ Kind Club", "removed a club");
    }

    private List<String> rows() {
        return evening.report().standings().stream()
                .map(row -> row.rank() + " " + row.fan())
                .toList();
    }
}

package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.bot.CardReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bot is taken out of a server and invited again; an outage is neither. */
class RemovalTest {

    private static final String LOCK = "2026-01-10T20:00:00Z";

    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));

    @BeforeEach
    void begin() {
        evening.importSeason(SmallSeasons.season(
                SmallSeasons.episode(1, "2026-01-10T20:00") + "," + SmallSeasons.episode(2, "2026-01-17T20:00")));
        evening.windTo("2026-01-09T12:00:00Z");
        CardReport card = evening.card(1, "elimination");
        evening.react(evening.fan("ada"), card, "ann");
        evening.settleVotes();
    }

    @AfterEach
    void end() {
        evening.close();
    }

    @Test
    void nothingIsSentToAServerThatTookTheBotOutAndItsPollsLockAllTheSame() {
        evening.server().removeBot();
        evening.settle();
        int requests = requests();
        evening.windTo("2026-01-18T00:00:00Z");

        assertThat(requests()).isEqualTo(requests);
        assertThat(evening.poll(1, "elimination").state()).isEqualTo("locked");
        assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1));
        assertThat(evening.bot().nextDue()).isEmpty();
    }

    @Test
    void whenTheBotIsBackWhatIsOwedGoesOutAndTheSeasonGoesOn() {
        evening.server().removeBot();
        evening.settle();
        evening.windTo("2026-01-12T00:00:00Z");
        List<String> before = evening.posts();
        evening.server().endOutage();
        evening.settle();

        assertThat(evening.posts()).hasSizeGreaterThan(before.size());
        assertThat(evening.posts())
                .filteredOn(post -> post.contains("Picks are locked"))
                .hasSize(1);
        evening.enterResult(1, Map.of("eliminated", List.of("ann")));
        assertThat(evening.report().standings())
                .singleElement()
                .satisfies(row -> assertThat(row.fan()).isEqualTo("ada"));
        assertThat(evening.card(2, "elimination")).isNotNull();
        assertThat(starts()).containsExactly("2026-01-17T20:00:00Z");
    }

    @Test
    void aRemovalAndAReturnThatNobodySawAreFoundOut() {
        evening.restart(() -> evening.server().removeBot());
        int requests = requests();
        evening.windTo(LOCK);
        assertThat(requests()).isEqualTo(requests);

        evening.restart(() -> evening.server().endOutage());
        assertThat(evening.posts())
                .filteredOn(post -> post.contains("Picks are locked"))
                .hasSize(1);
    }

    @Test
    void aRemovalThatALostSessionHidIsFoundOut() {
        evening.stage().faults().refuseResume();
        evening.stage().faults().setAway();
        evening.server().removeBot();
        evening.stage().faults().setBack();
        await().atMost(Duration.ofSeconds(30)).until(() -> evening.stage().sessions() == 1);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            evening.settle();
            assertThat(evening.bot().nextDue()).contains(Instant.parse(LOCK));
        });
        int requests = requests();
        evening.windTo(LOCK);
        assertThat(requests()).isEqualTo(requests);
    }

    @Test
    void anOutageChangesNothing() {
        evening.server().beginOutage();
        evening.settle();
        evening.windTo("2026-01-10T12:00:00Z");
        assertThat(evening.bot().nextDue()).as("a reminder").isPresent();
        evening.restart(() -> {});
        evening.windTo(LOCK);
        assertThat(evening.poll(1, "elimination").state()).isEqualTo("locked");

        evening.server().endOutage();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            evening.settle();
            assertThat(evening.posts())
                    .filteredOn(post -> post.contains("Picks are locked"))
                    .hasSize(1);
        });
    }

    @Test
    void aRemovalDuringAnOutageIsARemoval() {
        evening.server().beginOutage();
        evening.settle();
        evening.server().removeBot();
        evening.settle();
        int requests = requests();
        evening.windTo("2026-01-18T00:00:00Z");

        assertThat(requests()).isEqualTo(requests);
        assertThat(evening.bot().nextDue()).isEmpty();
    }

    private int requests() {
        return (int) evening.stage().requests().stream()
                .filter(request -> !request.path().startsWith("/interactions")
                        && !request.path().startsWith("/gateway")
                        && !request.path().startsWith("/applications")
                        && !request.path().startsWith("/users"))
                .count();
    }

    private List<String> starts() {
        return evening.server().events().stream()
                .map(event -> event.path("scheduled_start_time").asText())
                .toList();
    }
}

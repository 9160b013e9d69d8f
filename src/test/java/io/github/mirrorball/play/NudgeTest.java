package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One night of two hours, on air from 10 January at 20:00. */
class NudgeTest {

    private static final String OVER = "2026-01-10T22:00:00Z";
    private static final String NUDGE = "What happened in Episode 1";

    @AutoClose
    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));

    private final Hosting host = new Hosting(evening);

    @BeforeEach
    void aSeason() {
        evening.importSeason(SmallSeasons.oneNight());
    }

    @Test
    void hostsAreAskedOnceInTheirChannelAndTheButtonOpensTheForm() {
        StageChannel hosts = evening.server().channel("hosts");
        host.told("season settings", Map.of("host-channel", hosts));
        evening.windTo("2026-01-10T21:59:59Z");
        assertThat(hosts.messages()).isEmpty();
        evening.windTo(OVER);
        assertThat(hosts.messages())
                .singleElement()
                .extracting(StageMessage::text)
                .asString()
                .contains(NUDGE);

        StageMessage nudge = hosts.newest();
        StageForm form =
                evening.host().press(nudge, nudge.button("result-open:")).form();
        StageMessage preview = evening.host()
                .submit(form, Map.of("eliminated", List.of("ann"), "marks", "none"))
                .message();
        assertThat(preview.text()).contains("Ann");
        assertThat(evening.fan("fan")
                        .press(nudge, nudge.button("result-open:"))
                        .message()
                        .text())
                .contains("Only hosts");

        host.told("episode edit", Map.of("episode", 1L, "minutes", 180L));
        evening.windTo("2026-01-11T22:00:00Z");
        evening.restart();
        assertThat(hosts.messages()).hasSize(1);
        assertThat(evening.posts()).noneMatch(post -> post.contains(NUDGE));
    }

    @Test
    void withoutAHostChannelTheQuestionComesWhereTheSeasonIs() {
        evening.windTo(OVER);
        assertThat(evening.posts()).filteredOn(post -> post.contains(NUDGE)).hasSize(1);
    }

    @Test
    void nobodyIsAskedForAResultThatIsIn() {
        evening.windTo("2026-01-10T21:30:00Z");
        evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", "none"));
        evening.windTo("2026-01-11T22:00:00Z");
        assertThat(evening.posts()).noneMatch(post -> post.contains(NUDGE));
    }

    @Test
    void aQuestionThatComesTooLateIsDropped() {
        evening.windTo("2026-01-10T21:30:00Z");
        evening.windQuietlyTo("2026-01-10T22:30:00Z");
        evening.enterResult(1, Map.of("eliminated", List.of("ann"), "marks", "none"));
        assertThat(evening.posts()).noneMatch(post -> post.contains(NUDGE));
    }

    @Test
    void nightsThatWereOverWhenTheSeasonCameAskNothing() {
        evening.windTo("2026-01-10T21:30:00Z");
        host.told("episode add", Map.of("airs", "2026-01-09 20:00", "asks", "nothing"));
        evening.windTo("2026-01-10T21:45:00Z");
        assertThat(evening.posts()).noneMatch(post -> post.contains("What happened in"));
    }
}

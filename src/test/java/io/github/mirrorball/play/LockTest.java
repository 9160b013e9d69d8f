package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(booleans = {false, true})
class LockTest {

    private static final String LOCK = "2026-01-10T20:00:00Z";
    private static final String A_MILLISECOND_EARLIER = "2026-01-10T19:59:59.999Z";

    private final boolean onPostgres;

    LockTest(boolean onPostgres) {
        this.onPostgres = onPostgres;
    }

    @Test
    void aReactionCountsAMillisecondBeforeTheLockAndNotAtIt() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            evening.windQuietlyTo(A_MILLISECOND_EARLIER);
            evening.react(evening.fan("early"), card, "ann");
            evening.settleVotes();
            evening.windQuietlyTo(LOCK);
            evening.react(evening.fan("late"), card, "ann");
            evening.settleVotes();

            assertThat(evening.poll(1, "elimination").state()).isEqualTo("open");
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1));
        }
    }

    @Test
    void aMenuPickCountsAMillisecondBeforeTheLockAndNotAtIt() {
        try (Evening evening = opened()) {
            StageUser early = evening.fan("early");
            StageUser late = evening.fan("late");
            StageMessage earlyMenu = early.slash(evening.channel(), "pick").message();
            StageMessage lateMenu = late.slash(evening.channel(), "pick").message();
            String menu = "pick:" + evening.card(1, "elimination").poll() + ":all";

            evening.windQuietlyTo(A_MILLISECOND_EARLIER);
            assertThat(early.choose(earlyMenu, menu, List.of("bob")).message().text())
                    .contains("Your pick is in");
            evening.windQuietlyTo(LOCK);
            assertThat(late.choose(lateMenu, menu, List.of("bob")).message().text())
                    .contains("Too late");

            assertThat(evening.poll(1, "elimination").state()).isEqualTo("open");
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("bob", 1));
        }
    }

    @Test
    void theLockIsAnnouncedByANewMessageAndOnTheCard() {
        try (Evening evening = opened()) {
            StageMessage card = evening.message(evening.card(1, "elimination"));
            evening.windTo(LOCK);

            assertThat(evening.poll(1, "elimination").state()).isEqualTo("locked");
            assertThat(card.text()).contains("Locked");
            assertThat(evening.channel().newest().text()).contains("Picks are locked");
        }
    }

    private Evening opened() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        Evening evening = onPostgres ? Evening.onPostgres(start) : new Evening(start);
        evening.importSeason(SmallSeasons.oneNight());
        evening.windTo("2026-01-09T12:00:00Z");
        return evening;
    }
}

package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A contestant's emoji that Discord does not know any more. */
class UnknownEmojiTest {

    @Test
    void theOtherContestantsKeepTheirReactionsOnTheCard() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            String gone = "\"name\": \"Ann\", \"emoji\": \"<:gone:123456789012345678>\"";
            evening.importSeason(SmallSeasons.oneNight().replace("\"name\": \"Ann\"", gone));
            evening.server().deleteEmoji("123456789012345678");
            evening.windTo("2026-01-10T09:00:00Z");

            assertThat(evening.message(evening.card(1, "elimination")).reactions())
                    .as("Bob, Cyd, Dee and nobody")
                    .hasSize(4);
        }
    }
}

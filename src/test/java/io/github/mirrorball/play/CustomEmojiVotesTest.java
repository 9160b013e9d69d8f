package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Votes by a server's own emoji, of which Discord tells neither the name for sure nor whether it moves. */
class CustomEmojiVotesTest {

    @AutoClose
    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));

    private final String disco = evening.server().emoji.add("disco", true);
    private final StageUser fan = evening.fan("Fay");

    @BeforeEach
    void open() {
        String with = "\"name\": \"Ann\", \"emoji\": \"" + disco + "\"";
        evening.importSeason(SmallSeasons.oneNight().replace("\"name\": \"Ann\"", with));
        evening.windTo("2026-01-10T09:00:00Z");
    }

    private CardReport card() {
        return evening.card(1, "elimination");
    }

    private Map<String, Integer> picks() {
        evening.settle();
        return evening.poll(1, "elimination").picks();
    }

    @Test
    void aVoteCountsThoughNothingTellsThatItsEmojiMoves() {
        evening.react(fan, card(), "ann");
        assertThat(picks()).containsEntry("ann", 1);
        evening.unreact(fan, card(), "ann");
        assertThat(picks()).doesNotContainEntry("ann", 1);
    }

    @Test
    void aVoteCountsAfterItsEmojiGotAnotherName() {
        evening.server().emoji.rename(disco, "glitter");
        evening.react(fan, card(), "ann");
        assertThat(picks()).containsEntry("ann", 1);
    }

    @Test
    void aVoteIsTakenBackThoughItsEmojiHasNoNameAnyMore() {
        evening.react(fan, card(), "ann");
        assertThat(picks()).containsEntry("ann", 1);
        evening.server().emoji.delete(disco);
        evening.unreact(fan, card(), "ann");
        assertThat(picks()).doesNotContainEntry("ann", 1);
    }

    @Test
    void votesWithAnEmojiThatWasRenamedAreFoundWhenReactionsAreReadAgain() {
        CardReport card = card();
        evening.restart(() -> {
            evening.server().emoji.rename(disco, "glitter");
            evening.react(fan, card, "ann");
        });
        assertThat(picks()).containsEntry("ann", 1);
    }

    @Test
    void votesWithAnEmojiThatWasDeletedAreFoundWhenReactionsAreReadAgain() {
        CardReport card = card();
        evening.restart(() -> {
            evening.react(fan, card, "ann");
            evening.server().emoji.delete(disco);
        });
        assertThat(picks()).containsEntry("ann", 1);
        assertThat(evening.message(card()).reactions()).hasSize(5);
    }
}

package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cards that somebody deletes, and channels that go. */
class LostCardsTest {

    private static final String POST = "POST /channels/{channel_id}/messages";

    @Test
    void aCardWhoseEditFindsItGoneIsPostedAnewAndItsPicksCount() {
        try (Evening evening = opened()) {
            StageUser ada = evening.fan("ada");
            CardReport old = evening.card(1, "elimination");
            evening.react(ada, old, "ann");
            evening.settle();
            evening.channel().delete(evening.message(old));
            edit(evening);

            CardReport anew = evening.card(1, "elimination");
            assertThat(anew.message()).isNotEqualTo(old.message());
            assertThat(evening.message(anew).reactions()).hasSize(5);
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1));
            evening.react(ada, anew, "bob");
            evening.settle();
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("bob", 1));
            evening.unreact(ada, anew, "bob");
            evening.settle();
            assertThat(evening.poll(1, "elimination").picks()).isEmpty();
        }
    }

    @Test
    void aCardWhoseReactionsCannotBeSetBecauseItIsGoneIsPostedAnew() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            evening.importSeason(SmallSeasons.oneNight());
            evening.server().bot().deny(evening.channel(), Permission.ADD_REACTIONS);
            evening.windTo("2026-01-09T12:00:00Z");
            evening.channel().delete(evening.message(evening.card(1, "elimination")));
            evening.server().bot().grant(evening.channel(), Permission.ADD_REACTIONS);
            evening.settle();

            assertThat(cards(evening.channel())).hasSize(2);
            assertThat(evening.message(evening.card(1, "elimination")).reactions())
                    .hasSize(5);
        }
    }

    @Test
    void aCardThatASweepFindsGoneIsPostedAnew() {
        try (Evening evening = opened()) {
            StageUser ada = evening.fan("ada");
            CardReport old = evening.card(1, "elimination");
            evening.react(ada, old, "ann");
            evening.settle();
            evening.stage().faults().failNext(1, "DELETE", Fault.status(503));
            evening.react(ada, old, "bob");
            evening.channel().delete(evening.message(old));
            evening.settle();

            assertThat(evening.card(1, "elimination").message()).isNotEqualTo(old.message());
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("bob", 1));
        }
    }

    @Test
    void aSeasonWhoseChannelIsGonePostsNothingUntilItHasANewOne() {
        try (Evening evening = opened()) {
            StageChannel lobby = evening.server().channel("lobby");
            evening.react(evening.fan("ada"), evening.card(1, "elimination"), "ann");
            evening.settle();
            evening.channel().delete();
            long before = evening.stage().requestCounts().get(POST);
            evening.host().slash(lobby, "contestant edit", Map.of("contestant", "ann", "name", "Anna"));
            evening.settle();
            assertThat(evening.stage().requestCounts()).containsEntry(POST, before);

            StageChannel stage = evening.server().channel("new-ballroom");
            evening.host().slash(lobby, "season settings", Map.of("channel", stage));
            evening.settle();

            assertThat(stage.messages())
                    .hasSize(2)
                    .allSatisfy(card -> assertThat(card.reactions()).hasSizeGreaterThanOrEqualTo(4));
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1));
            CardReport card = evening.card(1, "elimination");
            evening.fan("bea")
                    .react(
                            stage.messages().get(index(stage, card)),
                            card.emoji().get("bob"));
            evening.settle();
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1, "bob", 1));
        }
    }

    @Test
    void aSeasonThatMovesTakesItsCardsAlong() {
        try (Evening evening = opened()) {
            StageUser ada = evening.fan("ada");
            evening.react(ada, evening.card(1, "elimination"), "ann");
            evening.settle();
            StageChannel stage = evening.server().channel("new-ballroom");
            evening.host().slash(evening.channel(), "season settings", Map.of("channel", stage));
            evening.settle();

            assertThat(cards(evening.channel())).isEmpty();
            assertThat(cards(stage)).hasSize(2);
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1));
            CardReport card = evening.card(1, "elimination");
            StageMessage message = stage.messages().get(index(stage, card));
            ada.react(message, card.emoji().get("ann"));
            evening.settle();
            ada.unreact(message, card.emoji().get("ann"));
            evening.settle();
            assertThat(evening.poll(1, "elimination").picks()).isEmpty();
        }
    }

    @Test
    void aChannelWhereTheBotMayNotPostParksAndGoesOnWhenItMay() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            evening.importSeason(SmallSeasons.oneNight());
            evening.server().bot().deny(evening.channel(), Permission.SEND_MESSAGES);
            evening.windTo("2026-01-09T12:00:00Z");
            assertThat(cards(evening.channel())).isEmpty();

            evening.server().bot().grant(evening.channel(), Permission.SEND_MESSAGES);
            evening.settle();
            assertThat(cards(evening.channel())).hasSize(2);
        }
    }

    @Test
    void aRoleThatLacksAPermissionParksAndTheNextStartTakesItUp() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            evening.importSeason(SmallSeasons.oneNight());
            evening.server().bot().deny(Permission.VIEW_CHANNEL);
            evening.windTo("2026-01-09T12:00:00Z");
            assertThat(cards(evening.channel())).isEmpty();

            evening.server().bot().grant(Permission.VIEW_CHANNEL);
            evening.restart();
            assertThat(cards(evening.channel())).hasSize(2);
        }
    }

    private static void edit(Evening evening) {
        evening.host().slash(evening.channel(), "contestant edit", Map.of("contestant", "dee", "name", "Deirdre"));
        evening.settle();
    }

    /** What is in a channel besides what was told of the import. */
    private static List<StageMessage> cards(StageChannel channel) {
        return channel.messages().stream()
                .filter(message -> !message.text().startsWith("### 🪩"))
                .toList();
    }

    private static int index(StageChannel channel, CardReport card) {
        return channel.messages().stream().map(StageMessage::id).toList().indexOf(card.message());
    }

    private static Evening opened() {
        Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
        evening.importSeason(SmallSeasons.oneNight());
        evening.windTo("2026-01-09T12:00:00Z");
        return evening;
    }
}

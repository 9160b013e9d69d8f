package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What {@code /doctor} tells a host. */
class DoctorTest {

    private static final String WELL = "All is well";

    @Test
    void anEmptyServerHasNothingToCheck() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            assertThat(told(evening)).contains("There is no season here yet");
        }
    }

    @Test
    void aHealthySeasonIsWell() {
        try (Evening evening = opened()) {
            assertThat(told(evening))
                    .contains(WELL, "**Try it here** posts a sample")
                    .hasLineCount(3);
        }
    }

    @Test
    void everyMissingPermissionIsNamedWithItsChannel() {
        try (Evening evening = opened()) {
            StageChannel hosts = evening.server().channel("hosts");
            evening.host().slash(evening.channel(), "season settings", Map.of("host-channel", hosts));
            evening.server().bot().deny(evening.channel(), Permission.ADD_REACTIONS, Permission.MANAGE_MESSAGES);
            evening.server().bot().deny(hosts, Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY);
            evening.settle();

            assertThat(told(evening))
                    .contains("In <#" + evening.channel().id() + "> I am missing **Add Reactions**")
                    .contains("In <#" + evening.channel().id() + "> I am missing **Manage Messages**")
                    .contains("In <#" + hosts.id() + "> I am missing **View Channels**.")
                    .doesNotContain(WELL);
            // Discord tells nothing of a channel that the bot may not view, so what else is missing shows afterwards.
            evening.server().bot().grant(hosts, Permission.VIEW_CHANNEL);
            evening.settle();
            assertThat(told(evening))
                    .contains("In <#" + hosts.id() + "> I am missing **Read Message History**.")
                    .doesNotContain(WELL);
        }
    }

    @Test
    void aChannelThatIsGoneIsTold() {
        try (Evening evening = opened()) {
            StageChannel lobby = evening.server().channel("lobby");
            evening.channel().delete();
            evening.windTo("2026-01-10T20:00:00Z");

            assertThat(told(evening, lobby))
                    .contains("I cannot see the channel <#" + evening.channel().id() + ">")
                    .contains("Small Season: the message that picks are locked could not be posted.")
                    .contains("10003");
        }
    }

    @Test
    void whatIsParkedIsToldWithItsReason() {
        try (Evening evening = opened()) {
            StageChannel lobby = evening.server().channel("lobby");
            evening.server().bot().deny(evening.channel(), Permission.SEND_MESSAGES);
            evening.windTo("2026-01-10T20:00:00Z");
            assertThat(told(evening, lobby))
                    .contains("**Send Messages**")
                    .contains("Small Season: the message that picks are locked waits. Reason: missing Send Messages");

            evening.server().bot().grant(evening.channel(), Permission.SEND_MESSAGES);
            evening.settle();
            assertThat(told(evening, lobby)).contains(WELL);
        }
    }

    @Test
    void whatWaitsForTheHistoryIsTold() {
        try (Evening evening = opened()) {
            evening.windTo("2026-01-10T19:30:00Z");
            evening.server().bot().deny(evening.channel(), Permission.READ_MESSAGE_HISTORY);
            evening.stage()
                    .faults()
                    .failNext(1, "POST /channels", Fault.status(500).takingEffect());
            evening.windTo("2026-01-10T20:00:00Z");

            Awaitility.await()
                    .untilAsserted(() -> assertThat(told(evening))
                            .contains("the message that picks are locked waits. Reason: missing Read Message History"));
        }
    }

    @Test
    void aResultThatIsOwedIsToldUntilItIsIn() {
        try (Evening evening = opened()) {
            evening.windTo("2026-01-10T21:59:00Z");
            assertThat(told(evening)).contains(WELL);
            evening.windTo("2026-01-10T22:00:00Z");
            assertThat(told(evening))
                    .contains("Small Season: Episode 1 · Night 1 is over")
                    .contains("/result enter");

            evening.enterResult(1, Map.of("eliminated", List.of("ann")));
            assertThat(told(evening)).contains("is over").doesNotContain("has nothing ahead");
        }
    }

    @Test
    void aPollThatIsLateIsTold() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            evening.importSeason(SmallSeasons.twoNights());
            evening.windQuietlyTo("2026-01-05T12:00:00Z");
            assertThat(told(evening)).contains("Who leaves? · Episode 1 · Night 1 should be open by now");

            evening.windTo("2026-01-05T13:00:00Z");
            assertThat(told(evening)).contains(WELL);
            evening.windQuietlyTo("2026-01-10T20:02:00Z");
            assertThat(told(evening)).contains("Who leaves? · Episode 1 · Night 1 should be locked by now");
        }
    }

    @Test
    void aSeasonWithNothingAheadIsTold() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            String asksOne = SmallSeasons.oneNight().replace(", \"top_score\"", "");
            evening.importSeason(asksOne);
            evening.windTo("2026-01-10T22:00:00Z");
            evening.enterResult(1, Map.of("eliminated", List.of("ann")));
            assertThat(told(evening)).contains("Small Season has nothing ahead").contains("/season archive");

            evening.host().slash(evening.channel(), "season archive", Map.of());
            evening.settle();
            assertThat(told(evening)).contains("There is no season here yet");
        }
    }

    @Test
    void aClockThatIsAheadIsToldAndKeepsNobodyFromVoting() {
        String told = onAComputerThatIsAheadBy(Duration.ofSeconds(10));
        assertThat(told).containsPattern("The clock of the computer that I run on is (9|10) s ahead of Discord's");
    }

    @Test
    void aClockThatIsBehindIsTold() {
        String told = onAComputerThatIsAheadBy(Duration.ofSeconds(-10));
        assertThat(told).containsPattern("The clock of the computer that I run on is (9|10) s behind Discord's");
    }

    private static String onAComputerThatIsAheadBy(Duration ahead) {
        InstantSource discord = () -> InstantSource.system().instant().minus(ahead);
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"), discord)) {
            evening.importSeason(SmallSeasons.oneNight());
            evening.windTo("2026-01-09T12:00:00Z");
            StageMessage menu =
                    evening.fan("Fan").slash(evening.channel(), "pick").message();
            assertThat(evening.fan("Fan")
                            .choose(menu, menu.select("pick:"), List.of("ann"))
                            .message()
                            .text())
                    .contains("Ann");
            return told(evening);
        }
    }

    private static String told(Evening evening) {
        return told(evening, evening.channel());
    }

    private static String told(Evening evening, StageChannel channel) {
        return evening.host().slash(channel, "doctor").message().text();
    }

    private static Evening opened() {
        Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
        evening.importSeason(SmallSeasons.oneNight());
        evening.windTo("2026-01-09T12:00:00Z");
        return evening;
    }
}

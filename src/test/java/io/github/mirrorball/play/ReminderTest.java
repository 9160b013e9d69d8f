package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageRole;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One night that locks on 10 January at 20:00: fans are reminded a day and an hour before. */
class ReminderTest {

    private static final String REMINDER = "Picks lock soon";
    private static final String POSTING = "POST /channels/";
    private static final String A_DAY_BEFORE = "2026-01-09T20:00:00Z";
    private static final String AN_HOUR_BEFORE = "2026-01-10T19:00:00Z";
    private static final String LOCK = "2026-01-10T20:00:00Z";

    @AutoClose
    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));

    private final Hosting host = new Hosting(evening);

    @BeforeEach
    void aSeason() {
        evening.importSeason(SmallSeasons.oneNight());
    }

    @Test
    void remindersComeAtTheirInstantsOnceForAllPollsThatLockTogether() {
        evening.windTo("2026-01-09T19:59:59.999Z");
        assertThat(reminders()).isEmpty();
        StageUser fan = evening.fan("fan");
        evening.react(fan, evening.card(1, "elimination"), "ann");
        evening.settle();
        evening.windTo(A_DAY_BEFORE);
        assertThat(reminders()).hasSize(1);
        assertThat(evening.channel().newest().text())
                .contains(REMINDER, "Who leaves?", "one pick", "highest total", "no picks", seconds(LOCK));
        evening.windTo("2026-01-10T18:59:59.999Z");
        assertThat(reminders()).hasSize(1);
        evening.windTo(LOCK);
        assertThat(reminders()).hasSize(2);

        assertThat(evening.posts().indexOf(reminders().get(1)))
                .isLessThan(evening.posts().size() - 1);
    }

    @Test
    void itsButtonOpensEveryBallot() {
        evening.windTo(A_DAY_BEFORE);
        StageMessage reminder = evening.channel().newest();
        StageMessage ballots =
                evening.fan("fan").press(reminder, reminder.button("pick-open")).message();
        assertThat(ballots.isEphemeral()).isTrue();
        assertThat(ballots.text()).contains("Who leaves?", "highest total");
    }

    @Test
    void aMentionedRoleIsNotifiedByTheReminderAndByNothingElse() {
        StageRole role = evening.server().role("dancers");
        host.told("season settings", Map.of("mention-role", role));
        evening.windTo(LOCK);

        assertThat(evening.channel().messages())
                .filteredOn(message -> !message.pinged().isEmpty())
                .hasSize(2)
                .allMatch(message -> message.text().contains(REMINDER))
                .allMatch(message -> message.pinged().equals(List.of(Long.toString(role.id()))));
    }

    @Test
    void aBotThatWasAwayGivesALateReminderOnceAndOfTwoTheLast() {
        evening.windTo("2026-01-09T12:00:00Z");
        evening.windQuietlyTo("2026-01-09T21:00:00Z");
        evening.restart();
        assertThat(reminders()).hasSize(1);
        evening.restart();
        assertThat(reminders()).hasSize(1);

        host.told("season settings", Map.of("reminders", "120 60 30"));
        evening.windQuietlyTo("2026-01-10T19:10:00Z");
        evening.restart();
        assertThat(reminders()).hasSize(2);
        evening.windTo(LOCK);
        assertThat(reminders()).hasSize(3);
    }

    @Test
    void aBotThatWasAwayOverTheLockRemindsNobody() {
        evening.windTo("2026-01-10T12:00:00Z");
        int before = reminders().size();
        evening.windQuietlyTo("2026-01-10T20:00:01Z");
        evening.restart();
        assertThat(reminders()).hasSize(before);
        assertThat(evening.posts()).anyMatch(post -> post.contains("Picks are locked"));
    }

    @Test
    void aReminderThatDiscordRefusesUntilAfterTheLockIsDropped() {
        evening.windTo("2026-01-10T18:00:00Z");
        int before = reminders().size();
        evening.stage().faults().failEvery(1, POSTING, Fault.status(500));
        evening.windTo(AN_HOUR_BEFORE);
        evening.windTo(LOCK);
        evening.stage().faults().clear();

        awaitPost("Picks are locked");
        evening.settle();
        assertThat(reminders()).hasSize(before);
    }

    @Test
    void aReminderThatWaitsOutALimitUntilAfterTheLockIsDropped() {
        evening.windTo("2026-01-10T18:00:00Z");
        int before = reminders().size();
        evening.stage().faults().failNext(1, POSTING, Fault.tooMany(Duration.ofSeconds(3)));
        evening.windQuietlyTo(AN_HOUR_BEFORE);
        evening.bot().wake();
        await().until(() -> evening.stage().requests().stream().anyMatch(request -> request.status() == 429));
        evening.windQuietlyTo(LOCK);
        evening.bot().wake();

        awaitPost("Picks are locked");
        evening.settle();
        assertThat(reminders()).hasSize(before);
    }

    @Test
    void anEpisodeThatMovesByAWeekTenMinutesBeforeItsLockIsToldOnceAndRemindedOfAnew() {
        evening.windTo("2026-01-10T19:50:00Z");
        CardReport card = evening.card(1, "elimination");
        evening.react(evening.fan("fan"), card, "ann");
        evening.settle();
        int before = reminders().size();
        host.told("episode edit", Map.of("episode", 1L, "airs", "2026-01-17 20:00"));

        assertThat(evening.posts().stream()
                        .filter(post -> post.contains("The schedule has changed"))
                        .toList())
                .singleElement()
                .asString()
                .contains("Who leaves?", "highest total", seconds("2026-01-17T20:00:00Z"));
        evening.windTo("2026-01-16T19:59:59Z");
        assertThat(evening.poll(1, "elimination").state()).isEqualTo("open");
        assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1));
        assertThat(reminders()).hasSize(before);
        evening.windTo("2026-01-17T19:59:59Z");
        assertThat(reminders()).hasSize(before + 2);
        assertThat(reminders().get(before)).contains(seconds("2026-01-17T20:00:00Z"));
        evening.windTo("2026-01-17T20:00:00Z");
        assertThat(evening.poll(1, "elimination").state()).isEqualTo("locked");
    }

    @Test
    void aReminderThatIsOwedWhenItsEpisodeMovesIsDropped() {
        evening.windTo("2026-01-10T18:59:59Z");
        int before = reminders().size();
        evening.stage().faults().failEvery(1, POSTING, Fault.status(500));
        evening.windTo(AN_HOUR_BEFORE);
        host.told("episode edit", Map.of("episode", 1L, "airs", "2026-01-17 20:00"));
        evening.stage().faults().clear();

        awaitPost("The schedule has changed");
        evening.settle();
        assertThat(reminders()).hasSize(before);
    }

    @Test
    void aLockThatAHostMovesByHandHasItsOwnReminders() {
        evening.windTo("2026-01-10T12:00:00Z");
        long poll = evening.card(1, "top_score").poll();
        host.told("poll lock", Map.of("poll", Long.toString(poll), "at", "2026-01-10 22:00"));
        evening.windTo("2026-01-10T22:00:00Z");
        assertThat(reminders()).hasSize(3);
        assertThat(reminders().get(1)).contains("Who leaves?").doesNotContain("highest total");
        assertThat(reminders().get(2)).contains("highest total", seconds("2026-01-10T22:00:00Z"));
    }

    @Test
    void newLeadsMoveWhatIsToComeAndOnlyThat() {
        evening.windTo("2026-01-10T12:00:00Z");
        assertThat(reminders()).hasSize(1);
        host.told("season settings", Map.of("reminders", "1440 600 120"));
        evening.windTo("2026-01-10T17:59:59Z");
        assertThat(reminders()).hasSize(1);
        evening.windTo("2026-01-10T18:00:00Z");
        assertThat(reminders()).hasSize(2);
        evening.windTo(LOCK);
        assertThat(reminders()).hasSize(2);
    }

    @Test
    void aZoneMovesTheNightsThatAreToCome() {
        evening.windTo("2026-01-10T12:00:00Z");
        assertThat(host.told("season edit", Map.of("zone", "America/New_York", "title", "East *Coast*")))
                .contains("East \\*Coast\\*", "America/New_York");
        evening.windTo("2026-01-11T00:59:59Z");
        assertThat(evening.poll(1, "elimination").state()).isEqualTo("open");
        assertThat(evening.posts()).anyMatch(post -> post.contains("The schedule has changed"));
        evening.windTo("2026-01-11T01:00:00Z");
        assertThat(evening.poll(1, "elimination").state()).isEqualTo("locked");
    }

    @Test
    void aReminderWithinAnHourOfTheOpeningIsNone() {
        host.told("season settings", Map.of("open-lead", 12L, "reminders", "665 655"));
        evening.windTo(LOCK);
        assertThat(reminders()).hasSize(1);
    }

    private void awaitPost(String part) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> evening.posts().stream().anyMatch(post -> post.contains(part)));
    }

    private List<String> reminders() {
        return evening.posts().stream().filter(post -> post.contains(REMINDER)).toList();
    }

    private static String seconds(String instant) {
        return "<t:" + Instant.parse(instant).getEpochSecond() + ":F>";
    }
}

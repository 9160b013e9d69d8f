package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One night with two questions that locks on 10 January at 20:00. */
class DirectReminderTest {

    private static final String MISSING = "Your picks for";
    private static final String BEFORE = "2026-01-10T18:59:59Z";
    private static final String AN_HOUR_BEFORE = "2026-01-10T19:00:00Z";

    @AutoClose
    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));

    @BeforeEach
    void aSeason() {
        evening.importSeason(SmallSeasons.oneNight());
        evening.windTo("2026-01-09T12:00:00Z");
    }

    @Test
    void whoAskedForItAndHasNotPickedEverythingIsRemindedOnceAndNobodyElse() {
        StageUser none = reminded("none");
        StageUser half = reminded("half");
        StageUser all = reminded("all");
        StageUser stopped = reminded("stopped");
        StageUser never = evening.fan("never");
        assertThat(none.direct().newest().text()).contains("Ballroom fans");
        assertThat(told(stopped, "remind off")).contains("no more reminders");
        pick(half, "elimination");
        pick(all, "elimination");
        pick(all, "top_score");
        evening.windTo(BEFORE);
        assertThat(directs(none)).isEmpty();
        evening.windTo("2026-01-10T19:59:59Z");

        assertThat(directs(none)).singleElement().asString().contains("Who leaves?", "highest total");
        assertThat(directs(half))
                .singleElement()
                .asString()
                .contains("highest total")
                .doesNotContain("Who leaves?");
        assertThat(directs(all)).isEmpty();
        assertThat(directs(stopped)).isEmpty();
        assertThat(never.direct().messages()).isEmpty();
        evening.restart();
        assertThat(directs(none)).hasSize(1);
    }

    @Test
    void aClosedDoorIsSaidKindlyAndNothingIsKept() {
        StageUser closed = evening.fan("closed");
        closed.setAcceptsDirectMessages(false);
        assertThat(told(closed, "remind on")).contains("your direct messages are closed");
        assertThat(told(closed, "remind status")).contains("You get no direct messages");
        closed.setAcceptsDirectMessages(true);
        assertThat(told(closed, "remind on")).contains("I will remind you");
        assertThat(told(closed, "remind on")).contains("already");
        assertThat(told(closed, "remind status")).contains("You are reminded");
        assertThat(told(closed, "remind off")).contains("no more");
        assertThat(told(closed, "remind off")).contains("I was not reminding you");
    }

    @Test
    void thatDiscordTakesNoMoreDirectMessagesForNowIsSaidAndNothingIsKept() {
        StageUser fan = evening.fan("fan");
        evening.stage().faults().failNext(1, "POST /users/@me/channels", Fault.refusal(403, 40003));
        assertThat(told(fan, "remind on"))
                .contains("Discord", "in a few minutes")
                .doesNotContain("Something went wrong");
        assertThat(told(fan, "remind status")).contains("You get no direct messages");
        evening.stage().faults().failNext(1, "POST /channels/{channel_id}/messages", Fault.refusal(403, 40003));
        assertThat(told(fan, "remind on"))
                .contains("Discord", "in a few minutes")
                .doesNotContain("Something went wrong");
        evening.stage().faults().failNext(1, "POST /channels/{channel_id}/messages", Fault.page(403));
        assertThat(told(fan, "remind on"))
                .contains("Discord", "in a few minutes")
                .doesNotContain("Something went wrong");
        assertThat(told(fan, "remind status")).contains("You get no direct messages");
        assertThat(told(fan, "remind on")).contains("I will remind you");
    }

    @Test
    void aReminderThatDiscordRefusesForNowComesLater() {
        StageUser fan = reminded("fan");
        evening.windTo(BEFORE);
        String direct = "POST /channels/{channel_id}/messages";
        evening.stage().faults().failNext(2, direct, Fault.refusal(403, 40003));
        evening.windTo(AN_HOUR_BEFORE);
        await().atMost(Duration.ofSeconds(30)).until(() -> directs(fan).size() == 1);
    }

    @Test
    void whoClosesTheirDoorLaterIsNotRemindedAnyMore() {
        StageUser fan = reminded("fan");
        fan.setAcceptsDirectMessages(false);
        evening.windTo(AN_HOUR_BEFORE);
        assertThat(told(fan, "remind status")).contains("You get no direct messages");
        assertThat(directs(fan)).isEmpty();
    }

    @Test
    void whoLeftTheServerIsNotRemindedAnyMore() {
        StageUser fan = reminded("fan");
        fan.leave();
        evening.windTo(AN_HOUR_BEFORE);
        assertThat(directs(fan)).isEmpty();
        assertThat(evening.stage().requests())
                .filteredOn(request ->
                        request.path().contains(Long.toString(fan.direct().id())))
                .filteredOn(request -> request.status() == 403)
                .hasSize(1);
        evening.restart();
        assertThat(evening.stage().requests())
                .filteredOn(request ->
                        request.path().contains(Long.toString(fan.direct().id())))
                .filteredOn(request -> request.status() == 403)
                .hasSize(1);
    }

    @Test
    void whoPicksWhileTheMessageWaitsGetsNone() {
        StageUser fan = reminded("fan");
        pick(fan, "elimination");
        evening.windTo(BEFORE);
        evening.stage().faults().failEvery(1, "POST /channels/", Fault.status(500));
        evening.windTo(AN_HOUR_BEFORE);
        pick(fan, "top_score");
        evening.stage().faults().clear();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> evening.posts().stream()
                                .filter(post -> post.contains("Picks lock soon"))
                                .count()
                        == 2);
        evening.settle();
        assertThat(directs(fan)).isEmpty();
    }

    @Test
    void anErasureTakesTheWishAndWhatIsOwed() {
        StageUser fan = reminded("fan");
        StageMessage export = fan.slash(evening.channel(), "privacy export").message();
        assertThat(new String(export.file("mirrorball-kept-of-you.json").orElseThrow(), StandardCharsets.UTF_8))
                .contains("directReminders", Long.toString(fan.direct().id()));
        evening.windTo(BEFORE);
        evening.stage().faults().failEvery(1, "POST /channels/", Fault.status(500));
        evening.windTo(AN_HOUR_BEFORE);
        StageMessage sure = fan.slash(evening.channel(), "privacy erase").message();
        assertThat(fan.press(sure, sure.button("privacy-erase")).message().text())
                .contains("You are erased");
        evening.stage().faults().clear();
        evening.restart();
        assertThat(told(fan, "remind status")).contains("You get no direct messages");
        assertThat(directs(fan)).isEmpty();
        assertThat(told(fan, "privacy export")).contains("I keep nothing of you");
    }

    private StageUser reminded(String name) {
        StageUser fan = evening.fan(name);
        assertThat(told(fan, "remind on")).contains("I will remind you");
        return fan;
    }

    private String told(StageUser fan, String command) {
        return fan.slash(evening.channel(), command).message().text();
    }

    private void pick(StageUser fan, String asks) {
        evening.react(fan, evening.card(1, asks), "bob");
        evening.settleVotes();
    }

    private static List<String> directs(StageUser fan) {
        return fan.direct().messages().stream()
                .map(StageMessage::text)
                .filter(text -> text.contains(MISSING))
                .toList();
    }
}

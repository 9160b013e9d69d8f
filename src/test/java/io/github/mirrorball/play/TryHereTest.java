package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.discord.ShortTimeouts;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.rules.Refusal;
import io.github.mirrorball.stage.world.Fault;
import io.github.mirrorball.stage.world.RequestRecord;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageReply;
import io.github.mirrorball.stage.world.StageRole;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a host learns by trying in a channel what a season needs there, and that nothing of it stays. */
class TryHereTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String POST = "POST /channels/{channel_id}/messages";
    private static final String EDIT = "PATCH /channels/{channel_id}/messages/{message_id}";
    private static final String REACT = "PUT /channels/{channel_id}/messages/{message_id}/reactions";
    private static final String DELETE = "DELETE /channels/{channel_id}/messages/{message_id}";
    private static final String EVENT = "POST /guilds/{guild_id}/scheduled-events";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private Evening evening = opened(new Evening(START));
    private int askedBefore;
    private int before = evening.channel().messages().size();

    @AfterEach
    void stop() {
        evening.close();
    }

    @Test
    void allIsTriedAndNothingStays() {
        assertThat(tried())
                .contains("Tried in <#" + evening.channel().id() + ">")
                .contains("Everything works: a post with emoji, buttons and a menu, changing a post, reactions,")
                .contains("reading a post again, a picture, an event.")
                .contains("All of it is removed again")
                .doesNotContain("🛠️");
        assertNothingStays();
        assertThat(asked("POST", "/messages")).hasSize(2).allSatisfy(TryHereTest::assertMentionsNobody);
        assertThat(asked("PATCH", "/messages/")).hasSize(1).allSatisfy(TryHereTest::assertMentionsNobody);
        assertThat(asked("PUT", "/reactions/")).hasSize(5);
        assertThat(asked("POST", "/scheduled-events"))
                .singleElement()
                .satisfies(event -> assertThat(event.body()
                                .orElseThrow()
                                .path("scheduled_start_time")
                                .asText())
                        .startsWith("2027-01-09"));
    }

    @Test
    void aFormOpensAndKeepsNothing() {
        StageMessage told = press(doctor(), "try:");
        StageMessage filledIn = evening.host()
                .submit(evening.host().press(told, told.button("try-form")).form(), Map.of("typed", "anything"))
                .message();
        assertThat(filledIn.text()).contains("Forms work, too. Nothing was saved.");
    }

    @Test
    void aFanWhoPressesTheSampleIsToldThatItIsOne() {
        StageMessage doctor = doctor();
        evening.stage().faults().failNext(1, REACT, Fault.slow(Duration.ofSeconds(2)));
        evening.host().press(doctor, doctor.button("try:"));
        StageMessage sample = awaitSample();
        StageUser fan = evening.fan("Fan");
        assertThat(fan.press(sample, sample.button("sample:")).message().text()).contains("That was only a test");
        evening.settle();
        assertNothingStays();
    }

    @Test
    void missingAttachFilesIsToldWithWhatToDo() {
        deny(Permission.ATTACH_FILES);
        assertThat(tried())
                .contains("This works: a post with emoji, buttons and a menu, changing a post, reactions")
                .contains("This doesn't work yet: a picture. I'm missing **Attach Files**. Give it to me in "
                        + mention() + " under **Edit Channel → Permissions**. Until then results come as text")
                .contains("All of it is removed again");
        assertNothingStays();
    }

    @Test
    void missingAddReactionsIsToldWithWhatToDo() {
        deny(Permission.ADD_REACTIONS);
        assertThat(tried())
                .contains("This doesn't work yet: reactions. I'm missing **Add Reactions**.")
                .contains("Until then fans pick with the button only.");
        assertNothingStays();
    }

    @Test
    void missingReadMessageHistoryIsToldOnceForAllThatNeedsIt() {
        deny(Permission.READ_MESSAGE_HISTORY);
        assertThat(tried())
                .contains("This doesn't work yet: reactions, reading a post again."
                        + " I'm missing **Read Message History**.");
        assertNothingStays();
    }

    @Test
    void missingCreateEventsIsToldWithWhatToDo() {
        evening.server().bot().deny(Permission.CREATE_EVENTS);
        evening.settle();
        assertThat(tried())
                .contains("This doesn't work yet: an event. I'm missing **Create Events**."
                        + " Give it to my role under **Server Settings → Roles**.");
        assertNothingStays();
    }

    @Test
    void aReadOnlyChannelIsToldAndTheRestIsNotTried() {
        StageMessage doctor = doctorElsewhere();
        deny(Permission.SEND_MESSAGES);
        assertThat(press(doctor, "try:").text())
                .contains("This works: an event.")
                .contains(
                        "This doesn't work yet: a post with emoji, buttons and a menu. I'm missing **Send Messages**.")
                .contains("Not tried, since I couldn't post anything: changing a post, reactions")
                .doesNotContain("Everything works");
        assertNothingStays();
    }

    @Test
    void aHiddenChannelIsTold() {
        StageMessage doctor = doctorElsewhere();
        deny(Permission.VIEW_CHANNEL);
        assertThat(press(doctor, "try:").text())
                .contains("I can't see " + mention() + ", so I couldn't try anything there");
        assertNothingStays();
    }

    @Test
    void aRoleThatNobodyMayMentionIsToldAndNobodyIsMentioned() {
        StageRole fans = evening.server().role("Ballroom");
        evening.server().setMentionable(fans, false);
        evening.settle();
        evening.host().slash(evening.channel(), "season settings", Map.of("mention-role", fans));
        evening.settle();
        before = evening.channel().messages().size();
        assertThat(tried()).contains("My reminders mention <@&" + fans.id() + ">, but nobody gets a notification");
        assertNothingStays();
    }

    @Test
    void emojiThatDiscordDoesNotKnowAreNamed() {
        evening.stage().faults().failNext(1, POST, Fault.refusal(400, 50035));
        evening.stage().faults().failNext(1, EDIT, Fault.refusal(400, 50035));
        assertThat(tried())
                .contains("Discord doesn't know these emoji: 🇦 Ann. Choose others with **</contestant edit:")
                .contains("This works: a post with emoji, buttons and a menu");
        assertNothingStays();
    }

    @Test
    void aReactionThatDiscordDoesNotKnowIsNamed() {
        evening.stage().faults().failNext(1, REACT, Fault.refusal(400, 10014));
        assertThat(tried()).contains("Discord doesn't know these emoji: 🇦 Ann.");
        assertThat(asked("PUT", "/reactions/")).hasSize(5);
        assertNothingStays();
    }

    @Test
    void aServerWithoutUploadsIsTold() {
        evening.server()
                .refuseUploads(Refusal.of(403, 400001, "Access to file uploads has been limited for this guild"));
        assertThat(tried()).contains("Discord doesn't take files from me in this server");
        assertNothingStays();
    }

    @Test
    void aServerFullOfEventsIsTold() {
        evening.stage().faults().failNext(1, EVENT, Fault.refusal(400, 30038));
        assertThat(tried()).contains("This server has as many events as Discord allows");
        assertNothingStays();
    }

    @Test
    void aRefusalThatNobodyKnowsIsTold() {
        evening.stage().faults().failNext(1, EDIT, Fault.refusal(400, 59999));
        assertThat(tried())
                .contains("Discord refused this: changing a post. It says: 59999 Ordered fault.")
                .contains("the details are in my log");
        assertNothingStays();
    }

    /** 40333: the network's own guard. */
    static Stream<Fault> passing() {
        return Stream.of(Fault.refusal(403, 40333), Fault.page(403), Fault.status(500));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesAtOnceIsNoFault(Fault fault) {
        evening.stage().faults().failNext(2, POST, fault);
        evening.stage().faults().failNext(1, EDIT, fault);
        evening.stage().faults().failNext(1, DELETE, fault);
        assertThat(tried()).contains("Everything works").contains("All of it is removed again");
        assertNothingStays();
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatLastsIsToldAsDiscordsOwnTrouble(Fault fault) {
        evening.stage().faults().failNext(3, EDIT, fault);
        assertThat(tried())
                .contains("Discord had a problem of its own with this: changing a post.")
                .contains("Try again in a few minutes")
                .doesNotContain("🛠️");
        assertNothingStays();
    }

    @Test
    void whatWasPostedThoughDiscordSaidOtherwiseIsFoundAndRemoved() {
        evening.stage().faults().failNext(3, POST, Fault.status(500).takingEffect());
        evening.stage().faults().failNext(1, EVENT, Fault.status(500).takingEffect());
        assertThat(tried())
                .contains("a post with emoji, buttons and a menu")
                .contains("Discord had a problem of its own with this")
                .contains("All of it is removed again");
        assertNothingStays();
    }

    @Test
    void whatCannotBeRemovedIsToldWithALinkAndRemovedAfterTheNextStart() {
        evening.stage().faults().failEvery(1, DELETE, Fault.refusal(403, 50013));
        String told = tried();
        StageMessage left = evening.channel().messages().get(before);
        assertThat(told)
                .contains("I couldn't remove a sample of mine: https://discord.com/channels/"
                        + evening.server().id() + "/" + evening.channel().id() + "/" + left.id())
                .doesNotContain("All of it is removed");
        assertThat(doctor().text()).contains("I couldn't remove a sample of mine");

        evening.restart(evening.stage().faults()::clear);
        assertNothingStays();
        assertThat(doctor().text()).contains("All is well").doesNotContain("sample of mine");
    }

    @Test
    void whatCannotBeRemovedIsTriedAgainAfterAWhile() {
        evening.close();
        evening = opened(new Evening(START, InstantSource.system(), ShortTimeouts.parked(Duration.ofSeconds(2))));
        before = evening.channel().messages().size();
        evening.stage().faults().failNext(8, DELETE, Fault.refusal(403, 50013));
        assertThat(tried()).contains("I couldn't remove a sample of mine");
        Awaitility.await().atMost(PATIENCE).untilAsserted(this::assertNothingStays);
    }

    @Test
    void aStopInTheMiddleLeavesNothing() {
        StageMessage doctor = doctor();
        evening.stage().faults().failNext(1, REACT, Fault.slow(Duration.ofSeconds(3)));
        evening.host().press(doctor, doctor.button("try:"));
        awaitSample();
        evening.restart();
        assertNothingStays();
        assertThat(doctor().text()).contains("All is well");
    }

    @Test
    void onlyHostsMayTryAndOneAtATimeAndNotAllTheTime() {
        StageMessage doctor = doctor();
        assertThat(press(doctor, "try:").text()).contains("Everything works");
        assertThat(press(doctor, "try:").text()).contains("I tried it a moment ago. You can try again <t:");
    }

    @Test
    void whileItIsTriedNobodyElseCanStart() {
        StageMessage doctor = doctor();
        evening.stage().faults().failNext(1, REACT, Fault.slow(Duration.ofSeconds(2)));
        StageReply first = evening.host().press(doctor, doctor.button("try:"));
        awaitSample();
        assertThat(press(doctor, "try:").text()).contains("I'm already trying it in this server");
        assertThat(first.message().text()).contains("Everything works");
    }

    @Test
    void whoIsNoHostAnyMoreTriesNothing() {
        StageUser other = evening.server().member("Other", Set.of(Permission.MANAGE_EVENTS));
        StageMessage doctor = other.slash(evening.channel(), "doctor").message();
        other.take(evening.server().roles().stream()
                .filter(role -> role.name().startsWith("May"))
                .findFirst()
                .orElseThrow());
        assertThat(other.press(doctor, doctor.button("try:")).message().text()).contains("Only hosts may do that");
        assertNothingStays();
    }

    @Test
    void anotherChannelCanBeChosenAndAServerWithoutASeasonTriesLetters() {
        StageChannel lobby = evening.server().channel("lobby");
        evening.server().bot().deny(lobby, Permission.ATTACH_FILES);
        evening.settle();
        StageMessage doctor = doctor();
        String told = evening.host()
                .choose(doctor, doctor.select("try-in"), List.of(Long.toString(lobby.id())))
                .message()
                .text();
        assertThat(told).contains("Tried in <#" + lobby.id() + ">").contains("**Attach Files**");
        assertThat(lobby.messages()).isEmpty();
    }

    @Test
    void nobodyMakesTheBotPostWhereTheyCannot() {
        StageChannel news = evening.server().channel("news");
        evening.server().everyone().deny(news, Permission.SEND_MESSAGES);
        evening.settle();
        StageMessage doctor = doctor();
        String told = evening.host()
                .choose(doctor, doctor.select("try-in"), List.of(Long.toString(news.id())))
                .message()
                .text();
        assertThat(told).contains("Choose a channel where you can post yourself");
    }

    private void deny(Permission permission) {
        evening.server().bot().deny(evening.channel(), permission);
        evening.settle();
    }

    private String mention() {
        return "<#" + evening.channel().id() + ">";
    }

    private StageMessage doctor() {
        return evening.host().slash(evening.channel(), "doctor").message();
    }

    private StageMessage awaitSample() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> evening.channel().messages().size() > before);
        return evening.channel().newest();
    }

    private StageMessage doctorElsewhere() {
        return evening.host().slash(evening.server().channel("lobby"), "doctor").message();
    }

    private String tried() {
        return press(doctor(), "try:").text();
    }

    /** What is told in the end: a trial takes longer than people like to wait for an answer. */
    private StageMessage press(StageMessage message, String prefix) {
        askedBefore = evening.stage().requests().size();
        StageReply reply = evening.host().press(message, message.button(prefix));
        evening.settle();
        return reply.message();
    }

    private void assertNothingStays() {
        assertThat(evening.channel().messages()).hasSize(before);
        assertThat(evening.server().events())
                .noneMatch(event -> event.path("name").asText().contains("test"));
    }

    private List<RequestRecord> asked(String method, String part) {
        return evening.stage().requests().stream()
                .skip(askedBefore)
                .filter(request -> request.method().equals(method)
                        && request.route().contains(part)
                        && !request.route().contains("webhooks"))
                .toList();
    }

    private static void assertMentionsNobody(RequestRecord request) {
        assertThat(request.body().orElseThrow().path("allowed_mentions").path("parse"))
                .isEmpty();
        assertThat(request.body().orElseThrow().path("allowed_mentions").has("roles"))
                .isFalse();
    }

    private static Evening opened(Evening evening) {
        evening.importSeason(SmallSeasons.oneNight());
        evening.windTo("2026-01-09T12:00:00Z");
        return evening;
    }
}

package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do in their direct messages with the bot, where no server is theirs any more. One night locks on 10 January at 20:00. */
class InDirectMessagesTest {

    private static final String FILE = "mirrorball-kept-of-you.json";

    @AutoClose
    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));

    private final StageServer other = evening.stage().server("Other fans");
    private final StageChannel lounge = other.channel("lounge");
    private final StageUser fan = evening.fan("fan");
    private final StageUser fanThere = other.member("fan");

    @BeforeEach
    void aSeasonInEachServer() {
        evening.importSeason(SmallSeasons.oneNight());
        byte[] file = SmallSeasons.oneNight().getBytes(StandardCharsets.UTF_8);
        other.member("Another host", Set.of(Permission.MANAGE_EVENTS))
                .slash(lounge, "season import", Map.of("file", new StageFile("season.json", file)))
                .message();
        evening.windTo("2026-01-10T12:00:00Z");
    }

    @Test
    void thereAreHelpRemindersAndPrivacyAndNothingElse() {
        assertThat(fan.commands(fan.direct()))
                .extracting(command -> command.path("name").asText())
                .containsExactlyInAnyOrder("help", "remind", "privacy");
        assertThat(told("help")).contains("How to play").doesNotContain("For hosts");
        assertThat(told("privacy about")).contains("What I keep of you");
    }

    @Test
    void whoeverLeftOrWasBannedExportsEverythingThatIsKept() throws IOException {
        assertThat(told("privacy export")).contains("nothing").doesNotContain("this server");
        pickInBoth();
        fan.leave();
        fanThere.leave();

        StageMessage reply = direct("privacy export");
        JsonNode file = new ObjectMapper().readTree(reply.file(FILE).orElseThrow());

        assertThat(reply.text()).contains("2 servers", "2 picks in 2 seasons");
        assertThat(file.path("user").asText()).isEqualTo(Long.toString(fan.id()));
        assertThat(file.path("servers"))
                .extracting(kept -> kept.path("server").asLong())
                .containsExactlyInAnyOrder(evening.server().id(), other.id());
        assertThat(file.path("servers"))
                .allSatisfy(kept -> assertThat(kept.at("/seasons/0/picks")).hasSize(1));
    }

    @Test
    void whoeverLeftIsErasedFromEveryServer() {
        pickInBoth();
        CardReport here = evening.card(1, "elimination");
        fan.leave();
        fanThere.leave();

        StageMessage sure = direct("privacy erase");
        assertThat(sure.text()).contains("2 servers", "2 picks in 2 seasons");
        assertThat(fan.press(sure, "privacy-keep").message().text()).contains("Nothing was erased");
        sure = direct("privacy erase");
        assertThat(fan.press(sure, "privacy-erase").message().text()).contains("2 picks in 2 seasons");
        evening.settle();

        assertThat(evening.poll(1, "elimination").picks()).isEmpty();
        assertThat(evening.bot().reports(other.id()).get(0).polls())
                .allSatisfy(poll -> assertThat(poll.picks()).isEmpty());
        assertThat(evening.message(here).reactions().get(here.emoji().get("ann")))
                .doesNotContain(fan.id());
        assertThat(told("privacy export")).contains("nothing");
        assertThat(told("privacy erase")).contains("nothing");
    }

    @Test
    void remindersAreAskedForInAServerAndStoppedFromAnywhere() {
        assertThat(told("remind on")).contains("in the server").doesNotContain("I will remind you");
        assertThat(told("remind status")).contains("no direct messages");
        fan.slash(evening.channel(), "remind on").message();
        fanThere.slash(lounge, "remind on").message();

        assertThat(told("remind status")).contains("2 servers");
        assertThat(told("remind off")).contains("no more reminders");
        assertThat(told("remind off")).contains("I was not reminding you");
        assertThat(fan.slash(evening.channel(), "remind status").message().text())
                .contains("no direct messages");
        assertThat(fanThere.slash(lounge, "remind status").message().text()).contains("no direct messages");
    }

    private void pickInBoth() {
        evening.react(fan, evening.card(1, "elimination"), "ann");
        CardReport there = evening.bot().cards(other.id()).get(0);
        StageMessage card = lounge.messages().stream()
                .filter(message -> message.id() == there.message())
                .findFirst()
                .orElseThrow();
        fanThere.react(card, List.copyOf(there.emoji().values()).get(0));
        evening.settle();
    }

    private StageMessage direct(String command) {
        return fan.slash(fan.direct(), command).message();
    }

    private String told(String command) {
        return direct(command).text();
    }
}

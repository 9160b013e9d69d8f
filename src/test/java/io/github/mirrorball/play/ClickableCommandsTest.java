package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Commands that posts and replies name, and what a click on one does. One night locks on 10 January at 20:00. */
class ClickableCommandsTest {

    @AutoClose
    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));

    private final StageUser fan = evening.fan("fan");

    @Test
    void theSeasonsFirstPostLeadsToPickAndStandings() {
        evening.importSeason(SmallSeasons.oneNight());
        evening.windTo("2026-01-09T12:00:00Z");

        StageMessage opening = post("Small Season");
        assertThat(fan.click(opening, "pick").message().text()).contains("Who leaves?");
        assertThat(fan.click(opening, "help").message().text()).contains("How to play");
    }

    @Test
    void aPostInAnotherLanguageNamesCommandsAsEveryClientKnowsThem() {
        evening.importSeason(SmallSeasons.oneNight());
        evening.host()
                .slash(evening.channel(), "season edit", Map.of("language", "de"))
                .message();
        evening.windTo("2026-01-09T12:00:00Z");

        StageMessage opening = post("Small Season");
        assertThat(opening.text()).contains("Überleg es dir anders").doesNotContain("/tippen");
        assertThat(fan.click(opening, "pick").message().text()).contains("Who leaves?");
    }

    @Test
    void aReplyInTheReadersLanguageCanBeClicked() {
        fan.setLocale("de");

        StageMessage help = fan.slash(evening.channel(), "help").message();
        assertThat(help.text()).contains("Tippen").doesNotContain("/tippen", "/erinnerung an");
        assertThat(fan.click(help, "remind on").message().text()).contains("Ich erinnere dich");
        assertThat(help.text()).contains("/club**");
    }

    @Test
    void aRefusalAndTheGreetingCanBeClicked() {
        StageMessage refused =
                evening.host().slash(evening.channel(), "standings").message();
        assertThat(refused.text()).contains("</season create:", "</season import:");

        StageServer server = evening.stage().serverWithoutBot("New fans");
        StageChannel channel = server.channel("lounge");
        server.endOutage();
        evening.settle();
        StageUser host = server.member("host", Set.of(Permission.MANAGE_EVENTS));
        StageMessage guide =
                host.press(channel.newest(), channel.newest().button("set-up")).message();
        assertThat(host.click(guide, "doctor").message().text()).isNotEmpty();
    }

    @Test
    void aRestartThatPublishesNothingKnowsTheCommandsToo() {
        evening.restart();

        StageMessage help = fan.slash(evening.channel(), "help").message();
        assertThat(fan.click(help, "privacy about").message().text()).contains("What I keep of you");
    }

    private StageMessage post(String text) {
        return evening.channel().messages().stream()
                .filter(message -> message.text().contains(text))
                .findFirst()
                .orElseThrow();
    }
}

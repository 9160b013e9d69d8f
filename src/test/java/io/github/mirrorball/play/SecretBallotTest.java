package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.stage.world.StageAnswer;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretBallotTest {

    /** Seventeen fans on one contestant and four on another: figures that nothing else in the bot's words has. */
    private static final int ON_DEE = 17;

    private static final int ON_BOB = 4;

    @Test
    void nobodyLearnsAFigureOrAnotherFansPickBeforeTheLock() {
        try (Evening evening = opened(true)) {
            List<String> without = everythingThatIsShown(evening, evening.fan("watcher"));
            everybodyPicks(evening);
            List<String> with = everythingThatIsShown(evening, evening.fan("watcher"));

            assertThat(with)
                    .as("what is shown, but for totals, is what it was before anybody picked")
                    .isEqualTo(without);
            assertThat(evening.poll(1, "elimination").picks()).isEmpty();
        }
    }

    @Test
    void onAnOpenBallotTheSameLookFindsSomething() {
        try (Evening evening = opened(false)) {
            List<String> without = everythingThatIsShown(evening, evening.fan("watcher"));
            everybodyPicks(evening);

            assertThat(everythingThatIsShown(evening, evening.fan("watcher"))).isNotEqualTo(without);
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("bob", ON_BOB, "dee", ON_DEE));
        }
    }

    @Test
    void afterTheLockTheCountsShow() {
        try (Evening evening = opened(true)) {
            everybodyPicks(evening);
            StageMessage card = evening.message(evening.card(1, "elimination"));
            assertThat(card.text()).doesNotContain("· 17");
            evening.windTo("2026-01-10T20:00:00Z");
            assertThat(card.text()).contains("Dee · 17", "Bob · 4", "21 picks");
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("bob", ON_BOB, "dee", ON_DEE));
        }
    }

    @Test
    void aSecretCardTakesNoReactions() {
        try (Evening evening = opened(true)) {
            CardReport card = evening.card(1, "elimination");
            assertThat(evening.message(card).reactions()).isEmpty();
            assertThat(evening.message(card).text()).contains("Press the button");
            evening.react(evening.fan("eager"), card, "ann");
            evening.settle();
            evening.windTo("2026-01-10T20:00:00Z");
            assertThat(evening.poll(1, "elimination").picks()).isEmpty();
        }
    }

    /** Everything that a fan or a host is shown, as Discord has it, without what differs between any two messages. */
    private static List<String> everythingThatIsShown(Evening evening, StageUser fan) {
        List<String> shown = new ArrayList<>();
        CardReport card = evening.card(1, "elimination");
        StageMessage message = evening.message(card);
        for (StageUser who : List.of(fan, evening.host())) {
            shown.add(bare(message));
            shown.add(bare(who.slash(evening.channel(), "me").message()));
            shown.add(bare(who.slash(evening.channel(), "standings").message()));
            shown.add(bare(who.slash(evening.channel(), "pick").message()));
            shown.add(bare(who.press(message, message.button("ballot:")).message()));
            shown.add(bare(who.menu(message, "Why these points").message()));
        }
        shown.add(bare(evening.host().slash(evening.channel(), "poll list").message()));
        shown.add(bare(evening.host()
                .slash(evening.channel(), "poll cancel", Map.of("poll", Long.toString(card.poll())))
                .message()));
        shown.add(exported(evening));
        shown.add(bare(evening.host().slash(evening.channel(), "season log").message()));
        shown.add(form(evening.host()
                .slash(evening.channel(), "result enter", Map.of("episode", 1L))
                .await()));
        shown.add(bare(evening.previewResult(evening.host(), 1, Map.of("eliminated", List.of("dee")))));
        shown.add(evening.host()
                .complete(evening.channel(), "poll cancel", Map.of("poll", ""), "poll")
                .choices()
                .choices()
                .toString());
        shown.add(evening.report().toString());
        return shown;
    }

    private static String exported(Evening evening) {
        return SeasonExportTest.file(
                evening.host().slash(evening.channel(), "season export").message());
    }

    private static String form(StageAnswer form) {
        return ((StageForm) form).json().toString();
    }

    /** Totals may show, so they are made alike; drafts and the parts of a message are numbered. */
    private static String bare(StageMessage message) {
        return message.json()
                .path("components")
                .toString()
                .replaceAll(",?\"id\":\\d+", "")
                .replaceAll(" · \\d+ picks? so far", "")
                .replaceAll("(No picks were made|One pick will|no picks|one pick|\\d+ picks)( will)?", "N picks")
                .replaceAll("N picks( not count)?", "N picks")
                .replaceAll("(result-\\w+:|poll-cancel:\\d+:)\\d+", "$1N");
    }

    private static void everybodyPicks(Evening evening) {
        long poll = evening.card(1, "elimination").poll();
        for (int i = 0; i < ON_DEE + ON_BOB; i++) {
            StageUser fan = evening.fan("fan-" + i);
            StageMessage menu = fan.slash(evening.channel(), "pick").message();
            fan.choose(menu, "pick:" + poll + ":all", List.of(i < ON_DEE ? "dee" : "bob"))
                    .await();
        }
        evening.settle();
    }

    private static Evening opened(boolean secret) {
        Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
        evening.importSeason(SmallSeasons.oneNight()
                .replace("\"episodes\"", "\"settings\": {\"secret\": " + secret + "}, \"episodes\""));
        evening.windTo("2026-01-09T12:00:00Z");
        return evening;
    }
}

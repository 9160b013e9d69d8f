package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.bot.CardReport;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PollsByHandTest {

    private static final String QUESTION = "custom:Who cries first?";
    private static final String MARKS = "Ann: 8 8\nBob: 7 7\nCyd: 6 6\nDee: 9 9";

    @Test
    void aScheduledPollOpensWhenItsHostSaysSo() {
        try (Evening evening = imported()) {
            String poll = scheduled(evening, "Who leaves?");
            StageMessage preview = command(evening, "poll open", Map.of("poll", poll, "secret", true));
            StageMessage another = command(evening, "poll open", Map.of("poll", poll));
            assertThat(evening.posts()).isEmpty();
            assertThat(press(evening, preview, "poll-open:")).contains("is open");
            assertThat(evening.poll(1, "elimination").state()).isEqualTo("open");
            assertThat(evening.posts())
                    .satisfiesExactly(
                            opening -> assertThat(opening).contains("Small Season"),
                            card -> assertThat(card).contains("Who leaves?"));

            assertThat(press(evening, another, "poll-open:")).contains("opened already");
            assertThat(command(evening, "poll open", Map.of("poll", poll)).text())
                    .contains("opened already");
            assertThat(command(evening, "poll open", Map.of()).text()).contains("Say what to open");
        }
    }

    @Test
    void aQuestionOfTheHostsOwnIsAnsweredInTheResultForm() {
        try (Evening evening = imported()) {
            assertThat(ask(evening, "Who cries first?", "Ann\nBob\nNobody at all", Map.of("worth", 7.5)))
                    .contains("is open");
            CardReport card = evening.card(1, QUESTION);
            assertThat(evening.message(card).text()).contains("Worth 7.5 points", "Nobody at all");
            evening.react(evening.fan("on-ann"), card, "Ann");
            evening.react(evening.fan("on-bob"), card, "Bob");
            evening.react(evening.fan("on-no-one"), card, "Nobody at all");
            evening.settle();

            evening.windTo("2026-01-10T22:00:00Z");
            StageForm form = evening.host()
                    .slash(evening.channel(), "result enter", Map.of("episode", 1L))
                    .form();
            assertThat(form.field("answers").values()).containsExactly("Who cries first?: ");
            StageMessage wrong =
                    evening.previewResult(evening.host(), 1, Map.of("eliminated", List.of("cyd"), "answers", "Zoe"));
            assertThat(wrong.text()).contains("Zoe").contains("is not among the answers");

            evening.enterResult(1, Map.of("eliminated", List.of("cyd"), "marks", MARKS, "answers", "ann, Bob"));
            assertThat(evening.poll(1, QUESTION).result()).containsExactly("Ann", "Bob");
            assertThat(points(evening)).containsExactlyInAnyOrder("on-ann 7.5", "on-bob 7.5", "on-no-one 0");
        }
    }

    @Test
    void aQuestionThatCannotBeAskedIsSaidWithWhatWasTyped() {
        try (Evening evening = imported()) {
            assertThat(ask(evening, "Who cries first?", "Ann\nAnn", Map.of()))
                    .contains("is there already", "Who cries first?");
            assertThat(ask(evening, "Who cries first?", "Ann", Map.of())).contains("2 to 25");
            assertThat(ask(evening, "Who cries first?", "Ann\nBob", Map.of("lock", "2025-12-31 20:00")))
                    .contains("not in the future");
            assertThat(ask(evening, "Who cries first?", "Ann\nBob", Map.of())).contains("is open");
            assertThat(ask(evening, "Who cries first?", "Cyd\nDee", Map.of())).contains("asked already");
            assertThat(command(evening, "poll open", Map.of("ask", "custom", "lock", "tomorrow"))
                            .text())
                    .contains("not a local date and time");
        }
    }

    @Test
    void aLockOfItsOwnStandsWhateverTheSeasonDoes() {
        try (Evening evening = imported()) {
            ask(evening, "Who cries first?", "Ann\nBob", Map.of("lock", "2026-01-12 12:00"));
            evening.windTo("2026-01-10T22:00:00Z");
            evening.enterResult(1, Map.of("eliminated", List.of("cyd"), "marks", MARKS));
            assertThat(evening.poll(1, QUESTION).state()).isEqualTo("open");
            evening.windTo("2026-01-12T11:59:59Z");
            assertThat(evening.poll(1, QUESTION).state()).isEqualTo("open");
            evening.windTo("2026-01-12T12:00:00Z");
            assertThat(evening.poll(1, QUESTION).state()).isEqualTo("locked");
        }
    }

    @Test
    void anEarlyLockKeepsThePicksAndReopeningLetsThemBeChanged() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            StageUser fan = evening.fan("fan");
            evening.react(fan, card, "ann");
            evening.settle();
            Map<String, Object> poll = Map.of("poll", Long.toString(card.poll()));

            assertThat(command(evening, "poll lock", poll).text()).contains("is locked", "The one pick stands");
            evening.settle();
            assertThat(evening.channel().newest().text()).contains("Picks are locked");
            evening.react(fan, card, "bob");
            evening.settle();
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("ann", 1));
            assertThat(command(evening, "poll lock", poll).text()).contains("not open");

            assertThat(reopen(evening, card, "2026-01-01 12:00")).contains("not in the future");
            assertThat(reopen(evening, card, "2026-01-10 19:00")).contains("takes picks again");
            assertThat(evening.channel().newest().text()).contains("Picks are open again");
            assertThat(reopen(evening, card, "2026-01-10 19:00")).contains("takes picks already");
            StageMessage menu = fan.slash(evening.channel(), "pick").message();
            fan.choose(menu, "pick:" + card.poll() + ":all", List.of("cyd")).await();
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("cyd", 1));

            evening.windTo("2026-01-10T19:00:00Z");
            assertThat(evening.poll(1, "elimination").state()).isEqualTo("locked");
            evening.windTo("2026-01-10T22:00:00Z");
            evening.enterResult(1, Map.of("eliminated", List.of("cyd"), "marks", MARKS));
            assertThat(points(evening)).containsExactly("fan 10");
            assertThat(reopen(evening, card, "2026-01-20 19:00")).contains("result that answers this is in");
        }
    }

    @Test
    void aMovedLockIsToldAndKept() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            Map<String, Object> moved = Map.of("poll", Long.toString(card.poll()), "at", "2026-01-10 21:15");
            assertThat(command(evening, "poll lock", moved).text()).contains("now locks", "No picks were made yet");
            evening.settle();
            assertThat(evening.channel().newest().text()).contains("The lock has moved");

            evening.windTo("2026-01-10T21:14:00Z");
            assertThat(evening.poll(1, "elimination").state()).isEqualTo("open");
            assertThat(evening.poll(1, "top_score").state()).isEqualTo("locked");
            evening.windTo("2026-01-10T21:15:00Z");
            assertThat(evening.poll(1, "elimination").state()).isEqualTo("locked");
            assertThat(command(evening, "poll lock", moved).text()).contains("not in the future");
        }
    }

    @Test
    void aCanceledPollCountsForNobodyWhateverTheResultAndCanComeBack() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            evening.react(evening.fan("fan"), card, "cyd");
            evening.react(evening.fan("fan"), evening.card(1, "top_score"), "dee");
            evening.settle();
            StageMessage cardMessage = evening.message(card);
            String pick = cardMessage.button("ballot:");

            assertThat(cancel(evening, card)).contains("The one pick counts nowhere");
            assertThat(cardMessage.text()).contains("Called off by a host");
            assertThat(evening.channel().newest().text()).contains("called off");
            assertThat(cancelPreview(evening, card).text()).contains("canceled already");
            assertThat(cardMessage.json().toString()).doesNotContain(pick);

            reopen(evening, card, "2026-01-10 20:00");
            assertThat(evening.poll(1, "elimination").picks()).isEqualTo(Map.of("cyd", 1));
            StageMessage early = cancelPreview(evening, card);
            evening.fan("late")
                    .choose(
                            evening.fan("late").slash(evening.channel(), "pick").message(),
                            "pick:" + card.poll() + ":all",
                            List.of("ann"))
                    .await();
            assertThat(press(evening, early, "poll-cancel:")).contains("2 picks will not count");
            cancel(evening, card);
            String log = command(evening, "season log", Map.of()).text();
            assertThat(log).contains("canceled a poll", "reopened a poll", "episode 1");

            evening.windTo("2026-01-10T22:00:00Z");
            evening.enterResult(1, Map.of("eliminated", List.of("cyd"), "marks", MARKS));
            assertThat(evening.poll(1, "elimination").state()).isEqualTo("canceled");
            assertThat(points(evening)).containsExactly("fan 5");
            evening.enterResult(1, Map.of("eliminated", List.of("bob"), "marks", MARKS));
            assertThat(evening.poll(1, "elimination").state()).isEqualTo("canceled");
        }
    }

    @Test
    void cancelingAPollThatIsResolvedTakesItsPointsAway() {
        try (Evening evening = opened()) {
            CardReport card = evening.card(1, "elimination");
            evening.react(evening.fan("fan"), card, "cyd");
            evening.settle();
            evening.windTo("2026-01-10T22:00:00Z");
            evening.enterResult(1, Map.of("eliminated", List.of("cyd"), "marks", MARKS));
            assertThat(points(evening)).containsExactly("fan 10");

            assertThat(cancelPreview(evening, card).text()).contains("cannot be undone");
            cancel(evening, card);
            assertThat(points(evening)).isEmpty();
        }
    }

    @Test
    void aPollThatIsCanceledBeforeItOpensNeverOpens() {
        try (Evening evening = imported()) {
            String poll = scheduled(evening, "Who leaves?");
            StageMessage preview = command(evening, "poll cancel", Map.of("poll", poll));
            press(evening, preview, "poll-cancel:");
            evening.windTo("2026-01-09T12:00:00Z");
            assertThat(evening.bot().cards(evening.server().id()))
                    .extracting(CardReport::asks)
                    .containsExactly("top_score");
        }
    }

    @Test
    void theListTurnsItsPagesAndShowsStatesAndTotals() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            StringBuilder episodes = new StringBuilder(SmallSeasons.episode(1, "2026-01-10T20:00"));
            for (int i = 2; i <= 6; i++) {
                episodes.append(',').append(SmallSeasons.episode(i, "2026-01-1" + i + "T20:00"));
            }
            evening.importSeason(SmallSeasons.season(episodes.toString()));
            evening.windTo("2026-01-09T12:00:00Z");
            evening.react(evening.fan("fan"), evening.card(1, "elimination"), "ann");
            evening.settle();

            StageMessage list = command(evening, "poll list", Map.of());
            assertThat(list.text()).contains("open", "one pick", "scheduled").doesNotContain("Night 6");
            StageMessage next = evening.host().press(list, "poll-list:1:1").message();
            assertThat(next.text()).contains("Night 6").doesNotContain("Night 1");
        }
    }

    @Test
    void aLockIsLocalToTheSeasonAlsoWhereClocksChange() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            evening.importSeason(SmallSeasons.oneNight().replace("UTC", "America/New_York"));
            assertThat(ask(evening, "Who cries first?", "Ann\nBob", Map.of("lock", "2026-03-08 02:30")))
                    .contains("skip this time");
            ask(evening, "Who cries first?", "Ann\nBob", Map.of("lock", "2026-03-08 03:00"));
            evening.windTo("2026-03-08T06:59:59Z");
            assertThat(evening.poll(1, QUESTION).state()).isEqualTo("open");
            evening.windTo("2026-03-08T07:00:00Z");
            assertThat(evening.poll(1, QUESTION).state()).isEqualTo("locked");

            ask(evening, "And then?", "Ann\nBob", Map.of("lock", "2026-11-01 01:30"));
            evening.windTo("2026-11-01T05:29:59Z");
            assertThat(evening.poll(1, "custom:And then?").state()).isEqualTo("open");
            evening.windTo("2026-11-01T05:30:00Z");
            assertThat(evening.poll(1, "custom:And then?").state()).isEqualTo("locked");
        }
    }

    private static String reopen(Evening evening, CardReport card, String lock) {
        String told = command(evening, "poll reopen", Map.of("poll", Long.toString(card.poll()), "lock", lock))
                .text();
        evening.settle();
        return told;
    }

    private static StageMessage cancelPreview(Evening evening, CardReport card) {
        return command(evening, "poll cancel", Map.of("poll", Long.toString(card.poll())));
    }

    private static String cancel(Evening evening, CardReport card) {
        StageMessage preview = cancelPreview(evening, card);
        assertThat(preview.text()).contains("will not count");
        return press(evening, preview, "poll-cancel:");
    }

    private static String press(Evening evening, StageMessage message, String button) {
        String id = message.button(button);
        String told = evening.host().press(message, id).message().text();
        evening.settle();
        return told;
    }

    private static String ask(Evening evening, String question, String answers, Map<String, Object> options) {
        Map<String, Object> all = new HashMap<>(options);
        all.put("ask", "custom");
        StageForm form =
                evening.host().slash(evening.channel(), "poll open", all).form();
        String told = evening.host()
                .submit(form, Map.of("question", question, "answers", answers))
                .message()
                .text();
        evening.settle();
        return told;
    }

    private static StageMessage command(Evening evening, String path, Map<String, Object> options) {
        StageMessage told =
                evening.host().slash(evening.channel(), path, options).message();
        assertThat(told.isEphemeral()).isTrue();
        return told;
    }

    /** The id of a scheduled poll, as its host finds it by typing. */
    private static String scheduled(Evening evening, String typed) {
        return evening.host()
                .complete(evening.channel(), "poll open", Map.of("poll", typed), "poll")
                .choices()
                .choices()
                .get(0)
                .value()
                .toString();
    }

    private static List<String> points(Evening evening) {
        return evening.report().standings().stream()
                .map(row -> row.fan() + " " + row.points())
                .toList();
    }

    private static Evening imported() {
        Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
        evening.importSeason(SmallSeasons.oneNight());
        return evening;
    }

    private static Evening opened() {
        Evening evening = imported();
        evening.windTo("2026-01-09T12:00:00Z");
        return evening;
    }
}

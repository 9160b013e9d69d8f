package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mirrorball.bot.Report;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.Forgery;
import io.github.mirrorball.stage.world.StageAnswer;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageReply;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WallsBetweenServersTest {

    private static final Map<String, Object> CYD_LEFT = Map.of("eliminated", List.of("cyd"));

    @Test
    void nothingOfOneServerIsReachedFromAnotherWithGuessedIds() {
        try (Evening evening = opened()) {
            StageMessage preview = evening.previewResult(evening.host(), 1, CYD_LEFT);
            String draft = preview.button("result-edit:").replaceAll("\\D", "");
            evening.host()
                    .slash(evening.channel(), "club create", Map.of("name", "Ours"))
                    .message();
            Report before = evening.report();
            Visitor visitor = new Visitor(evening);

            for (Probe probe : buttons(evening, draft)) {
                visitor.expectNothing(probe, visitor.press(probe));
            }
            String menu = "pick:" + guessPoll(evening) + ":one";
            visitor.expectNothing(new Probe(menu), visitor.choose("pick:" + leaving(evening) + ":all", "ann"));
            visitor.expectNothing(new Probe(menu), visitor.choose(menu, "20"));
            visitor.expectNothing(new Probe("result-form"), visitor.submit("result-form:1:1:0"));
            visitor.expectNothing(new Probe("poll-ask"), visitor.submit("poll-ask:1:1:-:-:-"));
            visitor.expectNothing(new Probe("guess"), visitor.submit("guess:" + guessPoll(evening)));
            visitor.expectCommandsToFindNothing(leaving(evening));
            evening.settle();

            assertThat(evening.report()).isEqualTo(before);
            assertThat(evening.host()
                            .press(preview, preview.button("result-edit:"))
                            .form())
                    .as("the draft is still there")
                    .isNotNull();
        }
    }

    @Test
    void whoMayNotHostIsRefusedByEveryButtonAndForm() {
        try (Evening evening = opened()) {
            StageUser fan = evening.fan("fan");
            StageMessage preview = evening.previewResult(evening.host(), 1, CYD_LEFT);
            String draft = preview.button("result-edit:").replaceAll("\\D", "");
            StageMessage card = evening.message(evening.card(1, "elimination"));
            StageForm form = fan.press(
                            evening.message(evening.card(1, "score:ann")),
                            evening.message(evening.card(1, "score:ann")).button("guess:"))
                    .form();
            Report before = evening.report();

            for (Probe probe : buttons(evening, draft)) {
                if (probe.hostsOnly()) {
                    assertThat(text(Forgery.press(fan, card, probe.id())))
                            .as(probe.id())
                            .contains("Only hosts");
                }
            }
            assertThat(text(Forgery.submit(fan, form, "result-form:1:1:0", Map.of("total", "20"))))
                    .contains("Only hosts");
            assertThat(text(Forgery.submit(fan, form, "poll-ask:1:1:-:-:-", Map.of("total", "20"))))
                    .contains("Only hosts");
            assertThatThrownBy(() -> fan.slash(evening.channel(), "poll list")).hasMessageContaining("may not use");
            assertThatThrownBy(() -> fan.menu(card, "Enter result")).hasMessageContaining("may not use");
            evening.settle();
            assertThat(evening.report()).isEqualTo(before);
        }
    }

    @Test
    void idsThatSayNothingAreAnsweredKindly() {
        try (Evening evening = opened()) {
            StageMessage card = evening.message(evening.card(1, "elimination"));
            for (String id : List.of(
                    "ballot",
                    "ballot:x",
                    "pick:",
                    "pick-back:99",
                    "guess:99",
                    "poll-open:99:-:-:-",
                    "poll-cancel:99",
                    "ask:1",
                    "ask:1:1",
                    "ask:1:1:ann:x:y:z",
                    "poll-list:1",
                    "standings:1",
                    "result-edit:99",
                    "nonsense")) {
                assertThat(text(Forgery.press(evening.host(), card, id)))
                        .as(id)
                        .isNotEmpty()
                        .doesNotContain("Something went wrong");
            }
        }
    }

    @Test
    void ofTwoHostsAtOnceOneIsFirstAndTheOtherIsShownWhatIsThere() {
        try (Evening evening = opened()) {
            evening.windTo("2026-01-10T22:00:00Z");
            StageUser other = evening.server().member("Other host", Set.of(Permission.MANAGE_EVENTS));
            StageMessage one = evening.previewResult(evening.host(), 1, CYD_LEFT);
            StageMessage two = evening.previewResult(other, 1, Map.of("eliminated", List.of("dee")));

            StageReply first = evening.host().press(one, one.button("result-confirm:"));
            StageReply second = other.press(two, two.button("result-confirm:"));
            List<String> told = List.of(first.message().text(), second.message().text());
            evening.settle();

            List<String> result = evening.poll(1, "elimination").result();
            assertThat(result).hasSize(1);
            String held = result.get(0).equals("cyd") ? "Cyd" : "Dee";
            assertThat(told)
                    .filteredOn(text -> text.contains("is in"))
                    .singleElement()
                    .asString()
                    .contains(held);
            assertThat(told)
                    .filteredOn(text -> text.contains("while you were typing"))
                    .singleElement()
                    .asString()
                    .contains("Eliminated: **" + held + "**");
            assertThat(evening.posts())
                    .filteredOn(post -> post.contains("The result of"))
                    .hasSize(1);
        }
    }

    private static String text(StageReply reply) {
        return reply.message().text();
    }

    private static long leaving(Evening evening) {
        return evening.card(1, "elimination").poll();
    }

    private static long guessPoll(Evening evening) {
        return evening.card(1, "score:ann").poll();
    }

    private static List<Probe> buttons(Evening evening, String draft) {
        long leaving = leaving(evening);
        return List.of(
                new Probe("ballot:" + leaving),
                new Probe("pick-back:" + leaving + ":one"),
                new Probe("guess:" + guessPoll(evening)),
                new Probe("standings:1:0:0:0"),
                new Probe("standings-csv:1:0:0"),
                new Probe("me:1:0"),
                new Probe("club-join:1"),
                new Probe("history:1:1:0", true),
                new Probe("correction:1:1:1"),
                new Probe("correction-page:1:1:1:0"),
                new Probe("poll-list:1:0", true),
                new Probe("poll-open:" + (guessPoll(evening) + 1) + ":-:-:-", true),
                new Probe("poll-cancel:" + leaving + ":0", true),
                new Probe("season-delete:1:0", true),
                new Probe("season-log:1:0", true),
                new Probe("contestant-withdraw:1:bob:0", true),
                new Probe("ask:1:1:bob:-:-:-", true),
                new Probe("result-edit:" + draft, true),
                new Probe("result-confirm:" + draft, true));
    }

    /** A button that somebody made up. */
    private record Probe(String id, boolean hostsOnly) {
        Probe(String id) {
            this(id, false);
        }
    }

    /** A host of another server, who has a season of their own. */
    private static final class Visitor {
        private final StageUser host;
        private final StageChannel channel;
        private final StageMessage message;

        Visitor(Evening evening) {
            StageServer server = evening.stage().server("Elsewhere");
            channel = server.channel("elsewhere");
            host = server.member("Visitor", Set.of(Permission.MANAGE_EVENTS));
            evening.settle();
            message = host.say(channel, "hello");
        }

        StageReply press(Probe probe) {
            return Forgery.press(host, message, probe.id());
        }

        StageReply choose(String id, String value) {
            return Forgery.choose(host, message, id, List.of(value));
        }

        StageReply submit(String id) {
            return Forgery.submit(host, form(), id, Map.of());
        }

        /** Any form that this server's own host can open; the first season makes one. */
        private StageForm form() {
            if (channel.messages().stream().noneMatch(each -> each.text().equals("own season"))) {
                host.slash(
                                channel,
                                "season import",
                                Map.of(
                                        "file",
                                        new StageFile(
                                                "season.json",
                                                SmallSeasons.oneNight()
                                                        .replace("Small Season", "Own Season")
                                                        .getBytes(StandardCharsets.UTF_8))))
                        .await();
                host.say(channel, "own season");
            }
            return host.slash(channel, "result enter", Map.of("episode", 1L)).form();
        }

        void expectNothing(Probe probe, StageReply reply) {
            StageAnswer answer = reply.await();
            assertThat(answer).as(probe.id()).isInstanceOf(StageMessage.class);
            assertThat(((StageMessage) answer).text())
                    .as(probe.id())
                    .doesNotContain("Small Season", "Something went wrong", "✅", "Only hosts")
                    .containsAnyOf("is gone", "no longer kept", "not mine any more", "no such club");
        }

        void expectCommandsToFindNothing(long poll) {
            Map<String, Object> named = Map.of("poll", Long.toString(poll));
            for (String path : List.of("poll open", "poll lock", "poll cancel")) {
                assertThat(text(host.slash(channel, path, named))).as(path).contains("no such poll");
            }
            assertThat(text(host.slash(
                            channel, "poll reopen", Map.of("poll", Long.toString(poll), "lock", "2026-01-10 19:00"))))
                    .contains("no such poll");
            for (String path : List.of("poll list", "standings", "me", "season show", "episode list")) {
                assertThat(text(host.slash(channel, path, Map.of("season", "1"))))
                        .as(path)
                        .contains("not here any more");
            }
            assertThat(text(host.slash(channel, "result enter", Map.of("episode", 1L, "season", "1"))))
                    .contains("not here any more");
            assertThat(text(host.slash(
                            channel, "poll open", Map.of("ask", "score", "contestant", "bob", "season", "1"))))
                    .contains("not here any more");
        }
    }

    private static Evening opened() {
        Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
        evening.importSeason(SmallSeasons.season("""
                {"number": 1, "title": "Night 1", "airsAt": "2026-01-10T20:00",
                 "asks": ["elimination", {"ask": "score", "contestant": "ann"}]},""" + SmallSeasons.episode(2, "2026-01-20T20:00")));
        evening.windTo("2026-01-09T12:00:00Z");
        return evening;
    }
}

package io.github.mirrorball.store;

import static io.github.mirrorball.store.Json.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.SeasonSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Asks, settings and results as text. A setting that an older row lacks is as usual. */
final class ShowText {

    private ShowText() {}

    static String asks(List<Ask> asks) {
        return Json.text(Json.array(asks, ShowText::tree));
    }

    static List<Ask> asks(String text) {
        return Json.list(Json.tree(text), ShowText::ask);
    }

    static String ask(Ask ask) {
        return Json.text(tree(ask));
    }

    static Ask ask(String text) {
        return ask(Json.tree(text));
    }

    static String settings(SeasonSettings settings) {
        ObjectNode tree = Json.object()
                .put("openLead", settings.openLead().toString())
                .put("lockOffset", settings.lockOffset().toString())
                .put("secret", settings.secret())
                .put("lowScore", settings.lowScore())
                .put("underdog", settings.underdog())
                .put("joker", settings.joker())
                .put("crowd", settings.crowd())
                .put("hideSpoilers", settings.hideSpoilers())
                .put("revealDelay", settings.revealDelay().toString())
                .put("language", settings.language());
        tree.set("reminders", Json.texts(settings.reminders()));
        ObjectNode worth = tree.putObject("worth");
        settings.worth().forEach((kind, points) -> worth.put(kind.id(), points.toString()));
        settings.bestEpisodes().ifPresent(best -> tree.put("bestEpisodes", best));
        return Json.text(tree);
    }

    static SeasonSettings settings(String text) {
        JsonNode tree = Json.tree(text);
        SeasonSettings usual = SeasonSettings.USUAL;
        return new SeasonSettings(
                duration(tree, "openLead", usual.openLead()),
                duration(tree, "lockOffset", usual.lockOffset()),
                field(tree, "reminders").map(ShowText::durations).orElse(usual.reminders()),
                flag(tree, "secret", usual.secret()),
                flag(tree, "lowScore", usual.lowScore()),
                flag(tree, "underdog", usual.underdog()),
                flag(tree, "joker", usual.joker()),
                tree.has("bestEpisodes")
                        ? OptionalInt.of(tree.get("bestEpisodes").asInt())
                        : usual.bestEpisodes(),
                field(tree, "worth").map(ShowText::worth).orElse(usual.worth()),
                flag(tree, "crowd", usual.crowd()),
                flag(tree, "hideSpoilers", usual.hideSpoilers()),
                duration(tree, "revealDelay", usual.revealDelay()),
                field(tree, "language").map(JsonNode::asText).orElse(usual.language()));
    }

    static String result(Result result) {
        ObjectNode tree = Json.object();
        result.eliminated().ifPresent(who -> tree.set("eliminated", Json.texts(who)));
        tree.set("withdrew", Json.texts(result.withdrew()));
        result.marks().ifPresent(marks -> tree.set("marks", Json.map(marks, Json::texts)));
        tree.set("placements", Json.map(result.placements(), IntNode::valueOf));
        tree.set("answers", Json.map(result.answers(), Json::texts));
        return Json.text(tree);
    }

    static Result result(String text) {
        JsonNode tree = Json.tree(text);
        return new Result(
                field(tree, "eliminated").map(Json::texts),
                Json.texts(tree.path("withdrew")),
                field(tree, "marks").map(marks -> Json.map(marks, given -> Json.list(given, Json::decimal))),
                Json.map(tree.path("placements"), JsonNode::asInt),
                Json.map(tree.path("answers"), Json::texts));
    }

    private static JsonNode tree(Ask ask) {
        ObjectNode tree = Json.object().put("kind", ask.kind().name());
        ask.contestant().ifPresent(who -> tree.put("contestant", who));
        ask.question().ifPresent(question -> tree.put("question", question));
        tree.set("answers", Json.texts(ask.answers()));
        ask.worth().ifPresent(worth -> tree.put("worth", worth.toString()));
        return tree;
    }

    private static Ask ask(JsonNode tree) {
        return new Ask(
                AskKind.valueOf(tree.path("kind").asText()),
                field(tree, "contestant").map(JsonNode::asText),
                field(tree, "question").map(JsonNode::asText),
                Json.texts(tree.path("answers")),
                field(tree, "worth").map(Json::decimal));
    }

    private static Map<AskKind, BigDecimal> worth(JsonNode tree) {
        Map<AskKind, BigDecimal> worth = new EnumMap<>(AskKind.class);
        Json.map(tree, Json::decimal)
                .forEach((name, points) -> AskKind.named(name).ifPresent(kind -> worth.put(kind, points)));
        return worth;
    }

    private static List<Duration> durations(JsonNode array) {
        return Json.list(array, each -> Duration.parse(each.asText()));
    }

    private static Duration duration(JsonNode tree, String name, Duration usual) {
        return field(tree, name).map(each -> Duration.parse(each.asText())).orElse(usual);
    }

    private static boolean flag(JsonNode tree, String name, boolean usual) {
        return tree.path(name).asBoolean(usual);
    }
}

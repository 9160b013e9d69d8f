package io.github.mirrorball.show.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Contestant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An ask as a name, or as an object when it has parameters. */
final class AskJson {

    static final int WORTH_PLACES = 2;

    private AskJson() {}

    static JsonNode write(Ask ask) {
        if (ask.equals(Ask.of(ask.kind()))) {
            return TextNode.valueOf(ask.kind().id());
        }
        ObjectNode object = Nodes.object().put("ask", ask.kind().id());
        ask.contestant().ifPresent(who -> object.put("contestant", who));
        ask.question().ifPresent(question -> object.put("question", question));
        if (!ask.answers().isEmpty()) {
            object.set("answers", Nodes.texts(ask.answers()));
        }
        ask.worth().ifPresent(worth -> object.put("worth", Nodes.plain(worth)));
        return object;
    }

    /** The ask that stands here; empty when not even its kind can be told. */
    static Optional<Ask> read(Spot spot) {
        return spot.isText() ? kind(spot).map(kind -> bare(spot, kind)) : object(spot);
    }

    private static Optional<AskKind> kind(Spot spot) {
        Optional<String> name = spot.text();
        Optional<AskKind> kind = name.flatMap(AskKind::named);
        if (name.isPresent() && kind.isEmpty()) {
            spot.addFault("fault.ask.unknown", Spot.shown(name.get()), names());
        }
        return kind;
    }

    static String names() {
        return Arrays.stream(AskKind.values()).map(AskKind::id).collect(Collectors.joining(", "));
    }

    private static Ask bare(Spot spot, AskKind kind) {
        switch (kind) {
            case SCORE -> spot.addFault("fault.ask.bareScore");
            case CUSTOM -> spot.addFault("fault.ask.bareCustom");
            default -> {}
        }
        return Ask.of(kind);
    }

    private static Optional<Ask> object(Spot spot) {
        if (!spot.node().isObject()) {
            spot.addFault("fault.type.ask");
            return Optional.empty();
        }
        Optional<AskKind> kind = spot.required("ask").flatMap(AskJson::kind);
        spot.isObjectOf(fields(kind));
        return kind.map(known -> new Ask(
                known,
                parameter(spot, known, AskKind.SCORE, "contestant").flatMap(who -> who.text(CastReader.LONGEST_ID)),
                parameter(spot, known, AskKind.CUSTOM, "question").flatMap(text -> text.text(Ask.LONGEST_QUESTION)),
                parameter(spot, known, AskKind.CUSTOM, "answers")
                        .map(AskJson::answers)
                        .orElse(List.of()),
                spot.field("worth").flatMap(AskJson::worth)));
    }

    private static List<String> fields(Optional<AskKind> kind) {
        return kind.map(known -> switch (known) {
                    case SCORE -> List.of("ask", "contestant", "worth");
                    case CUSTOM -> List.of("ask", "question", "answers", "worth");
                    default -> List.of("ask", "worth");
                })
                .orElse(List.of("ask", "contestant", "question", "answers", "worth"));
    }

    private static Optional<Spot> parameter(Spot spot, AskKind kind, AskKind owner, String name) {
        return kind == owner ? spot.required(name) : Optional.empty();
    }

    static Optional<BigDecimal> worth(Spot spot) {
        return spot.number(0, Ask.MOST_WORTH, WORTH_PLACES);
    }

    private static List<String> answers(Spot spot) {
        List<String> answers = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(Contestant.NO_ONE));
        for (Spot item : spot.items(Ask.FEWEST_ANSWERS, Ask.MOST_ANSWERS)) {
            Optional<String> answer = item.text(Ask.LONGEST_ANSWER);
            answer.filter(text -> !seen.add(text)).ifPresent(text -> item.addFault("fault.ask.sameAnswer", text));
            answer.ifPresent(answers::add);
        }
        return answers;
    }
}

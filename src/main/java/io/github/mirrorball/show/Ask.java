package io.github.mirrorball.show;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One question that an episode or a season asks, with its parameters.
 *
 * @param contestant whose total is guessed ({@link AskKind#SCORE} only)
 * @param question the host's own question ({@link AskKind#CUSTOM} only)
 * @param answers the outcomes of the host's own question, 2 to 25 ({@link AskKind#CUSTOM} only)
 * @param worth points for a right pick, where this one ask differs from the season's
 */
public record Ask(
        AskKind kind,
        Optional<String> contestant,
        Optional<String> question,
        List<String> answers,
        Optional<BigDecimal> worth) {

    public Ask {
        answers = List.copyOf(answers);
    }

    /** An ask without parameters. */
    public static Ask of(AskKind kind) {
        return new Ask(kind, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    /** What tells this ask from the others of its episode: its kind, and for some kinds the parameter that names it. */
    public String key() {
        return contestant
                .or(() -> question)
                .map(named -> kind.id() + ":" + named)
                .orElse(kind.id());
    }
}

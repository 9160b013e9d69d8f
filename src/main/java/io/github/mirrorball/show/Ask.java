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

    /** Fewest answers to a question of a host's own. */
    public static final int FEWEST_ANSWERS = 2;

    /** Most answers, which is what a menu holds. */
    public static final int MOST_ANSWERS = 25;

    /** Characters that an answer may have: it stands in ids, of which Discord takes 100 characters. */
    public static final int LONGEST_ANSWER = 60;

    /** Characters that a question may have. */
    public static final int LONGEST_QUESTION = 100;

    /** Points that one ask may be worth. */
    public static final int MOST_WORTH = 1000;

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

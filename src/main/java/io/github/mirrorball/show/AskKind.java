package io.github.mirrorball.show;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of question that an episode or a season can ask, with what a right pick is worth unless a season says otherwise. */
public enum AskKind {
    ELIMINATION(10, false),
    TOP_SCORE(5, true),
    LOW_SCORE(5, true),
    SCORE(10, true),
    WINNER(25, false),
    CUSTOM(5, false);

    private final BigDecimal worth;
    private final boolean aboutMarks;

    AskKind(int worth, boolean aboutMarks) {
        this.worth = BigDecimal.valueOf(worth);
        this.aboutMarks = aboutMarks;
    }

    /** The kind with this name as files, commands and the store spell it, such as {@code top_score}. */
    public static Optional<AskKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(name)).findFirst();
    }

    /** The name as files, commands and the store spell it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Points for a right pick, before a season's own worth. */
    public BigDecimal worth() {
        return worth;
    }

    /** Whether the answer comes from the judges' marks. */
    public boolean aboutMarks() {
        return aboutMarks;
    }
}

package io.github.mirrorball.discord.route;

import java.util.Optional;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;

/** Makes an answer one that Discord takes, after it refused it. May take its time, and is asked off the threads of JDA. Thread-safe. */
@FunctionalInterface
public interface AnswerRepair {

    /** Repairs nothing. */
    AnswerRepair NONE = (refused, why) -> Optional.empty();

    /** The answer without what Discord named; empty where that cannot be told or helped. */
    Optional<Reply.Message> repair(Reply.Message refused, ErrorResponseException why);
}

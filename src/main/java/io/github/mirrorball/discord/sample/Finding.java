package io.github.mirrorball.discord.sample;

import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;

/**
 * What came of one part of a trial.
 *
 * @param about what is lacking or refused: a permission, signs, or Discord's own words; empty where nothing is
 */
public record Finding(Part part, Verdict verdict, List<String> about) {

    public Finding {
        about = List.copyOf(about);
    }

    /** What is tried, in this order. */
    public enum Part {
        CARD(Permission.MESSAGE_SEND),
        SIGNS,
        EDIT,
        REACTIONS(Permission.MESSAGE_ADD_REACTION),
        HISTORY(Permission.MESSAGE_HISTORY),
        PICTURE(Permission.MESSAGE_ATTACH_FILES),
        EVENT(Permission.CREATE_SCHEDULED_EVENTS),
        REMOVAL;

        private final Optional<Permission> needs;

        Part(Permission needs) {
            this.needs = Optional.of(needs);
        }

        Part() {
            this.needs = Optional.empty();
        }

        /** The permission that it needs beyond what the parts before it need. */
        Optional<Permission> needs() {
            return needs;
        }
    }

    /** How it ended. */
    public enum Verdict {
        WORKED,
        /** A permission is missing. */
        MISSING,
        /** The channel cannot be seen, or is gone. */
        HIDDEN,
        /** Discord does not know some of the emoji. */
        UNKNOWN_EMOJI,
        /** Discord takes no files here, or none of that size. */
        NO_UPLOADS,
        /** No more events fit into the server. */
        FULL,
        /** The picture was not drawn, which is not Discord's doing. */
        NOT_DRAWN,
        /** Discord has a trouble of its own that passes. */
        PASSING,
        /** Discord refused it for a reason that is not known. */
        REFUSED,
        /** It was not tried, since what it needs did not work. */
        SKIPPED
    }

    /** The same reason, whichever part it kept from working. What is missing in a channel is not what is missing in the server. */
    Finding apart() {
        return new Finding(part == Part.EVENT ? Part.EVENT : Part.CARD, verdict, about);
    }

    static Finding of(Part part, Verdict verdict) {
        return new Finding(part, verdict, List.of());
    }
}

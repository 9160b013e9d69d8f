package io.github.mirrorball.stage.world;

import io.github.mirrorball.stage.rules.ComponentRules;
import io.github.mirrorball.stage.rules.Refusal;
import java.util.List;

/** What Discord accepts as a message. */
final class MessageRules {
    private static final int LONGEST_CONTENT = 2000;
    private static final int MOST_EMBEDS = 10;
    private static final int MOST_FILES = 10;
    private static final int LARGEST_FILE = 10_485_760;

    private MessageRules() {}

    static void check(Draft draft, List<StageFile> uploads) {
        boolean files = !uploads.isEmpty() || !draft.attachments().isEmpty();
        if (uploads.stream().anyMatch(file -> file.bytes().length > LARGEST_FILE)) {
            throw Refusal.violation(413, 40005, "Request entity too large");
        }
        ComponentRules.refuseIf(uploads.size() + draft.attachments().size() > MOST_FILES, "attachments: more than 10");
        if (draft.isV2()) {
            checkV2(draft);
        } else if (draft.content().isBlank() && draft.embeds().isEmpty() && !files && !draft.poll()) {
            throw Refusal.violation(400, 50006, "Cannot send an empty message");
        } else if (draft.content().codePointCount(0, draft.content().length()) > LONGEST_CONTENT) {
            throw Refusal.form("content: longer than 2000");
        } else if (draft.embeds().size() > MOST_EMBEDS) {
            throw Refusal.form("embeds: more than 10");
        }
        ComponentRules.check(draft.components(), draft.isV2());
    }

    private static void checkV2(Draft draft) {
        if (!draft.content().isEmpty() || !draft.embeds().isEmpty() || draft.poll()) {
            throw Refusal.form("flags: content, embeds and polls cannot be used with Components V2");
        }
        if (draft.components().isEmpty()) {
            throw Refusal.violation(400, 50006, "Cannot send an empty message");
        }
    }
}

package io.github.mirrorball.discord.route;

import io.github.mirrorball.discord.view.Markdown;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.tree.ComponentTree;

/** What an answer says, without anything else that Discord may have refused about it. */
final class BareText {

    private static final int LONGEST = 2000;

    private BareText() {}

    /** All of an answer's text that an ordinary message holds, below a sentence that says why there is nothing else. */
    static String of(Reply.Message message, String why) {
        String said = ComponentTree.forMessage(message.panels()).findAll(TextDisplay.class).stream()
                .map(TextDisplay::getContent)
                .collect(Collectors.joining("\n"));
        return why + "\n\n" + Markdown.cut(said, LONGEST - why.length() - 2);
    }
}

package io.github.mirrorball.discord.route;

import java.util.List;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** What a handler answers. Only the router sends it. */
public sealed interface Reply {

    /** A message, or the new face of the message whose component was used. Mentions nobody. */
    record Message(List<Container> panels, List<FileUpload> files) implements Reply {

        /** The message as one to be created. */
        public MessageCreateData created() {
            return new MessageCreateBuilder()
                    .useComponentsV2()
                    .setComponents(panels)
                    .setFiles(files)
                    .setAllowedMentions(List.of())
                    .build();
        }

        /** The message as what another becomes. */
        public MessageEditData edited() {
            return new MessageEditBuilder()
                    .useComponentsV2()
                    .setComponents(panels)
                    .setFiles(files)
                    .setAllowedMentions(List.of())
                    .build();
        }
    }

    /** A form to fill in. */
    record Form(Modal modal) implements Reply {}

    /** Suggestions while an option is typed, 25 at most. */
    record Choices(List<Command.Choice> choices) implements Reply {}

    /** A message of these panels. */
    static Message of(Container... panels) {
        return new Message(List.of(panels), List.of());
    }
}

package io.github.mirrorball.discord;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands as Discord is told of them; told anew only when they changed, since creations are limited to 200 a day. */
public final class CommandTree {

    private static final Logger LOG = LoggerFactory.getLogger(CommandTree.class);

    private final List<CommandData> definitions;

    public CommandTree(List<Feature> features) {
        this.definitions = features.stream()
                .map(Feature::definition)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The definitions, in the order of the features. */
    public List<CommandData> definitions() {
        return definitions;
    }

    /** Publishes the commands unless Discord has just these. Waits for the answer. */
    public void publish(JDA jda) {
        List<Command> published = jda.retrieveCommands(true).complete();
        if (isSame(published)) {
            return;
        }
        jda.updateCommands().addCommands(definitions).complete();
        LOG.info("Published {} commands", definitions.size());
    }

    private boolean isSame(List<Command> published) {
        return texts(published.stream().map(CommandData::fromCommand).toList()).equals(texts(definitions));
    }

    private static List<String> texts(List<CommandData> commands) {
        return commands.stream()
                .sorted(Comparator.comparing(CommandData::getName))
                .map(command -> command.toData().toString())
                .toList();
    }
}

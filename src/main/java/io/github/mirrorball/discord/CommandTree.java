package io.github.mirrorball.discord;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands as Discord is told of them; told anew only when they changed, since creations are limited to 200 a day. */
public final class CommandTree {

    private static final Logger LOG = LoggerFactory.getLogger(CommandTree.class);

    private final List<CommandData> definitions;
    private final CompletableFuture<String> wanted;

    /** @param beside writes the definitions out, which takes a while, until they are compared with what Discord has */
    public CommandTree(List<Feature> features, Executor beside) {
        CommandWords words = new CommandWords();
        this.definitions = features.stream()
                .map(Feature::definition)
                .flatMap(Optional::stream)
                .map(definition -> definition.setLocalizationFunction(words))
                .toList();
        this.wanted = CompletableFuture.supplyAsync(() -> text(definitions), beside);
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
        return text(published.stream().map(CommandData::fromCommand).toList()).equals(wanted.join());
    }

    /** All of them in one order, since neither the order in which translations come back nor 0 or 0.0 says anything. */
    private static String text(List<CommandData> commands) {
        return commands.stream()
                .sorted(Comparator.comparing(CommandData::getName))
                .map(command ->
                        plain(DataObject.fromJson(command.toData().toJson()).toMap()))
                .toList()
                .toString();
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> plain = new TreeMap<>();
            map.forEach((key, each) -> plain.put(key, plain(each)));
            return plain;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CommandTree::plain).toList();
        }
        return value instanceof Number number ? (Object) number.doubleValue() : String.valueOf(value);
    }
}

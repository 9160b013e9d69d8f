package io.github.mirrorball.discord.route;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    private final List<Feature> features;
    private final CommandMentions mentions;
    private final Executor later;

    /**
     * @param mentions are told the commands' ids
     * @param later tries again, after a while, what failed
     */
    public CommandTree(List<Feature> features, CommandMentions mentions, Executor later) {
        this.features = features;
        this.mentions = mentions;
        this.later = later;
    }

    /** The definitions, in the order of the features and in every language. To write them takes a while, so it is done when they are asked for. */
    public List<CommandData> definitions() {
        CommandWords words = new CommandWords();
        return features.stream()
                .map(Feature::definition)
                .flatMap(Optional::stream)
                .map(definition -> definition.setLocalizationFunction(words))
                .toList();
    }

    /**
     * Publishes the commands unless Discord has just these, and waits for the answer. What Discord has goes on working whatever becomes of
     * it, so a failure is logged and tried again.
     */
    public void publish(JDA jda) {
        try {
            publish(jda, definitions());
        } catch (RuntimeException refused) {
            LOG.error(
                    "The commands could not be published, so those that Discord has stay; trying again later", refused);
            later.execute(() -> publish(jda));
        }
    }

    /** Finds out which ids the commands have that another process publishes. */
    public void learn(JDA jda) {
        jda.retrieveCommands().queue(mentions::learn, refused -> {
            LOG.warn("The commands' ids are not known yet ({}); trying again later", refused.toString());
            later.execute(() -> learn(jda));
        });
    }

    private void publish(JDA jda, List<CommandData> wanted) {
        List<Command> known = jda.retrieveCommands(true).complete();
        List<CommandData> published =
                known.stream().map(CommandData::fromCommand).toList();
        if (published.size() != wanted.size() || !text(published).equals(text(wanted))) {
            known = jda.updateCommands().addCommands(wanted).complete();
            LOG.info("Published {} commands", wanted.size());
        }
        mentions.learn(known);
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

package io.github.mirrorball.discord.route;

import io.github.mirrorball.wording.Messages;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.replacer.ComponentReplacer;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.interactions.commands.Command;

/**
 * Makes the commands that a text names clickable, as {@code </pick:id>}. Discord shows everybody the name in the mention, and a click on it leads
 * somewhere only if that is the command's own name and no translation of it (discord-api-docs, issues 5462 and 5518). So a translated name, which
 * only clients of that language know, gives way to the command's own. Until the ids are known, texts stay as they are. Thread-safe.
 */
public final class CommandMentions {

    /** Discord's limit for all texts of a message. */
    private static final int MOST_CHARACTERS = 4000;

    private static final String NOT_WITHIN_A_WORD = "(?<![\\p{L}\\p{N}/<:_-])/(%s)(?![\\p{L}\\p{N}_-])";

    private volatile Map<String, Long> ids = Map.of();
    private final Map<Locale, Names> names = new ConcurrentHashMap<>();

    /** How commands are called in a language, and the mention for each such name. */
    private record Names(Pattern pattern, Map<String, String> mentions) {}

    /** Takes the ids that Discord has given to the commands. */
    void learn(Iterable<Command> published) {
        Map<String, Long> learned = new HashMap<>();
        published.forEach(command -> paths(command).forEach(path -> learned.put(path, command.getIdLong())));
        ids = Map.copyOf(learned);
        names.clear();
    }

    /** What can be typed of a command; one with subcommands is none by itself. */
    private static Stream<String> paths(Command command) {
        if (command.getType() != Command.Type.SLASH) {
            return Stream.of();
        }
        return command.getSubcommands().isEmpty()
                ? Stream.of(command.getName())
                : command.getSubcommands().stream().map(Command.Subcommand::getFullCommandName);
    }

    /** The panel with its commands clickable, or as it is where it would become too long. */
    public Container in(Container panel, Messages words) {
        if (ids.isEmpty()) {
            return panel;
        }
        AtomicInteger characters = new AtomicInteger();
        Container linked = panel.replace(ComponentReplacer.of(TextDisplay.class, text -> true, text -> {
            String content = in(text.getContent(), words);
            characters.addAndGet(content.length());
            return text.withContent(content);
        }));
        return characters.get() > MOST_CHARACTERS ? panel : linked;
    }

    private String in(String text, Messages words) {
        if (text.indexOf('/') < 0) {
            return text;
        }
        Names known = names.computeIfAbsent(words.locale(), locale -> names(words));
        return known.pattern
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(known.mentions.getOrDefault(found.group(1), found.group())));
    }

    private Names names(Messages words) {
        Map<String, String> mentions = new HashMap<>();
        ids.forEach((path, id) -> {
            String mention = "</" + path + ":" + id + ">";
            mentions.put(path, mention);
            mentions.putIfAbsent(translated(path, words), mention);
        });
        String any = mentions.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return new Names(Pattern.compile(NOT_WITHIN_A_WORD.formatted(any)), mentions);
    }

    private static String translated(String path, Messages words) {
        String[] parts = path.split(" ");
        StringBuilder key = new StringBuilder("command");
        return Arrays.stream(parts)
                .map(part -> words.own(key.append('.').append(part) + ".name").orElse(part))
                .collect(Collectors.joining(" "));
    }
}

package io.github.mirrorball.discord.view;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.replacer.ComponentReplacer;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.tree.ComponentTree;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * The buttons and menus of a message whose emoji Discord refused. It names each by its place, such as
 * {@code data.components[0].components[1].components[0].options[3].emoji.id}.
 */
public final class EmojiFaults {

    private static final Pattern EMOJI =
            Pattern.compile("(?:data\\.)?(.+?)(?:\\.options\\[(\\d+)])?\\.emoji(?:\\..*)?");
    private static final Pattern STEP = Pattern.compile("(\\w+)(?:\\[(\\d+)])?");

    private final List<Container> panels;
    private final Map<String, Set<String>> options = new HashMap<>();
    private final Set<String> buttons = new HashSet<>();

    private EmojiFaults(List<Container> panels) {
        this.panels = panels;
    }

    /** What Discord refused of these panels; empty where emoji are not what is wrong, or where they are not told. */
    public static Optional<EmojiFaults> in(List<Container> panels, ErrorResponseException why) {
        EmojiFaults faults = new EmojiFaults(panels);
        DataObject root = DataObject.empty().put("components", DataArray.fromCollection(panels));
        for (ErrorResponseException.SchemaError each : why.getSchemaErrors()) {
            Matcher place = EMOJI.matcher(each.getLocation());
            Optional<DataObject> control =
                    place.matches() ? find(root, place.group(1).split("\\.")) : Optional.empty();
            if (control.isEmpty()) {
                return Optional.empty();
            }
            faults.add(control.get(), Optional.ofNullable(place.group(2)).map(Integer::valueOf));
        }
        boolean any = !faults.options.isEmpty() || !faults.buttons.isEmpty();
        return any ? Optional.of(faults) : Optional.empty();
    }

    private static Optional<DataObject> find(DataObject from, String[] steps) {
        DataObject at = from;
        for (String each : steps) {
            Matcher step = STEP.matcher(each);
            if (!step.matches() || at.isNull(step.group(1))) {
                return Optional.empty();
            }
            if (step.group(2) == null) {
                at = at.getObject(step.group(1));
            } else {
                DataArray list = at.getArray(step.group(1));
                int number = Integer.parseInt(step.group(2));
                if (number >= list.length()) {
                    return Optional.empty();
                }
                at = list.getObject(number);
            }
        }
        return Optional.of(at);
    }

    private void add(DataObject control, Optional<Integer> option) {
        String id = control.getString("custom_id", "");
        option.filter(number -> number < control.getArray("options").length())
                .ifPresentOrElse(
                        number -> options.computeIfAbsent(id, menu -> new HashSet<>())
                                .add(control.getArray("options")
                                        .getObject(number)
                                        .getString("value")),
                        () -> buttons.add(id));
    }

    /**
     * The panels with other emoji in the places of the refused ones.
     *
     * @param others what stands for the options of a menu, given its id and the values of those that were refused; no emoji at all stands for
     *     whatever is not in there, and for buttons
     */
    public List<Container> repaired(BiFunction<String, Set<String>, Map<String, String>> others) {
        Map<String, Map<String, String>> emoji = new HashMap<>();
        options.forEach((menu, values) -> emoji.put(menu, others.apply(menu, values)));
        ComponentReplacer menus = ComponentReplacer.of(
                StringSelectMenu.class,
                menu -> options.containsKey(menu.getCustomId()),
                menu -> repaired(menu, emoji.getOrDefault(menu.getCustomId(), Map.of())));
        ComponentReplacer bare = ComponentReplacer.of(
                Button.class,
                button -> button.getCustomId() != null && buttons.contains(button.getCustomId()),
                button -> button.withEmoji(null));
        return ComponentTree.forMessage(panels).replace(ComponentReplacer.all(menus, bare)).getComponents().stream()
                .map(union -> union.asContainer())
                .toList();
    }

    private StringSelectMenu repaired(StringSelectMenu menu, Map<String, String> emoji) {
        Set<String> refused = options.getOrDefault(menu.getCustomId(), Set.of());
        StringSelectMenu.Builder copy = menu.createCopy();
        copy.getOptions().replaceAll(option -> refused.contains(option.getValue()) ? other(option, emoji) : option);
        return copy.build();
    }

    private static SelectOption other(SelectOption option, Map<String, String> emoji) {
        return Optional.ofNullable(emoji.get(option.getValue()))
                .filter(letter -> !letter.isEmpty())
                .map(letter -> option.withEmoji(Emoji.fromFormatted(letter)))
                .orElseGet(() -> option.withEmoji(null));
    }
}

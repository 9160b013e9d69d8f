package io.github.mirrorball.discord.view;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.actionrow.ActionRowChildComponent;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** Builds a panel: one container with the season's colour at its edge. Not thread-safe. */
public final class Panels {

    /** The house's own colour, for what belongs to no season. */
    static final int SILVER = 0xB9C4D6;

    private static final int[] ACCENTS = {0xE8B923, 0x2EC4B6, 0xE4572E, 0x9B5DE5, 0x3A86FF, 0xF15BB5, 0x8AC926};

    private final List<ContainerChildComponent> children = new ArrayList<>();
    private final int accent;

    private Panels(int accent) {
        this.accent = accent;
    }

    /** A panel in a season's colour, which is the same everywhere and for good. */
    public static Panels of(long season) {
        return new Panels(ACCENTS[Math.floorMod(season, ACCENTS.length)]);
    }

    /** A panel that holds nothing but a sentence. */
    public static Container notice(String sentence) {
        return new Panels(SILVER).text(sentence).build();
    }

    /** A panel that belongs to no season. */
    public static Panels plain() {
        return new Panels(SILVER);
    }

    /** Adds text, cut to what one message can hold beside the rest; nothing where it is blank. */
    public Panels text(String text) {
        if (!text.isBlank()) {
            children.add(TextDisplay.of(Markdown.cut(text, 3500)));
        }
        return this;
    }

    /** Adds a line between what was and what comes. */
    public Panels line() {
        children.add(Separator.createDivider(Separator.Spacing.SMALL));
        return this;
    }

    /** Adds buttons in a row, or a menu. */
    public Panels row(ActionRowChildComponent... parts) {
        children.add(ActionRow.of(List.of(parts)));
        return this;
    }

    /** Adds a file that comes with the message. */
    public Panels file(FileDisplay file) {
        children.add(file);
        return this;
    }

    /** The panel. */
    public Container build() {
        return Container.of(children).withAccentColor(accent);
    }
}

package io.github.mirrorball.discord.view;

import io.github.mirrorball.chart.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.actionrow.ActionRowChildComponent;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.FileUpload;

/** Builds a panel: one container with the season's colour at its edge. Not thread-safe. */
public final class Panels {

    /** The house's own colour, for what belongs to no season. */
    static final int SILVER = 0xB9C4D6;

    /** Discord takes 4000 characters of text in a message, and fails beyond some 10,000 bytes. */
    private static final int MOST_CHARACTERS = 3900;

    private static final int MOST_BYTES = 9000;

    /** One text leaves something to those that follow. */
    private static final int LONGEST_TEXT = 3500;

    private static final String SMALL = "-# ";

    private static final int[] ACCENTS = {0xE8B923, 0x2EC4B6, 0xE4572E, 0x9B5DE5, 0x3A86FF, 0xF15BB5, 0x8AC926};

    private final List<ContainerChildComponent> children = new ArrayList<>();
    private final int accent;
    private int characters = MOST_CHARACTERS;
    private int bytes = MOST_BYTES;

    /** A season's colour as 0xRRGGBB. */
    public static int accent(long season) {
        return ACCENTS[Math.floorMod(season, ACCENTS.length)];
    }

    private Panels(int accent) {
        this.accent = accent;
    }

    /** A panel in a season's colour, which is the same everywhere and for good. */
    public static Panels of(long season) {
        return new Panels(accent(season));
    }

    /** A panel that holds nothing but a sentence. */
    public static Container notice(String sentence) {
        return new Panels(SILVER).text(sentence).build();
    }

    /** A panel that holds nothing but a sentence, with the sign of what kind it is. */
    public static Container notice(Sign sign, String sentence) {
        return notice(sign.before(sentence));
    }

    /** A panel that belongs to no season. */
    public static Panels plain() {
        return new Panels(SILVER);
    }

    /** Adds text, cut to what one message can hold beside the rest; nothing where it is blank. */
    public Panels text(String text) {
        if (!text.isBlank() && characters > 1) {
            children.add(TextDisplay.of(cut(text)));
        }
        return this;
    }

    private String cut(String text) {
        String shown = Markdown.cut(text, Math.min(characters, LONGEST_TEXT), bytes);
        characters -= shown.length();
        bytes -= Markdown.bytes(shown);
        return shown;
    }

    /** Adds the headline, and the facts right below it. */
    public Panels headline(Sign sign, String headline, String... facts) {
        String below = Arrays.stream(facts).filter(fact -> !fact.isBlank()).collect(Collectors.joining("\n"));
        String first = "### " + sign.before(headline);
        return text(below.isEmpty() ? first : first + "\n" + below);
    }

    /** Adds text under a line; nothing at all where it is blank. */
    public Panels part(String text) {
        return text.isBlank() ? this : line().text(text);
    }

    /** Adds what helps and matters least, in small print. */
    public Panels hint(String hint) {
        return hint.isBlank() ? this : text(SMALL + hint);
    }

    /** Adds a text with a button beside it. */
    public Panels section(String text, Button button) {
        String shown = cut(text);
        children.add(Section.of(button, TextDisplay.of(shown)));
        return this;
    }

    /** Adds a picture as the message's attachment, with words for who does not see it. */
    public Panels picture(String name, Picture picture) {
        children.add(MediaGallery.of(MediaGalleryItem.fromFile(FileUpload.fromData(picture.png(), name))
                .withDescription(picture.alt())));
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

    /** Adds a file to be downloaded. */
    public Panels file(FileUpload file) {
        children.add(FileDisplay.fromFile(file));
        return this;
    }

    /** The panel. */
    public Container build() {
        return Container.of(children).withAccentColor(accent);
    }
}

package io.github.mirrorball.discord.view;

import io.github.mirrorball.chart.Picture;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.wording.Messages;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.emoji.Emoji;

/** What is posted for a moment to see whether Discord takes it: it says so, and has everything on it that cards have. */
public final class SampleCard {

    /** What its buttons and its menu lead to. */
    public static final String PATH = "sample";

    private static final int MOST_BUTTONS = 5;
    private static final int MOST_OPTIONS = 25;
    private static final int LABEL = 40;

    private final Messages words;
    private final List<Outcome> outcomes;

    /** @param outcomes whose signs are on it, 25 at most */
    public SampleCard(Messages words, List<Outcome> outcomes) {
        this.words = words;
        this.outcomes = outcomes.stream().limit(MOST_OPTIONS).toList();
    }

    /** What an event is called that is there for a moment. */
    public static EventWords event(Messages words) {
        return new EventWords(words.text("sample.title"), words.text("sample.text"), "Mirrorball");
    }

    /** With every sign on a button or in the menu. */
    public Container signed() {
        return plainly().row(buttons(true)).row(menu(true)).build();
    }

    /** With names alone. */
    public Container unsigned() {
        return plainly().row(buttons(false)).row(menu(false)).build();
    }

    /** With this one sign on a button. */
    public Container signed(Outcome outcome) {
        return plainly().row(button(outcome, 0, true)).build();
    }

    /** As it stands after it was changed. */
    public Container changed() {
        return plainly().row(buttons(false)).hint(words.text("sample.changed")).build();
    }

    /** With a picture. */
    public Container pictured(Picture picture) {
        return plainly().picture("sample.png", picture).build();
    }

    private Panels plainly() {
        return Panels.plain()
                .headline(Sign.SETTINGS, words.text("sample.title"))
                .text(words.text("sample.text"));
    }

    private Button[] buttons(boolean signed) {
        List<Button> buttons = new ArrayList<>();
        outcomes.stream().limit(MOST_BUTTONS).forEach(outcome -> buttons.add(button(outcome, buttons.size(), signed)));
        return buttons.toArray(Button[]::new);
    }

    private Button button(Outcome outcome, int number, boolean signed) {
        Button button = Button.secondary(PATH + ":" + number, label(outcome));
        return isSigned(outcome, signed) ? button.withEmoji(Emoji.fromFormatted(outcome.emoji())) : button;
    }

    private StringSelectMenu menu(boolean signed) {
        return StringSelectMenu.create(PATH + ":menu")
                .setPlaceholder(words.text("sample.menu"))
                .addOptions(outcomes.stream()
                        .map(outcome -> option(outcome, signed))
                        .toList())
                .build();
    }

    private SelectOption option(Outcome outcome, boolean signed) {
        SelectOption option = SelectOption.of(label(outcome), outcome.id());
        return isSigned(outcome, signed) ? option.withEmoji(Emoji.fromFormatted(outcome.emoji())) : option;
    }

    private static boolean isSigned(Outcome outcome, boolean signed) {
        return signed && !outcome.emoji().isEmpty();
    }

    private String label(Outcome outcome) {
        return Markdown.cut(Wording.plainOutcome(words, outcome), LABEL);
    }
}

package io.github.mirrorball.discord.view;

import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.emoji.Emoji;

/** The buttons under posts, which answer whoever presses them in private. */
public final class Controls {

    /** What the button to one's own scorecard leads to. */
    public static final String MINE = "my-card";

    /** What the button to the standings leads to. */
    public static final String STANDINGS = "show-standings";

    /** What the button to every open poll leads to. */
    public static final String PICK = "pick-open";

    /** What the button that tells how a season is set up leads to. */
    public static final String SET_UP = "set-up";

    /** What the button that tells how the game goes leads to. */
    public static final String HOW = "how-it-works";

    private Controls() {}

    /** Leads to one's own scorecard. */
    public static Button mine(Messages words, Season season) {
        return Button.secondary(MINE + ":" + season.id(), words.text("button.mine"))
                .withEmoji(emoji(Sign.FAN));
    }

    /** Leads to the standings. */
    public static Button standings(Messages words, Season season) {
        return Button.secondary(STANDINGS + ":" + season.id(), words.text("button.standings"))
                .withEmoji(emoji(Sign.STANDINGS));
    }

    /** Leads to every open poll. */
    public static Button pick(Messages words) {
        return Button.primary(PICK, words.text("button.pick")).withEmoji(emoji(Sign.OPEN));
    }

    private static Emoji emoji(Sign sign) {
        return Emoji.fromUnicode(sign.toString());
    }
}

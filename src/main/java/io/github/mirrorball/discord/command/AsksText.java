package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.wording.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.Command;

/** What an episode asks, as hosts type it: names with commas between, such as {@code elimination, top_score}. */
final class AsksText {

    /** What is asked unless the host says otherwise. */
    static final String USUAL = "elimination, top_score";

    /** What a host writes when nothing is asked. */
    private static final String NOTHING = "nothing";

    private static final String TOTAL_OF = AskKind.SCORE.id() + ":";

    /** The usual combinations, by the end of the key of their sentence. */
    private static final Map<String, String> COMBINATIONS = Map.of(
            "night", USUAL,
            "leaver", "elimination",
            "low", "elimination, top_score, low_score",
            "finale", "winner",
            "finaleTop", "winner, top_score",
            "nothing", NOTHING);

    private static final List<String> ORDER = List.of("night", "leaver", "low", "finale", "finaleTop", "nothing");

    private AsksText() {}

    /** The combinations that have what is typed so far; what is typed otherwise is taken as it is. */
    static Stream<Command.Choice> choices(Messages words, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return ORDER.stream()
                .map(key -> new Command.Choice(words.text("asks." + key), COMBINATIONS.getOrDefault(key, USUAL)))
                .filter(choice -> choice.getName().toLowerCase(Locale.ROOT).contains(wanted)
                        || choice.getAsString().contains(wanted));
    }

    /** The asks that were typed. */
    static List<Ask> read(String typed) {
        if (typed.strip().equalsIgnoreCase(NOTHING)) {
            return List.of();
        }
        return Arrays.stream(typed.strip().toLowerCase(Locale.ROOT).split("[\\s,;+]+"))
                .map(AsksText::ask)
                .toList();
    }

    private static Ask ask(String name) {
        if (name.startsWith(TOTAL_OF)) {
            Optional<String> who = Optional.of(name.substring(TOTAL_OF.length()));
            return new Ask(AskKind.SCORE, who, Optional.empty(), List.of(), Optional.empty());
        }
        return AskKind.named(name)
                .filter(kind -> kind != AskKind.SCORE && kind != AskKind.CUSTOM)
                .map(Ask::of)
                .orElseThrow(() -> new Rejection("asks.unknown", Markdown.escape(Markdown.cut(name, 60))));
    }
}

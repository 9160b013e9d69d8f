package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.route.Route;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonSettings;
import io.github.mirrorball.wording.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;

/** {@code /rules}: how a season is scored, in the reader's language; only what the season has. */
public final class RulesCommand implements Feature {

    private final Lookup lookup;

    public RulesCommand(Lookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public Optional<CommandData> definition() {
        return Optional.of(Commands.slash("rules", "How this season is scored")
                .setContexts(InteractionContextType.GUILD)
                .addOptions(Lookup.seasonOption()));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.command("rules", Route.Mode.ANSWER_PRIVATE, this::rules),
                Route.suggestion("rules", lookup::suggest));
    }

    private Reply rules(Request request) {
        Season season = lookup.season(request);
        Messages words = request.words();
        return Reply.of(Panels.of(season.id())
                .headline(Sign.STANDINGS, words.text("rules.title", Markdown.escape(season.title())))
                .text(questions(words, season))
                .part(habits(words, season.settings()))
                .build());
    }

    /** Each kind of question that the season asks, with its points. */
    private static String questions(Messages words, Season season) {
        return Stream.concat(
                        season.asks().stream(), season.episodes().stream().flatMap(episode -> episode.asks().stream()))
                .map(Ask::kind)
                .distinct()
                .sorted()
                .map(kind -> words.text(
                        "rules." + kind.id(),
                        words.text("card.worth", season.settings().worth(Ask.of(kind)))))
                .collect(Collectors.joining("\n"));
    }

    private static String habits(Messages words, SeasonSettings settings) {
        List<String> lines = new ArrayList<>();
        lines.add(words.text("settings.lockOffset", settings.lockOffset().toMinutes()));
        lines.add(words.text(settings.secret() ? "rules.secret" : "rules.newest"));
        lines.add(words.text("rules.withdrawn"));
        lines.add(words.text("rules.ties"));
        if (settings.underdog()) {
            lines.add(words.text("rules.underdog"));
        }
        if (settings.joker()) {
            lines.add(words.text("rules.joker"));
        }
        settings.bestEpisodes().ifPresent(best -> lines.add(words.text("rules.best", best)));
        if (settings.crowd()) {
            lines.add(words.text("rules.crowd"));
        }
        return String.join("\n", lines);
    }
}

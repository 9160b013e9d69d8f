package io.github.mirrorball.show.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import java.util.List;

/** Turns a season into the tree of its file. */
final class SeasonWriter {

    private SeasonWriter() {}

    static ObjectNode tree(Season season) {
        ObjectNode tree = Nodes.object()
                .put("format", SeasonFile.FORMAT)
                .put("show", season.show())
                .put("title", season.title())
                .put("timeZone", season.zone().getId());
        ArrayNode contestants = tree.putArray("contestants");
        season.cast().forEach(contestant -> contestants.add(contestant(contestant)));
        ArrayNode episodes = tree.putArray("episodes");
        season.episodes().forEach(episode -> episodes.add(episode(season, episode)));
        if (!season.placements().isEmpty()) {
            tree.set("placements", ResultJson.placements(season.placements()));
        }
        if (!season.asks().isEmpty()) {
            tree.set("asks", asks(season.asks()));
        }
        ObjectNode settings = SettingsJson.write(season.settings());
        if (!settings.isEmpty()) {
            tree.set("settings", settings);
        }
        return tree;
    }

    private static ObjectNode contestant(Contestant contestant) {
        ObjectNode object = Nodes.object().put("id", contestant.id()).put("name", contestant.name());
        contestant.partner().ifPresent(partner -> object.put("partner", partner));
        contestant.emoji().ifPresent(emoji -> object.put("emoji", emoji));
        return object;
    }

    private static ObjectNode episode(Season season, Episode episode) {
        ObjectNode object = Nodes.object()
                .put("number", episode.number())
                .put("title", episode.title())
                .put("airsAt", episode.airsAt().toString());
        if (episode.minutes() != Episode.USUAL_MINUTES) {
            object.put("minutes", episode.minutes());
        }
        object.set("asks", asks(episode.asks()));
        if (season.results().containsKey(episode.number())) {
            object.set("result", ResultJson.write(season.result(episode.number())));
        }
        return object;
    }

    private static ArrayNode asks(List<Ask> asks) {
        ArrayNode list = Nodes.list();
        asks.forEach(ask -> list.add(AskJson.write(ask)));
        return list;
    }
}

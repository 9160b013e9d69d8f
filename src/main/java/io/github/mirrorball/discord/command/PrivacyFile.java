package io.github.mirrorball.discord.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.league.FanExport;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.standings.Scorecard;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.dv8tion.jda.api.utils.FileUpload;

/** Everything that is kept of one user, in one server or in all, as a file. Ids of Discord are text, since many readers round such large numbers. */
final class PrivacyFile {

    private static final JsonMapper JSON = new JsonMapper();

    private PrivacyFile() {}

    /** The file of one server. */
    static FileUpload of(long user, FanExport.Kept kept) {
        ObjectNode file = begun(user);
        write(kept, file);
        return upload(file);
    }

    /** The file of all servers. */
    static FileUpload of(long user, List<FanExport.Kept> everywhere) {
        ObjectNode file = begun(user);
        ArrayNode servers = file.putArray("servers");
        everywhere.forEach(kept -> write(kept, servers.addObject()));
        return upload(file);
    }

    private static ObjectNode begun(long user) {
        return JSON.createObjectNode().put("format", 1).put("user", Long.toString(user));
    }

    private static FileUpload upload(ObjectNode file) {
        return FileUpload.fromData(
                file.toPrettyString().getBytes(StandardCharsets.UTF_8), "mirrorball-kept-of-you.json");
    }

    private static void write(FanExport.Kept kept, ObjectNode file) {
        file.put("server", Long.toString(kept.server()));
        kept.fan().map(Fan::name).ifPresent(name -> file.put("name", name));
        kept.club().ifPresent(club -> file.put("club", club.name()));
        kept.reminded().ifPresent(channel -> file.putObject("directReminders").put("channel", Long.toString(channel)));
        ArrayNode seasons = file.putArray("seasons");
        kept.seasons().forEach(season -> write(season, seasons.addObject()));
        ArrayNode reactions = file.putArray("reactions");
        kept.reactions()
                .forEach(
                        trace -> reactions.addObject().put("poll", trace.poll()).put("outcome", trace.outcome()));
        ArrayNode changed = file.putArray("changedAsHost");
        kept.changed()
                .forEach(entry -> changed.addObject()
                        .put("at", entry.at().toString())
                        .put("what", entry.what())
                        .put("before", entry.before())
                        .put("after", entry.after()));
    }

    private static void write(FanExport.InSeason kept, ObjectNode into) {
        into.put("season", kept.season().title());
        kept.standing()
                .ifPresent(standing -> into.putObject("standing")
                        .put("rank", standing.rank())
                        .put("points", standing.points())
                        .put("correct", standing.correct())
                        .put("picked", standing.picked()));
        kept.joker().ifPresent(episode -> into.put("jokerOnEpisode", episode));
        if (kept.hidden()) {
            into.put("takenOutOfStandings", true);
        }
        ArrayNode picks = into.putArray("picks");
        kept.picks().forEach(line -> write(line, picks.addObject()));
        ArrayNode entered = into.putArray("resultsEntered");
        kept.entered()
                .forEach(each -> entered.addObject()
                        .put("episode", each.episode())
                        .put("version", each.version().version())
                        .put("at", each.version().at().toString()));
    }

    private static void write(Scorecard.Line line, ObjectNode into) {
        into.put("poll", line.poll().id());
        line.poll().episode().ifPresent(episode -> into.put("episode", episode));
        into.put("asks", line.poll().ask().kind().id());
        line.poll().ask().question().ifPresent(question -> into.put("question", question));
        into.put("outcome", line.pick().outcome());
        line.poll()
                .outcome(line.pick().outcome())
                .map(Outcome::label)
                .filter(label -> !label.isEmpty())
                .ifPresent(label -> into.put("named", label));
        into.put("pickedAt", line.pick().at().toString())
                .put("byReaction", line.pick().byReaction());
        line.verdict()
                .ifPresent(verdict -> into.put("counted", verdict.counted())
                        .put("correct", verdict.correct())
                        .put("points", verdict.points()));
    }
}

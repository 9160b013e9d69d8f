package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.league.EpisodeEdits;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.wording.Messages;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/** The options that describe an episode, and the episodes that they mean. */
final class EpisodeOptions {

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_MINUTES = 1440;
    private static final int LONGEST_SERIES = 60;
    private static final int A_WEEK = 7;

    private EpisodeOptions() {}

    static List<OptionData> ofAdding() {
        return List.of(
                airs(true),
                title(),
                asks(),
                minutes(),
                new OptionData(OptionType.INTEGER, "number", "Its number; the next one unless you say otherwise")
                        .setRequiredRange(1, Episode.LAST_NUMBER),
                new OptionData(OptionType.INTEGER, "count", "How many, for a series")
                        .setRequiredRange(1, LONGEST_SERIES),
                new OptionData(
                                OptionType.INTEGER,
                                "every",
                                "Days from one of a series to the next; 7 unless you say otherwise")
                        .setRequiredRange(1, 31),
                Lookup.seasonOption());
    }

    static List<OptionData> ofEditing() {
        return List.of(Lookup.episodeOption(), airs(false), title(), asks(), minutes(), Lookup.seasonOption());
    }

    private static OptionData airs(boolean required) {
        return new OptionData(
                        OptionType.STRING, Lookup.AIRS, "Date and time, such as Tue 8pm or 2026-09-24 20:00", required)
                .setAutoComplete(true);
    }

    private static OptionData title() {
        return new OptionData(OptionType.STRING, "title", "How it is called").setMaxLength(LONGEST_TITLE);
    }

    private static OptionData asks() {
        return new OptionData(OptionType.STRING, Lookup.ASKS, "What it asks: choose, or type names with commas between")
                .setAutoComplete(true);
    }

    private static OptionData minutes() {
        return new OptionData(OptionType.INTEGER, "minutes", "Running time; 120 unless you say otherwise")
                .setRequiredRange(1, LONGEST_MINUTES);
    }

    /** The episodes to add: one, or a series at the same local time. */
    static List<Episode> added(Request request, Season season, Lookup lookup) {
        int number = request.integer("number").orElse(EpisodeEdits.next(season));
        int every = request.integer("every").orElse(A_WEEK);
        LocalDateTime airs = lookup.time(request, Lookup.AIRS).orElse(LocalDateTime.MIN);
        List<Ask> asks = AsksText.read(request.text(Lookup.ASKS).orElse(AsksText.USUAL));
        return IntStream.range(0, request.integer("count").orElse(1))
                .mapToObj(each -> new Episode(
                        number + each,
                        title(request, season, number + each),
                        airs.plusDays((long) each * every),
                        request.integer("minutes").orElse(Episode.USUAL_MINUTES),
                        asks))
                .toList();
    }

    private static String title(Request request, Season season, int number) {
        return request.text("title")
                .map(String::strip)
                .orElseGet(() ->
                        Messages.in(season.settings().language()).text("episode.untitled", Integer.toString(number)));
    }

    /** The episode with what the request does not name left as it was. */
    static Episode edited(Request request, Episode before, Lookup lookup) {
        return new Episode(
                before.number(),
                request.text("title").map(String::strip).orElse(before.title()),
                lookup.time(request, Lookup.AIRS).orElse(before.airsAt()),
                request.integer("minutes").orElse(before.minutes()),
                request.text(Lookup.ASKS).map(AsksText::read).orElse(before.asks()));
    }
}

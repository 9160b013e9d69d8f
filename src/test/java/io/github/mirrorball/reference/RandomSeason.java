package io.github.mirrorball.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Season files that nobody thought up: valid, different for every seed, and the same for the same seed. */
public final class RandomSeason {

    private final Random random;
    private final boolean withOptions;
    private final ObjectNode season = JsonNodeFactory.instance.objectNode();
    private final List<String> in = new ArrayList<>();
    private final List<List<String>> left = new ArrayList<>();
    private final RandomMarks marks;
    private final boolean asksLowScore;

    private RandomSeason(long seed, boolean withOptions) {
        this.random = new Random(seed);
        this.withOptions = withOptions;
        this.marks = new RandomMarks(random);
        this.asksLowScore = random.nextInt(3) == 0;
        season.put("format", 1);
        season.put("show", "Random Steps");
        season.put("title", "Random Steps, season " + seed);
    }

    /**
     * A season of the plain game: elimination, top_score, low_score (with {@code settings.lowScore}) and the finale's
     * winner. Every episode has a result, and everyone a placement.
     */
    public static JsonNode of(long seed) {
        return new RandomSeason(seed, false).build();
    }

    /**
     * Such a season that may also have a season-long winner poll, guessed scores, options (underdog, joker, best N
     * episodes, other worths), an episode without a result, or no placements.
     */
    public static JsonNode withOptions(long seed) {
        return new RandomSeason(seed, true).build();
    }

    private ObjectNode build() {
        ZoneId zone = RandomNights.zone(random);
        season.put("timeZone", zone.getId());
        season.set("contestants", RandomCast.of(random, 4 + random.nextInt(21)));
        season.path("contestants")
                .forEach(contestant -> in.add(contestant.path("id").asText()));
        List<LocalDateTime> nights = RandomNights.of(random, zone, 3 + random.nextInt(12));
        ArrayNode episodes = season.putArray("episodes");
        for (int number = 1; number <= nights.size(); number++) {
            addEpisode(episodes.addObject(), number, nights.get(number - 1), number == nights.size());
        }
        if (!option(10)) {
            addPlacements(season.putObject("placements"));
        }
        addOptions();
        return season;
    }

    private void addEpisode(ObjectNode episode, int number, LocalDateTime airs, boolean finale) {
        episode.put("number", number);
        episode.put("title", finale ? "Finale" : "Night " + number);
        episode.put("airsAt", airs.toString());
        if (random.nextInt(4) == 0) {
            episode.put("minutes", 30 * (1 + random.nextInt(6)));
        }
        addAsks(episode.putArray("asks"), finale);
        if (!option(15)) {
            addResult(episode.putObject("result"), finale);
        }
    }

    private void addAsks(ArrayNode asks, boolean finale) {
        if (finale) {
            asks.add("winner");
        } else if (random.nextInt(6) > 0) {
            asks.add("elimination");
        }
        if (random.nextInt(5) > 1) {
            asks.add("top_score");
        }
        if (asksLowScore && random.nextBoolean()) {
            asks.add("low_score");
        }
        if (option(4)) {
            asks.addObject().put("ask", "score").put("contestant", anyone(in));
        }
    }

    private void addResult(ObjectNode result, boolean finale) {
        List<String> here = List.copyOf(in);
        List<String> eliminated = finale ? List.of() : leave(howManyGo());
        List<String> withdrew = !finale && random.nextInt(8) == 0 ? leave(1) : List.of();
        eliminated.forEach(result.putArray("eliminated")::add);
        withdrew.forEach(result.putArray("withdrew")::add);
        List<String> danced = new ArrayList<>(here);
        if (random.nextBoolean()) {
            danced.removeAll(withdrew);
        }
        boolean marked = random.nextInt(7) > 0;
        result.set("scores", marked ? marks.night(danced) : JsonNodeFactory.instance.objectNode());
    }

    private int howManyGo() {
        int[] howMany = {0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 3};
        return howMany[random.nextInt(howMany.length)];
    }

    /** So many leave together, as long as two stay for the finale. */
    private List<String> leave(int wanted) {
        List<String> leaving = new ArrayList<>();
        while (leaving.size() < wanted && in.size() > 2) {
            String contestant = anyone(in);
            in.remove(contestant);
            leaving.add(contestant);
        }
        if (!leaving.isEmpty()) {
            left.add(leaving);
        }
        return leaving;
    }

    /** Finalists in any order, at times sharing a place, the first too; then those who left, the last to leave first. */
    private void addPlacements(ObjectNode placements) {
        List<String> finalists = new ArrayList<>(in);
        Collections.shuffle(finalists, random);
        int place = 1;
        for (String contestant : finalists) {
            place = random.nextInt(5) == 0 ? place : placements.size() + 1;
            placements.put(contestant, place);
        }
        Collections.reverse(left);
        for (List<String> together : left) {
            int shared = placements.size() + 1;
            together.forEach(contestant -> placements.put(contestant, shared));
        }
    }

    private void addOptions() {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        if (asksLowScore) {
            settings.put("lowScore", true);
        }
        if (option(3)) {
            settings.put("underdog", true);
        }
        if (option(3)) {
            settings.put("joker", true);
        }
        if (option(3)) {
            settings.put("bestEpisodes", 1 + random.nextInt(6));
        }
        if (option(4)) {
            settings.putObject("worth")
                    .put("elimination", 7)
                    .put("top_score", 3)
                    .put("winner", 40);
        }
        if (!settings.isEmpty()) {
            season.set("settings", settings);
        }
        if (option(3)) {
            season.putArray("asks").add("winner");
        }
    }

    private boolean option(int oneIn) {
        return withOptions && random.nextInt(oneIn) == 0;
    }

    private String anyone(List<String> contestants) {
        return contestants.get(random.nextInt(contestants.size()));
    }
}

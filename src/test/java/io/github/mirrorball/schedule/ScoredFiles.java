package io.github.mirrorball.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.league.Agenda;
import io.github.mirrorball.league.PlanScheduledEvents;
import io.github.mirrorball.league.Scores;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.Voter;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.file.Reading;
import io.github.mirrorball.show.file.SeasonFile;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.StandingsQuery;
import io.github.mirrorball.store.Store;
import io.github.mirrorball.store.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A season file and a picks file, put into a store of their own and scored there. */
public final class ScoredFiles implements AutoCloseable {

    private static final long SERVER = 1;

    public final Store store;
    public final Season season;
    private final Map<String, Fan> fans = new HashMap<>();
    private final Scores scores;

    public ScoredFiles(Path directory, JsonNode seasonFile, JsonNode picksFile) {
        store = Store.open(StoreSettings.embedded(directory.resolve("league")), Clock.systemUTC(), Clock.systemUTC());
        byte[] bytes = seasonFile.toString().getBytes(StandardCharsets.UTF_8);
        Reading.Read read = (Reading.Read) SeasonFile.read(bytes);
        long id = store.seasons().add(SERVER, read.plan(), Posting.to(2), 3);
        season = store.seasons().find(id).orElseThrow();
        new Agenda(
                        store.polls(),
                        store.outbox(),
                        store.moments(),
                        new PlanScheduledEvents(store.seasons(), store.events(), store.outbox(), Clock.systemUTC()),
                        Optional::of,
                        Clock.systemUTC())
                .keep(season);
        scores = new Scores(
                store.polls(), store.picks(), store.fans(), store.jokers(), store.standings(), store.corrections());
        store.transactions().inOne(() -> {
            picksFile.path("picks").forEach(this::put);
            picksFile
                    .path("jokers")
                    .forEach(joker -> store.jokers()
                            .put(
                                    id,
                                    fan(joker.path("fan").asText()).id(),
                                    joker.path("episode").asInt()));
            scores.replace(season);
            return id;
        });
    }

    private void put(JsonNode line) {
        Poll asked = store.polls().ofSeason(season.id()).stream()
                .filter(poll -> poll.ask().kind().id().equals(line.path("asks").asText()))
                .filter(poll -> poll.episode().orElse(0) == line.path("episode").asInt(0))
                .findFirst()
                .orElseThrow();
        Fan fan = fan(line.path("fan").asText());
        store.picks().put(new Pick(asked.id(), fan.id(), line.path("pick").asText(), asked.locksAt(), false));
    }

    Fan fan(String name) {
        return fans.computeIfAbsent(name, known -> store.fans().ensure(new Voter(SERVER, 100L + fans.size(), known)));
    }

    /** Rows of a board reading: rank, fan, points, correct/picked. */
    public List<String> rows(StandingsQuery board) {
        List<String> rows = new ArrayList<>();
        for (Standing standing : store.standings().page(board, 0, Integer.MAX_VALUE)) {
            rows.add("%d %s %s %d/%d"
                    .formatted(
                            standing.rank(),
                            standing.name(),
                            standing.points().stripTrailingZeros().toPlainString(),
                            standing.correct(),
                            standing.picked()));
        }
        return rows;
    }

    @Override
    public void close() {
        store.close();
    }
}

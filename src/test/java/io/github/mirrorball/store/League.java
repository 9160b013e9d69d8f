package io.github.mirrorball.store;

import io.github.mirrorball.league.CastPick;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Voter;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.SeasonSettings;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A fresh store with what most tests put into it. */
final class League implements AutoCloseable {

    static final long SERVER = 1_280_000_000_000_000_001L;
    static final long CHANNEL = 1_280_000_000_000_000_002L;
    static final long HOST = 1_280_000_000_000_000_003L;
    static final Instant OPENS = Instant.parse("2024-09-18T00:00:00Z");
    static final Instant LOCKS = Instant.parse("2024-09-25T00:00:00Z");

    final WoundClock clock = new WoundClock("2024-09-20T12:00:00Z");
    final WoundClock systemClock = new WoundClock("2026-01-01T00:00:00Z");
    final Store store;

    League(Backend backend) {
        this(backend.fresh());
    }

    League(StoreSettings settings) {
        store = Store.open(settings, clock, systemClock);
    }

    /** A season of three contestants and two episodes. */
    static SeasonPlan plan() {
        return new SeasonPlan(
                "The Show",
                "The Show, season 1",
                ZoneId.of("America/New_York"),
                List.of(contestant("ada"), contestant("ben"), contestant("cleo")),
                List.of(episode(1, "2024-09-17T20:00"), episode(2, "2024-09-24T20:00")),
                List.of(),
                SeasonSettings.USUAL,
                Map.of());
    }

    static Contestant contestant(String id) {
        return new Contestant(id, "The " + id, Optional.empty(), Optional.empty());
    }

    static Episode episode(int number, String airsAt) {
        return new Episode(
                number, "Night " + number, LocalDateTime.parse(airsAt), 120, List.of(Ask.of(AskKind.ELIMINATION)));
    }

    long season() {
        return season(SERVER, CHANNEL);
    }

    long season(long server, long channel) {
        return store.seasons().add(server, plan(), Posting.to(channel), HOST);
    }

    Season find(long season) {
        return store.seasons().find(season).orElseThrow();
    }

    void archive(long id) {
        Season season = find(id);
        store.seasons()
                .save(new Season(
                        id,
                        season.server(),
                        season.show(),
                        season.title(),
                        season.zone(),
                        season.cast(),
                        season.episodes(),
                        season.asks(),
                        season.settings(),
                        season.posting(),
                        true,
                        season.results()));
    }

    /** An open poll of episode 2 with the outcomes ada, ben and cleo. */
    Poll open(long season) {
        return store.polls().add(poll(season, PollState.OPEN));
    }

    static Poll poll(long season, PollState state) {
        return poll(season, state, AskKind.ELIMINATION);
    }

    static Poll poll(long season, PollState state, AskKind kind) {
        List<Outcome> outcomes = Stream.of("ada", "ben", "cleo")
                .map(id -> new Outcome(id, "The " + id, id.substring(0, 1), false))
                .toList();
        return new Poll(
                0, season, SERVER, OptionalInt.of(2), Ask.of(kind), state, Optional.of(OPENS), LOCKS, false, outcomes);
    }

    CastPick cast() {
        return new CastPick(
                store.transactions(),
                store.polls(),
                store.picks(),
                store.fans(),
                store.reactions(),
                store.erasures(),
                store.doubts(),
                poll -> {},
                clock);
    }

    /** What a user has picked in a poll. */
    Optional<String> picked(long poll, long user) {
        return store.fans()
                .find(SERVER, user)
                .flatMap(fan -> store.picks().of(poll, fan.id()))
                .map(Pick::outcome);
    }

    static Voter voter(long user) {
        return new Voter(SERVER, user, "Fan " + user);
    }

    long fan(long user) {
        return store.fans().ensure(voter(user)).id();
    }

    @Override
    public void close() {
        store.close();
    }
}

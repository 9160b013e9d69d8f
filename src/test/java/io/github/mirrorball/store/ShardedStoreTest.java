package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.ops.StoreHealth.Waiting;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.outbox.Outbox.Ending;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.reactions.Gap;
import io.github.mirrorball.reactions.Removal;
import io.github.mirrorball.schedule.Due.DuePoll;
import io.github.mirrorball.schedule.Moment;
import io.github.mirrorball.schedule.Moments.DueMoment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server on each of two shards, and a store that looks after either, or after both. */
@OnBothDatabases
class ShardedStoreTest {

    private static final long[] SERVERS = {League.SERVER, League.SERVER + Shards.DIVISOR};
    private static final Instant WIRE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant OPENED = Instant.parse("2024-09-20T12:00:00Z");

    private final StoreSettings place;
    private final long[] seasons = new long[2];
    private final Poll[] polls = new Poll[2];

    ShardedStoreTest(Backend backend) {
        place = backend.fresh();
    }

    @BeforeEach
    void aSeasonOnEachShard() {
        assertThat(shard(0).includes(SERVERS[0])).isTrue();
        with(Shards.ALL, league -> {
            for (int shard = 0; shard < 2; shard++) {
                seasons[shard] = league.season(SERVERS[shard], League.CHANNEL + shard);
                polls[shard] = league.open(seasons[shard]);
            }
            return league;
        });
    }

    @Test
    void onlyWhatIsDueInItsOwnServersIsDue() {
        with(Shards.ALL, league -> {
            for (int shard = 0; shard < 2; shard++) {
                Instant opens = League.OPENS.plusSeconds(shard);
                league.store
                        .polls()
                        .add(League.poll(seasons[shard], PollState.SCHEDULED).at(Optional.of(opens), League.LOCKS));
                league.store
                        .moments()
                        .keep(seasons[shard], List.of(new Moment.Nudge(1, League.LOCKS.plusSeconds(shard))), OPENED);
            }
            return league;
        });

        eachAlone(league -> league.store.due().toOpen(League.LOCKS.minusSeconds(1), 10).stream()
                .map(DuePoll::season)
                .toList());
        eachAlone(league -> league.store.due().toLock(League.LOCKS, 10).stream()
                .map(DuePoll::season)
                .toList());
        eachAlone(league -> league.store.moments().due(League.LOCKS.plusSeconds(1), 10).stream()
                .map(DueMoment::season)
                .toList());
        assertThat(next(0, League.OPENS.minusSeconds(1))).contains(League.OPENS);
        assertThat(next(1, League.OPENS.minusSeconds(1))).contains(League.OPENS.plusSeconds(1));
        assertThat(next(0, League.LOCKS)).isEmpty();
        assertThat(next(1, League.LOCKS)).contains(League.LOCKS.plusSeconds(1));
    }

    @Test
    void onlyWhatIsOwedToItsOwnServersIsSent() {
        with(Shards.ALL, league -> {
            Outbox outbox = league.store.outbox();
            for (int shard = 0; shard < 2; shard++) {
                outbox.owe(seasons[shard], new Notice.Card(polls[shard].id()));
                outbox.owe(seasons[shard], new Notice.Event(SERVERS[shard], seasons[shard], 2));
            }
            return league;
        });

        for (int shard = 0; shard < 2; shard++) {
            long server = SERVERS[shard];
            List<Outbox.Owed> owed = with(shard(shard), ShardedStoreTest::sendable);
            List<Waiting> waiting =
                    with(shard(shard), league -> league.store.health().waiting());
            assertThat(owed).hasSize(2).allMatch(each -> each.server() == server);
            assertThat(waiting).extracting(Waiting::notices).containsExactly(2L);
        }
        List<Outbox.Owed> all = with(Shards.ALL, ShardedStoreTest::sendable);
        assertThat(all).hasSize(4);
    }

    @Test
    void onlyTheNextTryForItsOwnServersIsWaitedFor() {
        with(Shards.ALL, league -> {
            Outbox outbox = league.store.outbox();
            for (int shard = 0; shard < 2; shard++) {
                outbox.owe(seasons[shard], new Notice.Card(polls[shard].id()));
            }
            outbox.sendable(league.systemClock.instant())
                    .forEach(owed -> outbox.settle(
                            owed.id(),
                            new Ending.Retried(
                                    league.systemClock.instant().plusSeconds(owed.server() == SERVERS[0] ? 10 : 20),
                                    "x")));
            return league;
        });

        for (int shard = 0; shard < 2; shard++) {
            Optional<Instant> next =
                    with(shard(shard), league -> league.store.outbox().nextTry());
            assertThat(next).contains(WIRE.plusSeconds(10 * (shard + 1L)));
        }
    }

    @Test
    void onlyCardsInItsOwnServersAreRecalled() {
        with(Shards.ALL, league -> {
            Outbox outbox = league.store.outbox();
            for (int shard = 0; shard < 2; shard++) {
                outbox.owe(seasons[shard], new Notice.Card(polls[shard].id()));
            }
            outbox.sendable(league.systemClock.instant())
                    .forEach(owed -> outbox.settle(
                            owed.id(), new Ending.Sent(Optional.of(new Outbox.Posted(owed.channel(), owed.id())))));
            return league;
        });

        for (int shard = 0; shard < 2; shard++) {
            Map<Long, Long> cards =
                    with(shard(shard), league -> league.store.outbox().cards());
            assertThat(cards.values()).containsExactly(polls[shard].id());
        }
    }

    @Test
    void onlyGapsOfItsOwnServersAreMarkedAndToldOf() {
        with(shard(0), league -> {
            league.store.gaps().markAll(Shards.ALL, true);
            return league;
        });
        assertThat(gaps(Shards.ALL)).containsExactly(polls[0].id());

        with(Shards.ALL, league -> {
            league.store.gaps().markAll(shard(1), true);
            return league;
        });
        eachAlone(league -> league.store.gaps().open(Shards.ALL).stream()
                .map(Gap::poll)
                .map(this::season)
                .toList());
        for (int shard = 0; shard < 2; shard++) {
            assertThat(gaps(shard(shard))).containsExactly(polls[shard].id());
        }
    }

    @Test
    void onlyPollsOfItsOwnServersAreLookedAtBeforeTheirLock() {
        eachAlone(league -> league.store.gaps().locking(League.OPENS, League.LOCKS).stream()
                .map(this::season)
                .toList());
    }

    @Test
    void onlyRemovalsInItsOwnServersAreAskedFor() {
        with(Shards.ALL, league -> {
            for (Poll poll : polls) {
                league.store.reactions().save(Removal.wanted(poll.id(), 1, "ada"));
            }
            return league;
        });

        eachAlone(league -> league.store.reactions().asked(10).stream()
                .map(removal -> season(removal.poll()))
                .toList());
    }

    @Test
    void onlyItsOwnServersAreComparedAndPurged() {
        with(Shards.ALL, league -> {
            for (long server : SERVERS) {
                league.store.servers().recordLeft(server, league.systemClock.instant());
            }
            return league;
        });

        for (int shard = 0; shard < 2; shard++) {
            Set<Long> known =
                    with(shard(shard), league -> league.store.servers().known());
            Map<Long, Instant> departed =
                    with(shard(shard), league -> league.store.servers().departed());
            assertThat(known).containsExactly(SERVERS[shard]);
            assertThat(departed).isEqualTo(Map.of(SERVERS[shard], WIRE));
        }
    }

    private Optional<Instant> next(int shard, Instant after) {
        return with(shard(shard), league -> league.store.due().nextAfter(after));
    }

    /** The polls that whoever has all shards finds in the gaps of these. */
    private List<Long> gaps(Shards shards) {
        return with(
                Shards.ALL,
                league ->
                        league.store.gaps().open(shards).stream().map(Gap::poll).toList());
    }

    private static List<Outbox.Owed> sendable(League league) {
        return league.store.outbox().sendable(league.systemClock.instant());
    }

    private long season(long poll) {
        return polls[0].id() == poll ? seasons[0] : seasons[1];
    }

    /** Each shard sees its own season alone, and whoever has both sees both. */
    private void eachAlone(Function<League, List<Long>> seen) {
        for (int shard = 0; shard < 2; shard++) {
            List<Long> alone = with(shard(shard), seen);
            assertThat(alone).containsExactly(seasons[shard]);
        }
        for (Shards everything : List.of(Shards.ALL, new Shards(0, 1, 2))) {
            List<Long> both = with(everything, seen);
            assertThat(both).containsExactlyInAnyOrder(seasons[0], seasons[1]);
        }
    }

    private static Shards shard(int shard) {
        return Shards.one(shard, 2);
    }

    private <T> T with(Shards shards, Function<League, T> work) {
        try (League league = new League(place.with(shards))) {
            return work.apply(league);
        }
    }
}

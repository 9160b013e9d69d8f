package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.league.CastPick;
import io.github.mirrorball.league.Picks;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Receipt;
import io.github.mirrorball.show.AskKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PicksTest {

    @AutoClose
    private final League league;

    private final Picks picks;
    private final long season;
    private final Poll poll;

    PicksTest(Backend backend) {
        league = new League(backend);
        picks = league.store.picks();
        season = league.season();
        poll = league.open(season);
    }

    @Test
    void aLaterPickTakesThePlaceOfTheEarlier() {
        long fan = league.fan(1);
        long other = league.fan(2);
        Pick others = put(poll, other, "cleo");
        put(poll, fan, "ada");
        league.clock.wind(Duration.ofMillis(1));
        Pick later = new Pick(poll.id(), fan, "ben", league.clock.instant(), true);

        picks.put(later);

        assertThat(picks.of(poll.id(), fan)).contains(later);
        assertThat(picks.of(poll.id(), other)).contains(others);
    }

    @Test
    void aPickTakenBackIsGone() {
        long fan = league.fan(1);
        put(poll, fan, "ada");

        assertThat(picks.remove(poll.id(), fan)).isTrue();
        assertThat(picks.remove(poll.id(), fan)).isFalse();
        assertThat(picks.of(poll.id(), fan)).isEmpty();
    }

    @Test
    void aFansPicksGoByTheLockOfTheirPolls() {
        long fan = league.fan(1);
        Poll sooner = league.store.polls().add(poll.at(Optional.empty(), League.LOCKS.minusSeconds(1)));
        Pick second = put(poll, fan, "ada");
        Pick first = put(sooner, fan, "ben");
        put(league.open(league.season()), fan, "ben");
        put(poll, league.fan(2), "ben");

        assertThat(picks.ofFan(season, fan)).containsExactly(first, second);
    }

    @Test
    void theTallyCountsFansByOutcome() {
        put(poll, league.fan(1), "ada");
        put(poll, league.fan(2), "ben");
        put(poll, league.fan(3), "ben");
        put(league.open(season), league.fan(3), "cleo");

        assertThat(picks.tally(poll.id())).isEqualTo(Map.of("ada", 1, "ben", 2));
        assertThat(picks.tally(404)).isEmpty();
    }

    @Test
    void everyPickOfAPollComesWithItsOutcomeHoweverManyThereAre() {
        Poll other = league.open(season);
        Map<String, List<Long>> expected = new HashMap<>();
        league.store.transactions().inOne(() -> {
            for (int user = 1; user <= 1_001; user++) {
                long fan = league.fan(user);
                String outcome = user % 3 == 0 ? "ada" : "ben";
                put(poll, fan, outcome);
                expected.computeIfAbsent(outcome, any -> new ArrayList<>()).add(fan);
            }
            return put(other, league.fan(1), "cleo");
        });

        assertThat(picks.fans(poll.id())).isEqualTo(expected);
        assertThat(picks.fans(other.id())).isEqualTo(Map.of("cleo", List.of(league.fan(1))));
        assertThat(picks.fans(404)).isEmpty();
    }

    @Test
    void aPickIsInTimeUntilTheLastMillisecondBeforeTheLock() {
        CastPick cast = league.cast();

        league.clock.set(League.LOCKS.minusMillis(1));
        assertThat(cast.pick(poll.id(), League.voter(1), "ada")).isEqualTo(new Receipt.Taken("ada", Optional.empty()));
        league.clock.set(League.LOCKS);
        assertThat(cast.pick(poll.id(), League.voter(1), "ben")).isEqualTo(new Receipt.TooLate(PollState.OPEN));

        assertThat(picks.tally(poll.id())).isEqualTo(Map.of("ada", 1));
    }

    /** Picks are taken back now and then, because only a pick that is not there yet can be added twice. */
    @Test
    void eightThreadsCastingOneFansPicksLeaveOne() throws Exception {
        CastPick cast = league.cast();
        long fan = league.fan(1);

        Together.run(
                8,
                thread -> IntStream.range(0, 300)
                        .mapToObj(i -> i % 3 == thread % 3
                                ? takeBack(fan)
                                : cast.pick(poll.id(), League.voter(1), i % 2 == 0 ? "ada" : "ben"))
                        .toList());
        cast.pick(poll.id(), League.voter(1), "cleo");

        assertThat(picks.tally(poll.id())).isEqualTo(Map.of("cleo", 1));
    }

    @Test
    void twoPollsThatSeeTheSameNewFanAtOnceAddOne() throws Exception {
        List<Poll> both =
                List.of(poll, league.store.polls().add(League.poll(season, PollState.OPEN, AskKind.TOP_SCORE)));
        CastPick cast = league.cast();

        for (int round = 0; round < 30; round++) {
            long user = round;
            List<Receipt> receipts =
                    Together.run(2, thread -> cast.pick(both.get(thread).id(), League.voter(user), "ada"));

            assertThat(receipts).hasOnlyElementsOfType(Receipt.Taken.class);
            long fan =
                    league.store.fans().find(League.SERVER, user).orElseThrow().id();
            assertThat(picks.ofFan(season, fan)).hasSize(2);
        }
    }

    private boolean takeBack(long fan) {
        return league.store.transactions().inOne(() -> {
            league.store.polls().gate(poll.id(), "");
            return picks.remove(poll.id(), fan);
        });
    }

    private Pick put(Poll into, long fan, String outcome) {
        Pick pick = new Pick(into.id(), fan, outcome, league.clock.instant(), false);
        picks.put(pick);
        return pick;
    }
}

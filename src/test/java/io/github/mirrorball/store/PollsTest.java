package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.league.Polls;
import io.github.mirrorball.poll.ManualOverride;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.VoteEligibility;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PollsTest {

    @AutoClose
    private final League league;

    private final Polls polls;
    private final long season;

    PollsTest(Backend backend) {
        league = new League(backend);
        polls = league.store.polls();
        season = league.season();
    }

    @Test
    void whatIsAddedComesBackWithItsId() {
        Ask ask = new Ask(AskKind.CUSTOM, Optional.empty(), Optional.of("Who?"), List.of("a", "b"), Optional.empty());
        Poll seasonLong = new Poll(
                0,
                season,
                League.SERVER,
                OptionalInt.empty(),
                ask,
                PollState.SCHEDULED,
                Optional.empty(),
                League.LOCKS,
                true,
                List.of());

        Poll first = polls.add(seasonLong);
        Poll second = polls.add(League.poll(season, PollState.OPEN));

        assertThat(polls.find(first.id())).contains(first);
        assertThat(first).usingRecursiveComparison().ignoringFields("id").isEqualTo(seasonLong);
        assertThat(polls.find(second.id())).contains(second);
        assertThat(second)
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(League.poll(season, PollState.OPEN));
        assertThat(polls.find(404)).isEmpty();
    }

    @Test
    void whatAHostDecidedComesBack() {
        Poll poll = league.open(season);
        ManualOverride decided = new ManualOverride(true, Optional.of(LocalDateTime.parse("2024-11-03T01:30")));

        assertThat(poll.byHand()).isEqualTo(ManualOverride.NOTHING);
        polls.save(poll.with(decided).secret(true));
        assertThat(polls.find(poll.id())).contains(poll.with(decided).secret(true));
        polls.save(poll);
        assertThat(polls.find(poll.id())).contains(poll);
    }

    @Test
    void theGateTellsStateAndLock() {
        Poll poll = polls.add(League.poll(season, PollState.LOCKED));

        assertThat(polls.gate(poll.id(), "ada")).contains(new VoteEligibility(PollState.LOCKED, League.LOCKS, true));
        assertThat(polls.gate(404, "ada")).isEmpty();
    }

    @Test
    void onlyAnOutcomeThatIsNotStruckStands() {
        Poll poll = league.open(season);
        polls.save(
                poll.with(List.of(poll.outcomes().get(0), struck(poll.outcomes().get(1)))));

        assertThat(isStanding(poll, "ada")).isTrue();
        assertThat(isStanding(poll, "ben")).isFalse();
        assertThat(isStanding(poll, "cleo")).isFalse();
        assertThat(isStanding(poll, "")).isFalse();
        assertThat(isStanding(poll, "27")).isFalse();
    }

    @Test
    void anyDecimalNumberStandsWhereANumberIsGuessed() {
        Poll poll = polls.add(League.poll(season, PollState.OPEN, AskKind.SCORE));

        assertThat(List.of("27", "27.5", "0.0001", "-3")).allMatch(guess -> isStanding(poll, guess));
        assertThat(List.of("", ".", "27.", "1e9", "27,5", "ada", "12345678901234567890"))
                .noneMatch(guess -> isStanding(poll, guess));
    }

    @Test
    void whoeverWaitedForThePollSeesWhatWasStruckMeanwhile() throws Exception {
        Poll poll = league.open(season);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Boolean> standing = CompletableFuture.supplyAsync(() -> {
            await(held);
            waiting.countDown();
            return isStanding(poll, "ada");
        });

        league.store.transactions().inOne(() -> {
            polls.gate(poll.id(), "");
            held.countDown();
            await(waiting);
            polls.save(poll.with(poll.outcomes().stream().map(PollsTest::struck).toList()));
            return poll;
        });

        assertThat(standing.get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void pollsOfASeasonGoByAirTimeThenAsAdded() {
        Poll second = polls.add(League.poll(season, PollState.OPEN));
        Poll secondToo = polls.add(League.poll(season, PollState.SCHEDULED, AskKind.TOP_SCORE));
        Poll first = polls.add(ofEpisode(OptionalInt.of(1)));
        Poll seasonLong = polls.add(ofEpisode(OptionalInt.empty()));
        league.open(league.season());

        assertThat(polls.ofSeason(season)).containsExactly(seasonLong, first, second, secondToo);
    }

    @Test
    void openPollsOfAServerGoByLockAndLeaveOutArchivedSeasons() {
        Poll later = polls.add(
                League.poll(season, PollState.OPEN).at(Optional.empty(), League.LOCKS.plus(Duration.ofHours(1))));
        Poll sooner = polls.add(League.poll(league.season(), PollState.OPEN));
        Poll soonerToo = polls.add(League.poll(season, PollState.OPEN, AskKind.TOP_SCORE));
        polls.add(League.poll(season, PollState.LOCKED));
        league.open(league.season(7, 8));
        long archived = league.season();
        league.open(archived);
        league.archive(archived);

        assertThat(polls.open(League.SERVER)).containsExactly(sooner, soonerToo, later);
    }

    @Test
    void savingWritesStateTimesSecrecyAndOutcomes() {
        Poll poll = league.open(season);
        Instant locks = Instant.parse("2024-10-01T00:00:00.123Z");
        Outcome fourth = new Outcome("dan", "", "🪩", true, List.of("🇩", "<:disco:123>"));
        Poll changed = new Poll(
                poll.id(),
                season,
                League.SERVER,
                poll.episode(),
                poll.ask(),
                PollState.RESOLVED,
                Optional.empty(),
                locks,
                true,
                List.of(fourth, poll.outcomes().get(2), struck(poll.outcomes().get(0))));

        polls.save(changed);

        assertThat(polls.find(poll.id())).contains(changed);
    }

    @Test
    void onlyAPollThatNeverOpenedIsRemoved() {
        Poll scheduled = polls.add(League.poll(season, PollState.SCHEDULED));
        Poll open = league.open(season);

        polls.remove(scheduled.id());
        polls.remove(open.id());

        assertThat(polls.ofSeason(season)).containsExactly(open);
    }

    private boolean isStanding(Poll poll, String outcome) {
        return polls.gate(poll.id(), outcome).orElseThrow().standing();
    }

    private Poll ofEpisode(OptionalInt episode) {
        Poll poll = League.poll(season, PollState.SCHEDULED);
        return new Poll(
                0,
                season,
                League.SERVER,
                episode,
                poll.ask(),
                poll.state(),
                poll.opensAt(),
                poll.locksAt(),
                false,
                poll.outcomes());
    }

    private static Outcome struck(Outcome outcome) {
        return new Outcome(outcome.id(), outcome.label(), outcome.emoji(), true);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

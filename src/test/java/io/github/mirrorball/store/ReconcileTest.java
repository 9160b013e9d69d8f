package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.github.mirrorball.league.Fans;
import io.github.mirrorball.league.ReconcileReactions;
import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.reactions.CardListing;
import io.github.mirrorball.reactions.Gap;
import io.github.mirrorball.reactions.Removal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ReconcileTest {

    private static final Set<String> ALL = Set.of("ada", "ben", "cleo");

    @AutoClose
    private final League league;

    private final ReconcileReactions reconcile;
    private final long poll;

    ReconcileTest(Backend backend) {
        league = new League(backend);
        reconcile = reconciling(league.store.fans());
        poll = league.open(league.season()).id();
    }

    private ReconcileReactions reconciling(Fans fans) {
        Store store = league.store;
        return new ReconcileReactions(
                store.transactions(),
                store.polls(),
                store.picks(),
                fans,
                store.reactions(),
                store.cardMemory(),
                store.erasures(),
                store.gaps(),
                store.doubts(),
                league.clock);
    }

    @Test
    void aSingleReactionThatNobodySawBecomesThePickAlsoInPlaceOfAnOlderOne() {
        league.cast().pick(poll, League.voter(1), "ada");
        Gap gap = gap();

        with(gap, Map.of(1L, Set.of("ben"), 2L, Set.of("cleo")));

        assertThat(picks()).isEqualTo(Map.of("ben", 1, "cleo", 1));
        assertThat(league.store.gaps().of(poll)).isEmpty();
    }

    @Test
    void oneFanWhoCannotBeKeptIsPassedOverAndAllOthersCount() {
        Fans failing = mock(Fans.class, delegatesTo(league.store.fans()));
        doThrow(new StoreException("This name cannot be kept."))
                .when(failing)
                .ensure(argThat(each -> each.user() == 2));

        Map<Long, CardListing.Found> found = new HashMap<>();
        List.of(1L, 2L, 3L).forEach(user -> found.put(user, new CardListing.Found("Fan", Set.of("ben"))));
        reconciling(failing).with(new CardListing(gap(), League.SERVER, found, ALL, Set.of(), false), true);

        assertThat(picks()).isEqualTo(Map.of("ben", 2));
        assertThat(league.store.gaps().of(poll)).isEmpty();
    }

    @Test
    void aNameWithACharacterThatNotEveryDatabaseKeepsCountsAllTheSame() {
        reconcile.with(
                new CardListing(
                        gap(),
                        League.SERVER,
                        Map.of(1L, new CardListing.Found("Fa\0n", Set.of("ben"))),
                        ALL,
                        Set.of(),
                        false),
                true);

        assertThat(picks()).isEqualTo(Map.of("ben", 1));
    }

    @Test
    void aPickThatWasMadeSinceTheGapBeganIsNotOverridden() {
        Gap gap = gap();
        league.cast().pick(poll, League.voter(1), "ada");

        with(gap, Map.of(1L, Set.of("ben")));

        assertThat(picks()).isEqualTo(Map.of("ada", 1));
    }

    @Test
    void aPickThatWasTakenBackSinceIsNotBroughtBack() {
        league.cast().pick(poll, League.voter(1), "ada");
        Gap gap = gap();
        league.cast().takeBack(poll, League.voter(1), false);

        with(gap, Map.of(1L, Set.of("ada")));

        assertThat(picks()).isEmpty();
    }

    @Test
    void aVanishedReactionTakesBackOnlyThePickThatItMade() {
        league.cast().onReaction(poll, League.voter(1), "ada", false);
        league.cast().onReaction(poll, League.voter(2), "ada", false);
        league.cast().pick(poll, League.voter(2), "ada");
        league.cast().onReaction(poll, League.voter(3), "ada", false);
        league.cast().onReaction(poll, League.voter(3), "ben", false);

        with(gap(), Map.of(3L, Set.of("ben")));

        assertThat(picks()).isEqualTo(Map.of("ada", 1, "ben", 1));
        assertThat(league.store.reactions().standing(poll, 3)).containsExactly("ben");
    }

    @Test
    void whatTheBotTookAwayItselfAndWhatSomebodyClearedTakesNothingBack() {
        league.cast().onReaction(poll, League.voter(1), "ada", false);
        league.store.reactions().save(new Removal(poll, 1, "ada", true));
        league.cast().onReaction(poll, League.voter(2), "ben", false);

        Gap gap = gap();
        reconcile.with(new CardListing(gap, League.SERVER, Map.of(), Set.of("ada", "cleo"), Set.of(), false), true);

        assertThat(picks()).isEqualTo(Map.of("ada", 1, "ben", 1));
        assertThat(league.store.cardMemory().on(poll)).isEmpty();
        assertThat(league.store.reactions().removal(poll, 1, "ada")).isEmpty();
    }

    @Test
    void ofSeveralTheCurrentPickStaysAndOtherwiseNoneCounts() {
        league.cast().pick(poll, League.voter(1), "ada");
        league.cast().pick(poll, League.voter(2), "cleo");

        with(gap(), Map.of(1L, Set.of("ada", "ben"), 2L, Set.of("ada", "ben"), 3L, Set.of("ada", "ben", "cleo")));

        assertThat(picks()).isEqualTo(Map.of("ada", 1));
        long season = league.store.polls().find(poll).orElseThrow().season();
        assertThat(league.store.doubts().unclear(season, league.fan(1))).isEmpty();
        assertThat(league.store.doubts().unclear(season, league.fan(2))).containsExactly(poll);
        assertThat(league.store.doubts().unclear(season, league.fan(3))).containsExactly(poll);
    }

    @Test
    void whatWasSeenToChangeMeanwhileIsKnownBetter() {
        league.cast().onReaction(poll, League.voter(1), "ada", false);
        Gap gap = gap();
        league.cast().onReaction(poll, League.voter(2), "ben", false);
        league.cast().onUnreaction(poll, League.voter(1), "ada");

        Set<CardListing.Touch> touched = Set.of(new CardListing.Touch(1, "ada"), new CardListing.Touch(2, "ben"));
        reconcile.with(
                new CardListing(gap, League.SERVER, found(Map.of(1L, Set.of("ada"))), ALL, touched, false), true);

        assertThat(picks()).isEqualTo(Map.of("ben", 1));
    }

    @Test
    void anErasedFansReactionIsLeftAlone() {
        league.store.erasures().mark(poll, 1, List.of("ada"));

        with(gap(), Map.of(1L, Set.of("ada")));

        assertThat(picks()).isEmpty();
        assertThat(league.store.reactions().standing(poll, 1)).isEmpty();
    }

    @Test
    void atTheLockNothingCountsAndTheGapStays() {
        Gap gap = gap();
        league.clock.set(League.LOCKS);

        assertThat(with(gap, Map.of(1L, Set.of("ada")))).isFalse();

        assertThat(picks()).isEmpty();
        assertThat(league.store.gaps().of(poll)).contains(gap);
    }

    @Test
    void aGapThatWasMarkedAgainMeanwhileIsNotMadeUpFor() {
        Gap gap = gap();
        league.store.gaps().mark(poll, true);

        with(gap, Map.of());

        assertThat(league.store.gaps().of(poll)).contains(new Gap(poll, gap.number(), 2, false, false));
    }

    @Test
    void aGapThatBeganAnyTimeLeavesEveryPickSinceTheLastOneAlone() {
        league.cast().pick(poll, League.voter(1), "ada");
        league.store.gaps().mark(poll, false);

        with(league.store.gaps().of(poll).orElseThrow(), Map.of(1L, Set.of("ben"), 2L, Set.of("cleo")));

        assertThat(picks()).isEqualTo(Map.of("ada", 1, "cleo", 1));
    }

    @Test
    void aCardThatWasListedIsListedOnceMoreAndANewGapHasANewNumber() {
        Gap first = gap();
        reconcile.with(new CardListing(first, League.SERVER, Map.of(), ALL, Set.of(), false), false);
        assertThat(league.store.gaps().open(Shards.ALL)).singleElement().returns(true, Gap::listed);

        assertThat(gap().number()).isEqualTo(first.number() + 1);
    }

    @Test
    void aResumedSessionEndsOnlyAGapThatItCanHaveTold() {
        league.store.gaps().markAll(Shards.ALL, true);
        league.store.gaps().recordReplayed(poll);
        assertThat(league.store.gaps().of(poll)).isEmpty();

        league.store.gaps().markServer(League.SERVER);
        league.store.gaps().markAll(Shards.ALL, true);
        league.store.gaps().recordReplayed(poll);
        assertThat(league.store.gaps().of(poll)).isPresent();
    }

    @Test
    void aGapAcrossTheLockStays() {
        league.store.gaps().markAll(Shards.ALL, true);
        league.clock.set(League.LOCKS);
        league.store.gaps().recordReplayed(poll);

        assertThat(league.store.gaps().of(poll)).isPresent();
    }

    @Test
    void aPollThatTakesNoPicksHasNoGap() {
        long season = league.store.polls().find(poll).orElseThrow().season();
        long locked =
                league.store.polls().add(League.poll(season, PollState.LOCKED)).id();
        league.store.gaps().markAll(Shards.ALL, false);

        assertThat(league.store.gaps().of(locked)).isEmpty();
        assertThat(league.store.gaps().of(poll)).isPresent();
        assertThat(league.store.gaps().locking(league.clock.instant(), League.LOCKS))
                .containsExactly(poll);
    }

    @Test
    void manyFansAreDealtWithBitByBit() {
        Map<Long, Set<String>> many = new HashMap<>();
        for (long user = 1; user <= 250; user++) {
            many.put(user, Set.of("ben"));
        }

        with(gap(), many);

        assertThat(picks()).isEqualTo(Map.of("ben", 250));
    }

    private Gap gap() {
        league.store.gaps().mark(poll, true);
        return league.store.gaps().of(poll).orElseThrow();
    }

    private boolean with(Gap gap, Map<Long, Set<String>> standing) {
        return reconcile.with(new CardListing(gap, League.SERVER, found(standing), ALL, Set.of(), false), true);
    }

    private static Map<Long, CardListing.Found> found(Map<Long, Set<String>> standing) {
        Map<Long, CardListing.Found> found = new HashMap<>();
        standing.forEach((user, outcomes) -> found.put(user, new CardListing.Found("Fan " + user, outcomes)));
        return found;
    }

    private Map<String, Integer> picks() {
        return league.store.picks().tally(poll);
    }
}

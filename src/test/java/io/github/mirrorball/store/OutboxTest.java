package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.outbox.Outbox.Doubt;
import io.github.mirrorball.outbox.Outbox.Ending;
import io.github.mirrorball.outbox.Outbox.Owed;
import io.github.mirrorball.outbox.Outbox.Owing;
import io.github.mirrorball.outbox.Outbox.Posted;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Season;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class OutboxTest {

    private static final long OTHER_SERVER = 7;
    private static final long OTHER_CHANNEL = 8;
    private static final Posted PLACE = new Posted(League.CHANNEL, 1_290_000_000_000_000_001L);

    @AutoClose
    private final League league;

    private final Outbox outbox;
    private final long season;
    private final Poll poll;
    private final Instant now;

    OutboxTest(Backend backend) {
        league = new League(backend);
        outbox = league.store.outbox();
        season = league.season();
        poll = league.open(season);
        now = league.systemClock.instant();
    }

    @Test
    void whatIsOwedComesWithItsAddress() {
        Notice notice = new Notice.Resulted(season, 2, 1);
        outbox.owe(season, notice);

        Owed owed = first();
        assertThat(owed).isEqualTo(new Owed(owed.id(), season, League.SERVER, League.CHANNEL, notice, 0, now));
    }

    @Test
    void everyKindOfNoticeComesBackAsItWas() {
        List<Notice> notices = List.of(
                new Notice.Locked(season, League.LOCKS.plusMillis(1)),
                new Notice.Resulted(season, 2, 3),
                new Notice.CastChanged(season, OptionalInt.of(2)),
                new Notice.CastChanged(season, OptionalInt.empty()),
                new Notice.Card(poll.id()),
                new Notice.CardChanged(poll.id()),
                new Notice.Seeds(poll.id()));
        notices.forEach(notice -> outbox.owe(season, notice));

        assertThat(sendAll()).containsExactlyElementsOf(notices);
    }

    @Test
    void aChannelsNoticesGoByUrgencyAndThenAsOwed() {
        Poll other = league.open(season);
        outbox.owe(season, new Notice.Seeds(poll.id()));
        outbox.owe(season, new Notice.CardChanged(poll.id()));
        outbox.owe(season, new Notice.Card(other.id()));
        outbox.owe(season, new Notice.Card(poll.id()));
        outbox.owe(season, new Notice.CastChanged(season, OptionalInt.of(2)));
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        outbox.owe(season, new Notice.Locked(season, League.LOCKS));

        assertThat(sendAll())
                .containsExactly(
                        new Notice.Resulted(season, 1, 1),
                        new Notice.Locked(season, League.LOCKS),
                        new Notice.CastChanged(season, OptionalInt.of(2)),
                        new Notice.Card(other.id()),
                        new Notice.Card(poll.id()),
                        new Notice.CardChanged(poll.id()),
                        new Notice.Seeds(poll.id()));
    }

    @Test
    void eachChannelHasItsOwnFirstAndSeasonsOfOneChannelShareIt() {
        long elsewhere = league.season(OTHER_SERVER, OTHER_CHANNEL);
        long sameChannel = league.season();
        outbox.owe(sameChannel, new Notice.CastChanged(sameChannel, OptionalInt.of(1)));
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        outbox.owe(elsewhere, new Notice.CastChanged(elsewhere, OptionalInt.of(1)));

        assertThat(outbox.sendable(now))
                .extracting(Owed::notice)
                .containsExactlyInAnyOrder(
                        new Notice.Resulted(season, 1, 1), new Notice.CastChanged(elsewhere, OptionalInt.of(1)));
    }

    @Test
    void whatChangesACardWaitsForTheCardAndHoldsNothingUp() {
        Poll other = league.open(season);
        outbox.owe(season, new Notice.Card(poll.id()));
        outbox.owe(season, new Notice.CardChanged(poll.id()));
        outbox.owe(season, new Notice.Seeds(poll.id()));
        Owed card = first();
        outbox.begin(card);
        outbox.settle(card.id(), new Ending.Parked("no permission"));
        assertThat(outbox.sendable(now)).isEmpty();

        outbox.owe(season, new Notice.Card(other.id()));
        outbox.owe(season, new Notice.Seeds(other.id()));

        assertThat(sendAll()).containsExactly(new Notice.Card(other.id()), new Notice.Seeds(other.id()));
    }

    @Test
    void aNoticeGoesWhereItsSeasonPostsNow() {
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        Season had = league.find(season);
        league.store
                .seasons()
                .save(new Season(
                        season,
                        had.server(),
                        had.show(),
                        had.title(),
                        had.zone(),
                        had.cast(),
                        had.episodes(),
                        had.asks(),
                        had.settings(),
                        Posting.to(OTHER_CHANNEL),
                        false,
                        Map.of()));

        assertThat(first().channel()).isEqualTo(OTHER_CHANNEL);
    }

    @Test
    void anEditIsNotOwedTwiceUntilItIsUnderWay() {
        send(new Notice.Card(poll.id()));
        Notice edit = new Notice.CardChanged(poll.id());
        outbox.owe(season, edit);
        outbox.owe(season, edit);
        Owed underWay = first();
        outbox.begin(underWay);
        outbox.owe(season, edit);
        outbox.owe(season, edit);
        outbox.settle(underWay.id(), new Ending.Sent(Optional.empty()));

        assertThat(sendAll()).containsExactly(edit);
    }

    @Test
    void anEditIsNotBegunWhileAChangeThatItShouldTellIsUncommitted() throws InterruptedException {
        send(new Notice.Card(poll.id()));
        outbox.owe(season, new Notice.CardChanged(poll.id()));
        Owed owed = first();
        AtomicBoolean committing = new AtomicBoolean();
        AtomicBoolean begunAfter = new AtomicBoolean();
        Thread courier = new Thread(() -> {
            outbox.begin(owed);
            begunAfter.set(committing.get());
        });

        league.store.transactions().inOne(() -> {
            outbox.owe(season, new Notice.CardChanged(poll.id()));
            courier.start();
            await().pollInSameThread().during(Duration.ofMillis(200)).until(() -> courier.isAlive());
            committing.set(true);
            return true;
        });
        courier.join();

        assertThat(begunAfter).isTrue();
    }

    @Test
    void anEditThatIsTriedAgainLaterIsNotOwedBesideIt() {
        send(new Notice.Card(poll.id()));
        Notice edit = new Notice.CardChanged(poll.id());
        outbox.owe(season, edit);
        Owed owed = first();
        outbox.begin(owed);
        outbox.settle(owed.id(), new Ending.Retried(now.plusSeconds(1), "500"));
        outbox.owe(season, edit);

        assertThat(outbox.sendable(now)).isEmpty();
        assertThat(outbox.sendable(now.plusSeconds(1))).extracting(Owed::id).containsExactly(owed.id());
    }

    @Test
    void aMessageThatIsOwedTwiceIsTwoMessages() {
        Notice notice = new Notice.CastChanged(season, OptionalInt.of(2));
        outbox.owe(season, notice);
        outbox.owe(season, notice);

        assertThat(sendAll()).containsExactly(notice, notice);
    }

    @Test
    void whatWasBegunIsStillOwedAndKnowsIt() {
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        outbox.begin(first());
        outbox.begin(first());

        assertThat(first().attempts()).isEqualTo(2);
    }

    @Test
    void onlyOneOfThoseWhoReadANoticeBeginsIt() throws Exception {
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        Owed read = first();

        List<Boolean> begun = Together.run(4, each -> outbox.begin(read));

        assertThat(begun).containsOnlyOnce(true);
        assertThat(first().attempts()).isEqualTo(1);
    }

    @Test
    void whatHasEndedMeanwhileIsNotBegun() {
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        Owed read = first();
        outbox.settle(read.id(), new Ending.Sent(Optional.empty()));

        assertThat(outbox.begin(read)).isFalse();
    }

    @Test
    void aRetryWaitsForItsInstantAndLetsOthersBy() {
        send(new Notice.Card(poll.id()));
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        outbox.owe(season, new Notice.CardChanged(poll.id()));
        Owed result = retried(now.plusSeconds(5), false);

        assertThat(outbox.sendable(now.plusMillis(4_999)))
                .extracting(Owed::notice)
                .containsExactly(new Notice.CardChanged(poll.id()));
        assertThat(outbox.sendable(now.plusSeconds(5))).extracting(Owed::id).containsExactly(result.id());
    }

    @Test
    void aMessageWaitsTwoMinutesAtMostForOneOfItsSeasonThatComesBeforeIt() {
        outbox.owe(season, new Notice.Locked(season, League.LOCKS));
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        outbox.owe(season, new Notice.Card(poll.id()));
        long elsewhere = league.season(OTHER_SERVER, OTHER_CHANNEL);
        outbox.owe(elsewhere, new Notice.Resulted(elsewhere, 1, 1));
        retried(now.plusSeconds(300), false);

        assertThat(outbox.sendable(now.plusSeconds(119)))
                .extracting(Owed::season)
                .containsExactly(elsewhere);
        assertThat(outbox.sendable(now.plusSeconds(120)))
                .extracting(Owed::notice)
                .contains(new Notice.Resulted(season, 1, 1));
    }

    @Test
    void aMessageDoesNotWaitForOneThatIsParked() {
        outbox.owe(season, new Notice.Locked(season, League.LOCKS));
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        outbox.settle(first().id(), new Ending.Parked("50013"));

        assertThat(first().notice()).isEqualTo(new Notice.Resulted(season, 1, 1));
    }

    @Test
    void whatWasBegunIsInDoubtUntilItsOutcomeIsKnown() {
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        assertThat(first().doubt()).isEmpty();

        outbox.begin(first());
        assertThat(first().doubt()).contains(new Doubt(now, now, League.CHANNEL));
        outbox.settle(first().id(), new Ending.Retried(now, "429"));
        assertThat(first().doubt()).isEmpty();
    }

    @Test
    void aDoubtSpansEveryAttemptSinceTheFirstWithoutAnOutcome() {
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        retried(now, true);
        league.systemClock.set(now.plusSeconds(9));
        retried(now, true);

        assertThat(first().doubt()).contains(new Doubt(now, now.plusSeconds(9), League.CHANNEL));
    }

    @Test
    void aLookInVainCountsAsAnAttemptButMovesNoDoubt() {
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        retried(now, true);
        league.systemClock.set(now.plusSeconds(9));
        outbox.settle(first().id(), new Ending.Retried(now, "503", true));

        assertThat(first().attempts()).isEqualTo(2);
        assertThat(first().doubt()).contains(new Doubt(now, now, League.CHANNEL));
    }

    @Test
    void aDoubtOutlivesBeingParked() {
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        outbox.begin(first());
        outbox.settle(first().id(), new Ending.Parked("missing", true));
        outbox.unpark(League.SERVER);

        assertThat(first().doubt()).contains(new Doubt(now, now, League.CHANNEL));
        assertThat(first().attempts()).isZero();
    }

    @Test
    void anEditThatIsParkedIsTakenUpWhenItIsOwedAgain() {
        send(new Notice.Card(poll.id()));
        outbox.owe(season, new Notice.CardChanged(poll.id()));
        long id = first().id();
        outbox.settle(id, new Ending.Parked("50013"));
        assertThat(outbox.sendable(now)).isEmpty();

        outbox.owe(season, new Notice.CardChanged(poll.id()));
        assertThat(outbox.sendable(now)).extracting(Owed::id).containsExactly(id);
        outbox.settle(id, new Ending.Sent(Optional.empty()));
        assertThat(outbox.sendable(now)).isEmpty();
    }

    @Test
    void theMostUrgentGoFirstAcrossChannelsToo() {
        long elsewhere = league.season(OTHER_SERVER, OTHER_CHANNEL);
        outbox.owe(season, new Notice.Card(poll.id()));
        outbox.owe(elsewhere, new Notice.Locked(elsewhere, League.LOCKS));

        assertThat(outbox.sendable(now)).extracting(Owed::season).containsExactly(elsewhere, season);
    }

    @Test
    void noMoreChannelsComeThanAreAskedForAndNoneThatIsBusy() {
        for (long channel = 1; channel <= 300; channel++) {
            long other = league.season(channel, channel);
            outbox.owe(other, new Notice.CastChanged(other, OptionalInt.of(1)));
            outbox.owe(other, new Notice.CastChanged(other, OptionalInt.of(2)));
        }
        outbox.owe(season, new Notice.Locked(season, League.LOCKS));

        assertThat(outbox.sendable(now, Set.of(1L, 3L), 4))
                .extracting(Owed::channel)
                .containsExactly(League.CHANNEL, 2L, 4L, 5L);
        assertThat(outbox.sendable(now, Set.of(), 1000))
                .extracting(Owed::channel)
                .hasSize(301)
                .doesNotHaveDuplicates();
    }

    @Test
    void howeverManyWaitInOneChannelTheOthersComeBesideIt() {
        long elsewhere = league.season(OTHER_SERVER, OTHER_CHANNEL);
        IntStream.range(0, 500).forEach(version -> outbox.owe(season, new Notice.Resulted(season, 1, version)));
        outbox.owe(elsewhere, new Notice.SeasonOpened(elsewhere));

        assertThat(outbox.sendable(now, Set.of(), 2)).extracting(Owed::season).containsExactly(season, elsewhere);
        assertThat(outbox.sendable(now, Set.of(League.CHANNEL), 2))
                .extracting(Owed::season)
                .containsExactly(elsewhere);
    }

    @Test
    void oneDirectMessageComesBeforeWhateverElseIsOwed() {
        long first = reminded(1);
        long second = reminded(2);
        outbox.owe(season, new Notice.DirectReminder(season, League.LOCKS, first));
        outbox.owe(season, new Notice.DirectReminder(season, League.LOCKS, second));
        outbox.owe(season, new Notice.Locked(season, League.LOCKS));

        assertThat(outbox.sendable(now, Set.of(), 1)).extracting(Owed::channel).containsExactly(1L, League.CHANNEL);
        assertThat(outbox.sendable(now, Set.of(1L), 1))
                .extracting(Owed::channel)
                .containsExactly(League.CHANNEL);
    }

    private long reminded(long channel) {
        long fan = league.fan(channel);
        league.store.optIns().put(fan, channel);
        return fan;
    }

    @Test
    void manyAreOwedAsEachOfThemWouldBe() {
        send(new Notice.Card(poll.id()));
        Notice edit = new Notice.CardChanged(poll.id());
        Notice seeds = new Notice.Seeds(poll.id());
        outbox.owe(season, seeds);
        outbox.settle(first().id(), new Ending.Parked("50013"));

        outbox.owe(List.of(
                new Owing(season, edit),
                new Owing(season, seeds),
                new Owing(season, edit),
                new Owing(season, new Notice.Locked(season, League.LOCKS)),
                new Owing(season, new Notice.Locked(season, League.LOCKS))));

        assertThat(sendAll())
                .containsExactly(
                        new Notice.Locked(season, League.LOCKS), new Notice.Locked(season, League.LOCKS), edit, seeds);
    }

    private Owed retried(Instant at, boolean unsure) {
        Owed owed = first();
        outbox.begin(owed);
        outbox.settle(owed.id(), new Ending.Retried(at, "why", unsure));
        return owed;
    }

    @Test
    void theNextTryIsTheEarliestThatIsStillToCome() {
        assertThat(outbox.nextTry()).isEmpty();
        for (int seconds : List.of(9, 3, 6)) {
            outbox.owe(season, new Notice.Resulted(season, 1, seconds));
            outbox.settle(first().id(), new Ending.Retried(now.plusSeconds(seconds), "503"));
        }

        assertThat(outbox.nextTry()).contains(now.plusSeconds(3));
        league.systemClock.set(now.plusSeconds(3));
        assertThat(outbox.nextTry()).contains(now.plusSeconds(6));
        league.systemClock.set(now.plusSeconds(9));
        assertThat(outbox.nextTry()).isEmpty();
    }

    @Test
    void whatIsSentOrGoneIsOwedNoMore() {
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        outbox.settle(first().id(), new Ending.Sent(Optional.of(PLACE)));
        outbox.owe(season, new Notice.Resulted(season, 1, 2));
        outbox.settle(first().id(), new Ending.Gone("10003"));

        assertThat(outbox.sendable(now)).isEmpty();
        assertThat(outbox.posted(new Notice.Resulted(season, 1, 1))).contains(PLACE);
        assertThat(outbox.posted(new Notice.Resulted(season, 1, 2))).isEmpty();
        assertThat(outbox.posted(new Notice.Resulted(season, 1, 3))).isEmpty();
    }

    @Test
    void ofTwoPostsOfOneNoticeTheNewerIsWhereItIs() {
        Posted newer = new Posted(OTHER_CHANNEL, 5);
        send(new Notice.Card(poll.id()));
        outbox.owe(season, new Notice.Card(poll.id()));
        outbox.settle(first().id(), new Ending.Sent(Optional.of(newer)));

        assertThat(outbox.posted(new Notice.Card(poll.id()))).contains(newer);
    }

    @Test
    void parkedNoticesOfAServerAreTakenUpAgain() {
        long elsewhere = league.season(OTHER_SERVER, OTHER_CHANNEL);
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        outbox.settle(first().id(), new Ending.Parked("50013"));
        outbox.owe(elsewhere, new Notice.Resulted(elsewhere, 1, 1));
        outbox.settle(first().id(), new Ending.Parked("50013"));

        outbox.unpark(OTHER_SERVER);
        assertThat(outbox.sendable(now)).extracting(Owed::season).containsExactly(elsewhere);
        outbox.unpark(League.SERVER);
        assertThat(outbox.sendable(now)).extracting(Owed::season).containsExactlyInAnyOrder(elsewhere, season);
    }

    @Test
    void parkedNoticesOfEveryServerAreTakenUpAtOnce() {
        long elsewhere = league.season(OTHER_SERVER, OTHER_CHANNEL);
        for (long each : List.of(season, elsewhere)) {
            outbox.owe(each, new Notice.Resulted(each, 1, 1));
            outbox.settle(first().id(), new Ending.Parked("50013"));
        }
        outbox.unpark(OptionalLong.empty());
        assertThat(outbox.sendable(now)).extracting(Owed::season).containsExactlyInAnyOrder(elsewhere, season);
    }

    @Test
    void cardsAreThoseOfOpenPollsThatStand() {
        Poll locked = league.open(season);
        Poll unsent = league.open(season);
        send(new Notice.Card(poll.id()));
        outbox.owe(season, new Notice.Card(locked.id()));
        outbox.settle(first().id(), new Ending.Sent(Optional.of(new Posted(League.CHANNEL, 2))));
        outbox.owe(season, new Notice.Card(unsent.id()));
        assertThat(outbox.cards()).isEqualTo(Map.of(PLACE.message(), poll.id(), 2L, locked.id()));

        league.store.polls().save(locked.in(PollState.LOCKED));

        assertThat(outbox.cards()).isEqualTo(Map.of(PLACE.message(), poll.id()));
    }

    private Owed first() {
        return outbox.sendable(now).get(0);
    }

    private void send(Notice notice) {
        outbox.owe(season, notice);
        outbox.settle(first().id(), new Ending.Sent(Optional.of(PLACE)));
    }

    /** What goes out when one after another is sent, in order. */
    private List<Notice> sendAll() {
        List<Notice> sent = new ArrayList<>();
        for (List<Owed> owed = outbox.sendable(now); !owed.isEmpty(); owed = outbox.sendable(now)) {
            sent.add(owed.get(0).notice());
            outbox.begin(owed.get(0));
            outbox.settle(owed.get(0).id(), new Ending.Sent(Optional.of(PLACE)));
        }
        return sent;
    }
}

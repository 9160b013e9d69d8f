package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.league.RepostCard;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.reactions.Removal;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.Season;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class CardLostTest {

    private static final long USER = 9;
    private static final long MESSAGE = 77;
    private static final long ELSEWHERE = 1_280_000_000_000_000_009L;

    @AutoClose
    private final League league;

    private final Outbox outbox;
    private final long season;
    private final Poll poll;
    private final AtomicInteger wakes = new AtomicInteger();
    private final RepostCard cardLost;

    CardLostTest(Backend backend) {
        league = new League(backend);
        outbox = league.store.outbox();
        season = league.season();
        poll = league.open(season);
        cardLost = new RepostCard(
                league.store.transactions(),
                league.store.seasons(),
                league.store.polls(),
                league.store.cards(),
                outbox,
                wakes::incrementAndGet);
        outbox.owe(season, new Notice.Card(poll.id()));
        send(MESSAGE);
        league.cast().onReaction(poll.id(), League.voter(USER), "ada", true);
        league.store.reactions().save(Removal.wanted(poll.id(), USER, "ben"));
        league.store.erasures().mark(poll.id(), USER + 1, List.of("ada"));
    }

    @Test
    void anOpenPollGetsACardWithReactionsAnewAndKeepsItsPicks() {
        assertThat(cardLost.repostLost(poll.id(), MESSAGE)).isTrue();

        assertThat(outbox.posted(new Notice.Card(poll.id()))).isEmpty();
        assertThat(outbox.cards()).isEmpty();
        assertThat(league.store.reactions().standing(poll.id(), USER)).isEmpty();
        assertThat(league.store.reactions().asked(9)).isEmpty();
        assertThat(league.store.erasures().isMarked(poll.id(), USER + 1, "ada")).isFalse();
        assertThat(league.store.picks().of(poll.id(), league.fan(USER)))
                .map(Pick::outcome)
                .contains("ada");
        assertThat(owed()).containsExactly(new Notice.Card(poll.id()), new Notice.Seeds(poll.id()));
        assertThat(wakes).hasValue(1);
    }

    @Test
    void whoeverFindsItSecondChangesNothing() {
        cardLost.repostLost(poll.id(), MESSAGE);

        assertThat(cardLost.repostLost(poll.id(), MESSAGE)).isFalse();
        assertThat(owed()).hasSize(2);
        assertThat(wakes).hasValue(1);
    }

    @Test
    void twoWhoFindItAtOnceOweOneCard() throws Exception {
        assertThat(Together.run(2, thread -> cardLost.repostLost(poll.id(), MESSAGE)))
                .containsExactlyInAnyOrder(true, false);

        assertThat(owed()).containsExactly(new Notice.Card(poll.id()), new Notice.Seeds(poll.id()));
    }

    @Test
    void anotherMessageIsNotTheCard() {
        assertThat(cardLost.repostLost(poll.id(), MESSAGE + 1)).isFalse();
        assertThat(cardLost.repostLost(poll.id() + 1, MESSAGE)).isFalse();

        assertThat(league.store.reactions().standing(poll.id(), USER)).containsExactly("ada");
        assertThat(owed()).isEmpty();
    }

    @Test
    void aLockedPollGetsItsCardAlone() {
        league.store.polls().save(poll.in(PollState.LOCKED));
        cardLost.repostLost(poll.id(), MESSAGE);
        assertThat(owed()).containsExactly(new Notice.Card(poll.id()));
    }

    @Test
    void aResolvedPollGetsNothing() {
        league.store.polls().save(poll.in(PollState.RESOLVED));

        assertThat(cardLost.repostLost(poll.id(), MESSAGE)).isTrue();
        assertThat(owed()).isEmpty();
        assertThat(outbox.posted(new Notice.Card(poll.id()))).isEmpty();
    }

    @Test
    void anArchivedSeasonIsLeftAlone() {
        league.archive(season);
        cardLost.repostLost(poll.id(), MESSAGE);

        league.store.seasons().save(league.find(season).archived(false));
        assertThat(owed()).isEmpty();
    }

    @Test
    void aSeasonThatMovesTakesItsOpenCardsAlong() {
        move(ELSEWHERE);

        assertThat(owed())
                .containsExactly(
                        new Notice.Card(poll.id()),
                        new Notice.Seeds(poll.id()),
                        new Notice.CardWithdrawn(poll.id(), League.CHANNEL, MESSAGE));
        assertThat(league.store.reactions().standing(poll.id(), USER)).isEmpty();
        assertThat(outbox.posted(new Notice.Card(poll.id()))).isEmpty();
    }

    @Test
    void aCardThatIsStillToComeIsNotOwedTwiceWhenItsSeasonMoves() {
        cardLost.repostLost(poll.id(), MESSAGE);
        move(ELSEWHERE);

        assertThat(owed()).containsExactly(new Notice.Card(poll.id()), new Notice.Seeds(poll.id()));
    }

    @Test
    void aCardWhoseChannelWasGoneIsPostedInTheNewOne() {
        cardLost.repostLost(poll.id(), MESSAGE);
        Outbox.Owed owed = outbox.sendable(league.systemClock.instant()).get(0);
        outbox.begin(owed);
        outbox.settle(owed.id(), new Outbox.Ending.Gone("10003 Unknown Channel"));
        move(ELSEWHERE);

        assertThat(owed()).containsExactly(new Notice.Card(poll.id()), new Notice.Seeds(poll.id()));
    }

    private void move(long channel) {
        league.store.transactions().inOne(() -> {
            Season held = league.store.seasons().hold(season).orElseThrow();
            Season moved = held.with(held.asks(), held.settings(), Posting.to(channel));
            league.store.seasons().save(moved);
            cardLost.moveCards(moved);
            return true;
        });
    }

    private void send(long message) {
        Outbox.Owed owed = outbox.sendable(league.systemClock.instant()).get(0);
        outbox.begin(owed);
        outbox.settle(owed.id(), new Outbox.Ending.Sent(Optional.of(new Outbox.Posted(League.CHANNEL, message))));
    }

    /** What is owed, in the order in which it would go; all of it counts as sent after that. */
    private List<Notice> owed() {
        List<Notice> owed = new ArrayList<>();
        List<Outbox.Owed> next = outbox.sendable(league.systemClock.instant());
        while (!next.isEmpty()) {
            outbox.begin(next.get(0));
            outbox.settle(next.get(0).id(), new Outbox.Ending.Sent(Optional.empty()));
            owed.add(next.get(0).notice());
            next = outbox.sendable(league.systemClock.instant());
        }
        return owed;
    }
}

package io.github.mirrorball.discord.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.chart.Pictures;
import io.github.mirrorball.discord.ballot.LostCards;
import io.github.mirrorball.discord.ballot.OpenCards;
import io.github.mirrorball.discord.ballot.PollErrands;
import io.github.mirrorball.discord.route.CommandMentions;
import io.github.mirrorball.discord.route.Lanes;
import io.github.mirrorball.discord.route.PendingWork;
import io.github.mirrorball.discord.route.Sessions;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.discord.view.Drawing;
import io.github.mirrorball.discord.view.Gallery;
import io.github.mirrorball.league.PlanScheduledEvents;
import io.github.mirrorball.league.RepostCard;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.outbox.Outbox.Owed;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.SeasonSettings;
import io.github.mirrorball.store.Store;
import io.github.mirrorball.store.StoreSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Requests whose answers are long in coming. */
class DeliveriesTest {

    private static final long LONGEST = Timeouts.USUAL.lost().toNanos();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @AutoClose
    private final Store store = Store.open(StoreSettings.inMemory(), CLOCK, CLOCK);

    private final Outbox outbox = store.outbox();
    private final Queue<Runnable> answers = new ArrayDeque<>();
    private final Deliveries deliveries = deliveries();
    private final long season = store.seasons()
            .add(
                    1,
                    new SeasonPlan(
                            "Show",
                            "Season",
                            ZoneOffset.UTC,
                            List.of(),
                            List.of(),
                            List.of(),
                            SeasonSettings.USUAL,
                            Map.of()),
                    Posting.to(2),
                    3);

    @Test
    void aRequestThatIsNeverAnsweredDoesNotHoldItsChannelUpForGood() {
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        Owed owed = first(NOW);
        deliveries.send(owed, 0);

        deliveries.giveUpLate(LONGEST - 1);
        assertThat(deliveries.isBusy(owed.channel())).isTrue();
        deliveries.giveUpLate(LONGEST);
        assertThat(deliveries.isBusy(owed.channel())).isFalse();
        assertThat(outbox.sendable(NOW)).isEmpty();
        assertThat(first(NOW.plusSeconds(1)).doubt()).contains(new Outbox.Doubt(NOW, NOW, owed.channel()));
    }

    @Test
    void anAnswerThatComesAfterItWasGivenUpChangesNothing() {
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        deliveries.send(first(NOW), 0);
        deliveries.giveUpLate(LONGEST);
        answers.forEach(Runnable::run);

        assertThat(first(NOW.plusSeconds(1)).doubt()).isPresent();
    }

    @Test
    void anAnswerInTimeSettlesIt() {
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        deliveries.send(first(NOW), 0);
        answers.forEach(Runnable::run);

        assertThat(deliveries.isQuiet()).isTrue();
        assertThat(outbox.sendable(NOW.plusSeconds(1000))).isEmpty();
    }

    @Test
    void whatSomebodyElseHasBegunMeanwhileIsLeftToThem() {
        outbox.owe(season, new Notice.Resulted(season, 1, 1));
        Owed read = first(NOW);
        outbox.begin(read);
        deliveries.send(read, 0);

        assertThat(deliveries.isQuiet()).isTrue();
        assertThat(answers).isEmpty();
    }

    private Owed first(Instant at) {
        return outbox.sendable(at).get(0);
    }

    private Deliveries deliveries() {
        OpenCards cards = new OpenCards();
        RepostCard cardLost =
                new RepostCard(store.transactions(), store.seasons(), store.polls(), store.cards(), outbox, () -> {});
        LostCards lost = new LostCards(
                cards, new PollErrands(new Lanes(Runnable::run), new PendingWork()), cardLost, poll -> {});
        Gallery gallery = new Gallery(new Pictures(), store.standings());
        Writer writer = new Writer(
                store.seasons(),
                store.polls(),
                store.picks(),
                store.standings(),
                store.corrections(),
                store.gaps(),
                CLOCK,
                gallery,
                new CommandMentions());
        PlanScheduledEvents calendar = new PlanScheduledEvents(store.seasons(), store.events(), outbox, CLOCK);
        // An episode that is not there leaves nothing to say, so nothing is asked of Discord.
        Sessions nobody = new Sessions();
        return new Deliveries(
                outbox,
                store.polls(),
                cards,
                store.optIns(),
                lost,
                new Post(
                        nobody,
                        writer,
                        store.polls(),
                        outbox,
                        "test",
                        CLOCK,
                        lost,
                        (poll, emoji) -> {},
                        new Drawing(Timeouts.USUAL.replyPicture(), Timeouts.USUAL.postPicture()),
                        Timeouts.USUAL),
                new ScheduledEventQueue(
                        nobody, store.seasons(), store.events(), calendar, "test", CLOCK, Timeouts.USUAL),
                CLOCK,
                Timeouts.USUAL,
                answers::add);
    }
}

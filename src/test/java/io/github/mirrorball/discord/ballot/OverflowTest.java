package io.github.mirrorball.discord.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.discord.route.Lanes;
import io.github.mirrorball.discord.route.PendingWork;
import io.github.mirrorball.league.CastPick;
import io.github.mirrorball.ops.Telemetry;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.reactions.Gap;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Posting;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.SeasonSettings;
import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageOptions;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.store.Store;
import io.github.mirrorball.store.StoreSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More votes than can wait. */
class OverflowTest {

    private static final Instant NOW = Instant.parse("2024-09-20T12:00:00Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Stage stage = Stage.start(StageOptions.defaults());
    private final StageServer server = stage.server("Ballroom fans");
    private final StageChannel channel = server.channel("ballroom");
    private final Store store = Store.open(StoreSettings.inMemory(), clock, Clock.systemUTC());
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final Lanes lanes = new Lanes(pool, 1);
    private final PendingWork work = new PendingWork();
    private final OpenCards cards = new OpenCards();
    private final AtomicInteger listings = new AtomicInteger();
    private final GapWatch gaps = new GapWatch(
            store.gaps(), store.cardMemory(), store.polls(), store.outbox(), lanes, work, listings::incrementAndGet);
    private final ReactionBallots ballots = new ReactionBallots(
            cards,
            new CastPick(
                    store.transactions(),
                    store.polls(),
                    store.picks(),
                    store.fans(),
                    store.reactions(),
                    store.erasures(),
                    store.doubts(),
                    poll -> {},
                    clock),
            store.transactions(),
            lanes,
            work,
            () -> {},
            gaps,
            new RecentReactions(),
            Telemetry.NONE);

    @AfterEach
    void close() {
        pool.shutdownNow();
        store.close();
        stage.close();
    }

    @Test
    void aVoteThatCannotWaitHasItsPollListedAndThoseThatWaitCount() throws Exception {
        Poll poll = open();
        JDA jda = connected();
        StageMessage card = card(jda, poll);
        CountDownLatch busy = new CountDownLatch(1);
        lanes.run(poll.id(), () -> await(busy));

        server.member("one").react(card, "🇦");
        server.member("two").react(card, "🇧");
        server.member("three").react(card, "🇧");
        stage.flush();
        assertThat(store.gaps().of(poll.id())).isEmpty();
        busy.countDown();
        work.awaitNone();

        assertThat(store.picks().tally(poll.id())).isEqualTo(Map.of("ada", 1));
        assertThat(store.gaps().of(poll.id()))
                .get()
                .satisfies(gap -> assertThat(gap.listed()).isFalse())
                .extracting(Gap::replayable)
                .isEqualTo(false);
        assertThat(listings).as("marked once, and asked to be listed once").hasValue(1);
        jda.shutdownNow();
    }

    private Poll open() {
        SeasonPlan plan = new SeasonPlan(
                "The Show",
                "Season 1",
                ZoneOffset.UTC,
                List.of(),
                List.of(),
                List.of(),
                SeasonSettings.USUAL,
                Map.of());
        long season = store.seasons().add(server.id(), plan, Posting.to(channel.id()), 1);
        return store.polls()
                .add(new Poll(
                        0,
                        season,
                        server.id(),
                        OptionalInt.of(2),
                        Ask.of(AskKind.ELIMINATION),
                        PollState.OPEN,
                        Optional.of(NOW.minusSeconds(1)),
                        NOW.plusSeconds(600),
                        false,
                        List.of(new Outcome("ada", "Ada", "🇦", false), new Outcome("ben", "Ben", "🇧", false))));
    }

    private JDA connected() throws InterruptedException {
        return JDABuilder.createLight(stage.token(), GatewayIntent.GUILD_MESSAGE_REACTIONS)
                .setRestConfig(new RestConfig().setBaseUrl(stage.restUrl()))
                .setSessionController(new SessionControllerAdapter() {
                    @Override
                    public String getGateway() {
                        return stage.gatewayUrl();
                    }
                })
                .setCompression(Compression.NONE)
                .setEnableShutdownHook(false)
                .addEventListeners(new ListenerAdapter() {
                    @Override
                    public void onMessageReactionAdd(MessageReactionAddEvent event) {
                        ballots.onAdded(event);
                    }
                })
                .build()
                .awaitReady();
    }

    private StageMessage card(JDA jda, Poll poll) {
        TextChannel posted = jda.getTextChannelById(channel.id());
        assertThat(posted).isNotNull();
        long message = posted.sendMessage("The card").complete().getIdLong();
        cards.put(message, poll);
        return channel.messages().get(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}

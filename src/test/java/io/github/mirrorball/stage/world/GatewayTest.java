package io.github.mirrorball.stage.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.channel.ChannelCreateEvent;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.GuildUnavailableEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveAllEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEmojiEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions: how they begin, what they hear, how they are resumed and lost. */
class GatewayTest {
    private final Scene scene = new Scene();

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void aPrivilegedIntentThatWasNotGrantedEndsTheSession() throws InterruptedException {
        JDA jda = RealBot.builder(scene.stage, EnumSet.of(GatewayIntent.GUILD_MEMBERS))
                .build();
        assertThat(jda.awaitShutdown(10, TimeUnit.SECONDS)).isTrue();
        assertThat(scene.stage.violations()).containsExactly("gateway: 4014 Disallowed intent(s)");
    }

    @Test
    void aWrongTokenIsRefused() {
        try {
            RealBot.builder(scene.stage, EnumSet.noneOf(GatewayIntent.class))
                    .setToken("wrong")
                    .build();
        } catch (net.dv8tion.jda.api.exceptions.InvalidTokenException e) {
            assertThat(scene.stage.violations()).hasSize(1);
            return;
        }
        throw new AssertionError("logged in with a wrong token");
    }

    @Test
    void reactionsAreHeardOnlyWithTheirIntent() throws InterruptedException {
        StageMessage card = scene.message(scene.send("{\"content\":\"hi\"}"));
        try (RealBot deaf = RealBot.with(scene.stage, EnumSet.noneOf(GatewayIntent.class))) {
            scene.ana.react(card, "🇦");
            assertThat(deaf.seen(MessageReactionAddEvent.class)).isEmpty();
        }
    }

    @Test
    void messagesAreHeardOnlyWithTheirIntent() throws InterruptedException {
        try (RealBot hearing = RealBot.with(scene.stage, EnumSet.of(GatewayIntent.GUILD_MESSAGES))) {
            scene.ana.say(scene.ballroom, "hello");
            assertThat(hearing.seen(MessageReceivedEvent.class)).hasSize(1);
        }
        assertThat(scene.bot().seen(MessageReceivedEvent.class)).isEmpty();
    }

    @Test
    void aDroppedSessionIsResumedAndMissesNothing() throws InterruptedException {
        StageMessage card = scene.message(scene.send("{\"content\":\"hi\"}"));
        RealBot bot = scene.bot();
        scene.stage.faults().dropSockets();
        scene.ana.react(card, "🇦");
        bot.await(SessionResumeEvent.class);
        assertThat(bot.seen(MessageReactionAddEvent.class)).hasSize(1);
        assertThat(scene.stage.violations()).isEmpty();
    }

    @Test
    void whatHappenedBeforeARefusedResumeIsLost() throws InterruptedException {
        StageMessage card = scene.message(scene.send("{\"content\":\"hi\"}"));
        RealBot bot = scene.bot();
        scene.stage.faults().refuseResume();
        scene.stage.faults().dropSockets();
        scene.ana.react(card, "🇦");
        bot.await(SessionRecreateEvent.class);
        scene.ana.react(card, "🇧");
        assertThat(bot.seen(MessageReactionAddEvent.class)).hasSize(1);
    }

    @Test
    void aServerGoesAwayAndComesBack() throws InterruptedException {
        RealBot bot = scene.bot();
        scene.server.beginOutage();
        assertThat(bot.seen(GuildUnavailableEvent.class)).hasSize(1);
        scene.ana.say(scene.ballroom, "anyone?");
        scene.server.endOutage();
        assertThat(bot.seen(GuildAvailableEvent.class)).hasSize(1);
    }

    @Test
    void theBotStartsWhileAServerIsAway() throws InterruptedException {
        scene.server.beginOutage();
        StageServer other = scene.stage.server("Other");
        RealBot bot = scene.bot();
        assertThat(bot.jda().getGuilds()).hasSize(1);
        scene.server.endOutage();
        other.channel("later");
        scene.stage.flush();
        assertThat(bot.jda().getGuilds()).hasSize(2);
    }

    @Test
    void theBotIsThrownOutAndInvitedAgain() throws InterruptedException {
        RealBot bot = scene.bot();
        scene.server.removeBot();
        assertThat(bot.seen(GuildLeaveEvent.class)).hasSize(1);
        assertThat(scene.rest.call("GET", "guilds/" + scene.server.id()).code()).isEqualTo(10004);
        assertThat(scene.rest
                        .call("POST", scene.messages(), "{\"content\":\"hi\"}")
                        .code())
                .isEqualTo(50001);
        scene.server.endOutage();
        assertThat(bot.seen(GuildJoinEvent.class)).hasSize(1);
        assertThat(scene.stage.violations()).isEmpty();
    }

    @Test
    void channelsAndServersAppearAndDisappear() throws InterruptedException {
        RealBot bot = scene.bot();
        StageChannel news = scene.server.announcements("news");
        assertThat(bot.seen(ChannelCreateEvent.class)).hasSize(1);
        assertThat(bot.jda().getNewsChannelById(news.id())).isNotNull();
        news.delete();
        assertThat(bot.seen(ChannelDeleteEvent.class)).hasSize(1);
        assertThat(scene.rest.call("GET", "channels/" + news.id()).code()).isEqualTo(10003);
        scene.stage.server("Second");
        assertThat(bot.seen(GuildJoinEvent.class)).hasSize(1);
    }

    @Test
    void clearedReactionsAreToldOnce() throws InterruptedException {
        StageMessage card = scene.message(scene.send("{\"content\":\"hi\"}"));
        RealBot bot = scene.bot();
        scene.ana.react(card, "🇦");
        scene.ana.react(card, "🇧");
        bot.channel(scene.ballroom)
                .clearReactionsById(card.id(), net.dv8tion.jda.api.entities.emoji.Emoji.fromUnicode("🇦"))
                .complete();
        scene.host.clearReactions(card);
        assertThat(bot.seen(MessageReactionRemoveEmojiEvent.class)).hasSize(1);
        assertThat(bot.seen(MessageReactionRemoveAllEvent.class)).hasSize(1);
        assertThat(card.reactions()).isEmpty();
    }

    @Test
    void eachShardHearsItsServers() throws InterruptedException {
        for (int n = 0; n < 4; n++) {
            scene.stage.server("S" + n);
        }
        int known = 0;
        for (int shard = 0; shard < 2; shard++) {
            JDA jda = RealBot.builder(scene.stage, EnumSet.noneOf(GatewayIntent.class))
                    .useSharding(shard, 2)
                    .build();
            jda.awaitReady();
            int here = jda.getGuilds().size();
            assertThat(here).isBetween(1, 4);
            known += here;
            jda.shutdownNow();
            assertThat(jda.awaitShutdown(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(known).isEqualTo(5);
    }

    @Test
    void whatHappensInAServerIsToldItsShardAlone() throws InterruptedException {
        int here = Snowflakes.shardOf(scene.server.id(), 2);
        StageMessage card = scene.message(scene.send("{\"content\":\"hi\"}"));
        try (RealBot own = RealBot.shard(scene.stage, here, 2);
                RealBot other = RealBot.shard(scene.stage, 1 - here, 2)) {
            scene.ana.react(card, "🇦");
            assertThat(own.seen(MessageReactionAddEvent.class)).hasSize(1);
            assertThat(other.seen(MessageReactionAddEvent.class)).isEmpty();
        }
    }

    @Test
    void flushingReturnsAtOnceWhenNobodyIsThere() {
        scene.stage.flush();
        assertThat(scene.stage.sessions()).isZero();
    }

    @Test
    void flushingWaitsForTheReaderAndCanBeRepeatedAtWill() throws InterruptedException {
        StageMessage card = scene.message(scene.send("{\"content\":\"hi\"}"));
        RealBot bot = scene.bot();
        for (int n = 0; n < 300; n++) {
            StageUser fan = scene.server.member("fan-" + n);
            fan.react(card, "🇦");
            assertThat(bot.seen(MessageReactionAddEvent.class)).hasSize(n + 1);
        }
    }

    @Test
    void aGoodbyeEndsTheSession() throws InterruptedException {
        try (RealBot bot = RealBot.on(scene.stage)) {
            assertThat(scene.stage.sessions()).isOne();
            bot.jda().shutdown();
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> scene.stage.sessions() == 0);
            assertThat(bot.seen(ShutdownEvent.class)).hasSizeLessThanOrEqualTo(1);
        }
    }
}

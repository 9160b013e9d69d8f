package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.discord.route.Sessions;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.outbox.Outbox.Posted;
import io.github.mirrorball.show.EmojiKey;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;

/**
 * Reads cards back from Discord. Requests are made as they are, since JDA's own need the channel in its cache, which is empty for a while after
 * a new session. Every answer comes later and on a thread of JDA's. Thread-safe.
 */
public final class CardReader {

    /** As many as Discord gives at once. */
    static final int PAGE = 100;

    private final Sessions sessions;
    private final Timeouts timeouts;

    public CardReader(Sessions sessions, Timeouts timeouts) {
        this.sessions = sessions;
        this.timeouts = timeouts;
    }

    /**
     * How many reacted with one emoji.
     *
     * @param emoji as Discord spells it, for {@link Page}
     * @param key what makes it the same as another
     * @param own whether the bot's own reaction is among them
     * @param normal how many others reacted with it
     * @param burst how many others gave a super reaction
     */
    record Count(String emoji, String key, boolean own, int normal, int burst) {}

    /** A page of those who reacted: to this emoji, normally or super, with ids after this one. */
    record Page(String emoji, boolean burst, long after) {}

    /** Someone who reacted. */
    record User(long id, String name, boolean bot) {}

    /** Where answers go. */
    record Answer<T>(Consumer<T> read, Consumer<Throwable> failed) {}

    /** Counts the reactions on a card. */
    void readCounts(Posted card, Answer<List<Count>> answer) {
        Route.CompiledRoute route =
                Route.Messages.GET_MESSAGE.compile(Long.toString(card.channel()), Long.toString(card.message()));
        ask(card, route, response -> readCounts(response.getObject()), answer);
    }

    /** Reads one page of those who reacted. */
    void readPage(Posted card, Page page, Answer<List<User>> answer) {
        Route.CompiledRoute route = Route.Messages.GET_REACTION_USERS
                .compile(Long.toString(card.channel()), Long.toString(card.message()), page.emoji())
                .withQueryParams("limit", Integer.toString(PAGE))
                .withQueryParams("type", page.burst() ? "1" : "0")
                .withQueryParams("after", Long.toString(page.after()));
        ask(card, route, response -> users(response.getArray()), answer);
    }

    /** Whether the bot may take fans' reactions away in a channel, as far as is known. */
    boolean maySweep(long channel) {
        return may(channel, false, Permission.MESSAGE_MANAGE);
    }

    /** Whether it is worth asking; where nothing is known it is. Requests that are refused count against the bot. */
    boolean mayRead(long channel) {
        return may(channel, true, Permission.VIEW_CHANNEL, Permission.MESSAGE_HISTORY);
    }

    private boolean may(long id, boolean unknown, Permission... permissions) {
        GuildMessageChannel channel = sessions.channel(GuildMessageChannel.class, id);
        try {
            return channel == null
                    ? unknown
                    : channel.getGuild().getSelfMember().hasPermission(channel, permissions);
        } catch (IllegalStateException half) {
            return unknown;
        }
    }

    private <T> void ask(Posted card, Route.CompiledRoute route, Function<Response, T> read, Answer<T> answer) {
        try {
            new RestActionImpl<T>(
                            sessions.ofChannel(card.channel()), route, (response, request) -> read.apply(response))
                    .timeout(timeouts.deadline().toMillis(), TimeUnit.MILLISECONDS)
                    .queue(answer.read(), answer.failed());
        } catch (RuntimeException refused) {
            answer.failed().accept(refused);
        }
    }

    private static List<Count> readCounts(DataObject message) {
        return message.optArray("reactions").orElseGet(DataArray::empty).stream(DataArray::getObject)
                .map(CardReader::count)
                .toList();
    }

    private static Count count(DataObject reaction) {
        DataObject emoji = reaction.getObject("emoji");
        boolean own = reaction.getBoolean("me");
        boolean ownBurst = reaction.getBoolean("me_burst");
        DataObject details = reaction.optObject("count_details")
                .orElseGet(() -> DataObject.empty()
                        .put("normal", reaction.getInt("count"))
                        .put("burst", 0));
        Emoji known = emoji.isNull("id")
                ? Emoji.fromUnicode(emoji.getString("name"))
                : Emoji.fromCustom(emoji.getString("name", "emoji"), emoji.getUnsignedLong("id"), false);
        return new Count(
                known.getAsReactionCode(),
                EmojiKey.of(known.getFormatted()),
                own || ownBurst,
                details.getInt("normal") - (own ? 1 : 0),
                details.getInt("burst") - (ownBurst ? 1 : 0));
    }

    private static List<User> users(DataArray users) {
        return users.stream(DataArray::getObject)
                .map(user -> new User(user.getUnsignedLong("id"), name(user), user.getBoolean("bot")))
                .toList();
    }

    private static String name(DataObject user) {
        return user.isNull("global_name") ? user.getString("username") : user.getString("global_name");
    }
}

package io.github.mirrorball.discord.route;

import java.util.Map;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.handle.SocketHandler;
import org.jspecify.annotations.Nullable;

/**
 * Channels that the bot may not view. Discord announces them under a stand-in name and leaves fields out or empties them, among which are
 * some without which JDA 6.5 takes none of the server's channels and never has the server at all; JDA asks for nothing of the kind from 6.7
 * on. So whatever is missing is put in before JDA reads it, in front of its own handlers.
 */
public final class HiddenChannels extends ListenerAdapter {

    private static final String NAME = "___hidden___";
    private static final Map<String, Integer> REQUIRED = Map.of("position", 0, "bitrate", 64_000, "user_limit", 0);

    /** Whether the name is a stand-in, which is nobody's to read. */
    public static boolean isHidden(GuildChannel channel) {
        return channel.getName().equals(NAME);
    }

    /** JDA is about to read that it is connected, and servers follow. */
    @Override
    public void onStatusChange(StatusChangeEvent event) {
        if (event.getNewStatus() == JDA.Status.LOADING_SUBSYSTEMS) {
            JDAImpl jda = (JDAImpl) event.getJDA();
            Map<String, SocketHandler> handlers = jda.getClient().getHandlers();
            for (String type : new String[] {"GUILD_CREATE", "CHANNEL_CREATE", "CHANNEL_UPDATE"}) {
                handlers.computeIfPresent(
                        type, (same, handler) -> handler instanceof Filled ? handler : new Filled(jda, handler));
            }
        }
    }

    private static void fill(DataObject channel) {
        REQUIRED.forEach((field, value) -> {
            if (channel.isNull(field)) {
                channel.put(field, value);
            }
        });
    }

    /** Fills in what is missing, and leaves the rest to JDA's own handler. */
    private static final class Filled extends SocketHandler {

        private final SocketHandler handler;

        Filled(JDAImpl jda, SocketHandler handler) {
            super(jda);
            this.handler = handler;
        }

        @Override
        protected @Nullable Long handleInternally(DataObject content) {
            if (content.hasKey("channels")) {
                content.getArray("channels").stream(DataArray::getObject).forEach(HiddenChannels::fill);
            } else {
                fill(content);
            }
            handler.handle(responseNumber, allContent);
            // JDA's own handler keeps the event itself where it is too early for it.
            return null;
        }
    }
}

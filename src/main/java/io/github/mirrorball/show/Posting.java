package io.github.mirrorball.show;

import java.util.OptionalLong;

/**
 * Where one server wants a season posted; all are Discord ids.
 *
 * @param channel where polls, results and standings go
 * @param hostChannel where hosts are asked for results
 * @param mentionRole who is mentioned by reminders
 * @param hostRole who may host without Manage Events
 */
public record Posting(long channel, OptionalLong hostChannel, OptionalLong mentionRole, OptionalLong hostRole) {

    /** Everything goes to one channel, nobody is mentioned. */
    public static Posting to(long channel) {
        return new Posting(channel, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }
}

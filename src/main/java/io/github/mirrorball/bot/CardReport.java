package io.github.mirrorball.bot;

import java.util.Map;
import java.util.OptionalInt;

/**
 * An open poll's card as it stands in a channel.
 *
 * @param episode empty for a season-long poll
 * @param asks the ask's key, such as {@code elimination}
 * @param emoji the reaction that picks each outcome that still can be picked, in ballot order
 */
public record CardReport(
        long poll,
        long season,
        OptionalInt episode,
        String asks,
        long channel,
        long message,
        Map<String, String> emoji) {}

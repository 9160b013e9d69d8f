package io.github.mirrorball.discord.ballot;

import io.github.mirrorball.reactions.CardListing;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which reactions were seen to come or go while their card is being listed: what was seen is newer than what is listed. Kept for cards that
 * are being listed only. Thread-safe.
 */
public final class RecentReactions {

    private final Map<Long, Set<CardListing.Touch>> listing = new ConcurrentHashMap<>();

    /** From now on, before the first request is sent, touches of this poll's card are kept. */
    public void begin(long poll) {
        listing.put(poll, ConcurrentHashMap.newKeySet());
    }

    /** What was touched since; to be asked in the poll's lane. */
    public Set<CardListing.Touch> of(long poll) {
        return Optional.ofNullable(listing.get(poll)).map(Set::copyOf).orElse(Set.of());
    }

    /** The listing is over. */
    public void end(long poll) {
        listing.remove(poll);
    }

    void add(long poll, long user, String outcome) {
        Set<CardListing.Touch> touched = listing.get(poll);
        if (touched != null) {
            touched.add(new CardListing.Touch(user, outcome));
        }
    }
}

package io.github.mirrorball.league;

import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says in a server, once, who the bot is, after it was invited. That is known by when it joined, so that neither an outage nor a start makes
 * a server a new one; where it was before this began, it is known already. Thread-safe.
 */
public final class GreetServer {

    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final Greetings greetings;
    private final Outbox outbox;
    private final Runnable owed;
    private final InstantSource systemClock;

    /** @param owed is run after a commit, since there is something to post */
    public GreetServer(
            Transactions transactions, Greetings greetings, Outbox outbox, Runnable owed, InstantSource systemClock) {
        this.transactions = transactions;
        this.greetings = greetings;
        this.outbox = outbox;
        this.owed = owed;
        this.systemClock = systemClock;
    }

    /** Servers that the bot joins from now on are greeted, if that was not so before. To be called before any is heard of. */
    public void begin() {
        greetings.ensureSince(systemClock.instant());
    }

    /**
     * Which of these servers are still to be greeted.
     *
     * @param joined when the bot joined each server that it is in, by Discord's time
     */
    public Set<Long> ungreeted(Map<Long, Instant> joined) {
        Instant since = greetings.ensureSince(systemClock.instant());
        Set<Long> greeted = greetings.greeted();
        Set<Long> ungreeted = new HashSet<>();
        List<Long> before = new ArrayList<>();
        joined.forEach((server, at) -> {
            if (!greeted.contains(server)) {
                (at.isBefore(since) ? before : ungreeted).add(server);
            }
        });
        for (int from = 0; from < before.size(); from += AT_ONCE) {
            greetings.add(before.subList(from, Math.min(before.size(), from + AT_ONCE)));
        }
        return ungreeted;
    }

    /**
     * Greets a server, unless it is greeted already.
     *
     * @param channels where the bot may write, the best first; where there is none, nothing is said, and nothing later either
     * @param language in which language, as a BCP 47 tag
     */
    public void greet(long server, Collection<Long> channels, String language) {
        transactions.inOne(() -> {
            boolean isNew = greetings.add(List.of(server)) > 0;
            if (isNew) {
                channels.stream().findFirst().ifPresent(channel -> {
                    outbox.owe(0, new Notice.Greeting(server, channel, language));
                    transactions.runAfterCommit(owed);
                });
            }
            return isNew;
        });
    }
}

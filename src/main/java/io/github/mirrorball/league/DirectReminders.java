package io.github.mirrorball.league;

import io.github.mirrorball.poll.Voter;
import java.util.List;

/** Which fans of a server want to be reminded by direct message. Thread-safe. */
public final class DirectReminders {

    private final Transactions transactions;
    private final Fans fans;
    private final OptIns optIns;

    public DirectReminders(Transactions transactions, Fans fans, OptIns optIns) {
        this.transactions = transactions;
        this.fans = fans;
        this.optIns = optIns;
    }

    /**
     * Reminds a fan from now on.
     *
     * @param channel the channel of the direct messages with them
     */
    public void turnOn(Voter voter, long channel) {
        transactions.inOne(() -> {
            optIns.put(fans.ensure(voter).id(), channel);
            return channel;
        });
    }

    /** Does not remind a fan any more, nor of what is owed already. True if they were to be reminded. */
    public boolean off(long server, long user) {
        return transactions.inOne(() ->
                fans.find(server, user).filter(fan -> optIns.remove(fan.id())).isPresent());
    }

    /** Does not remind a user any more, in whichever server. True if they were to be reminded in any. */
    public boolean offEverywhere(long user) {
        List<Long> reminded = servers(user);
        reminded.forEach(server -> off(server, user));
        return !reminded.isEmpty();
    }

    /** The servers in which a user is reminded. */
    public List<Long> servers(long user) {
        return fans.servers(user).stream().filter(server -> isOn(server, user)).toList();
    }

    /** Whether a user is reminded. */
    public boolean isOn(long server, long user) {
        return fans.find(server, user)
                .filter(fan -> optIns.channel(fan.id()).isPresent())
                .isPresent();
    }
}

package io.github.mirrorball.league;

import io.github.mirrorball.poll.Voter;

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
    public void on(Voter voter, long channel) {
        transactions.inOne(() -> {
            optIns.put(fans.seen(voter).id(), channel);
            return channel;
        });
    }

    /** Does not remind a fan any more, nor of what is owed already. True if they were to be reminded. */
    public boolean off(long server, long user) {
        return transactions.inOne(() ->
                fans.find(server, user).filter(fan -> optIns.remove(fan.id())).isPresent());
    }

    /** Whether a user is reminded. */
    public boolean isOn(long server, long user) {
        return fans.find(server, user)
                .filter(fan -> optIns.channel(fan.id()).isPresent())
                .isPresent();
    }
}

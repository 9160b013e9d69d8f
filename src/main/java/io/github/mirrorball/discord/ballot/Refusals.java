package io.github.mirrorball.discord.ballot;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Receipt;
import java.util.Locale;

/** Why an action on a ballot was not taken. */
final class Refusals {

    private Refusals() {}

    static Rejection late(PollState state) {
        return new Rejection("pick.late." + state.name().toLowerCase(Locale.ROOT));
    }

    static Rejection of(Receipt receipt) {
        if (receipt instanceof Receipt.TooLate late) {
            return late(late.state());
        }
        return new Rejection(receipt instanceof Receipt.Struck ? "pick.struck" : "reply.stale");
    }
}

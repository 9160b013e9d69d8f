package io.github.mirrorball.league;

import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Receipt;
import io.github.mirrorball.poll.VoteContext;
import io.github.mirrorball.poll.Voter;
import io.github.mirrorball.reactions.Doubts;
import io.github.mirrorball.reactions.Erasures;
import io.github.mirrorball.reactions.Reactions;
import io.github.mirrorball.reactions.Removal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongConsumer;

/**
 * Casts picks. Each action is one transaction that holds the poll, reads the show clock under that hold, and so decides alone whether
 * it is in time. Thread-safe; actions on one poll are expected in the order in which they happened. Each may be done twice, if the database
 * does not tell whether it was done once: the same pick is made again, what is gone is gone; only a receipt may then say that nothing changed.
 */
public final class CastPick {

    private final Transactions transactions;
    private final Polls polls;
    private final Picks picks;
    private final Fans fans;
    private final Reactions reactions;
    private final Erasures erasures;
    private final Doubts doubts;
    private final LongConsumer changed;
    private final Clock clock;

    /** @param changed is told, after the commit, the poll whose counts have changed; it returns at once */
    public CastPick(
            Transactions transactions,
            Polls polls,
            Picks picks,
            Fans fans,
            Reactions reactions,
            Erasures erasures,
            Doubts doubts,
            LongConsumer changed,
            Clock clock) {
        this.transactions = transactions;
        this.polls = polls;
        this.picks = picks;
        this.fans = fans;
        this.reactions = reactions;
        this.erasures = erasures;
        this.doubts = doubts;
        this.changed = changed;
        this.clock = clock;
    }

    /** A pick by menu, button or command. */
    public Receipt pick(long poll, Voter voter, String outcome) {
        return withPollHeld(poll, voter, outcome, (context, now) -> take(poll, voter, outcome, context, now, false));
    }

    /**
     * A fan takes their pick back by button. Reactions of theirs that stand, seen or not, do not bring it back.
     *
     * @param sweep whether the bot may take those reactions away
     */
    public Receipt takeBack(long poll, Voter voter, boolean sweep) {
        return withPollHeld(poll, voter, "", (context, now) -> {
            if (!context.eligibility().takesPicks(now)) {
                return new Receipt.TooLate(context.eligibility().state());
            }
            context.pick().ifPresent(made -> doubts.recordTakenBack(poll, made.fan()));
            if (sweep && context.pick().isPresent()) {
                context.reactions().forEach(each -> reactions.save(Removal.wanted(poll, voter.user(), each)));
            }
            return context.pick().map(this::onRemoval).orElseGet(Receipt.Unchanged::new);
        });
    }

    /**
     * A reaction appeared on the poll's card. One that comes too late is not remembered either, so that it is found where the poll is
     * reopened.
     *
     * @param sweep whether the bot may take the fan's older reactions away
     */
    public Receipt onReaction(long poll, Voter voter, String outcome, boolean sweep) {
        return withPollHeld(poll, voter, outcome, (context, now) -> {
            if (!context.eligibility().takesPicks(now)) {
                return new Receipt.TooLate(context.eligibility().state());
            }
            if (!reactions.add(poll, voter.user(), outcome)) {
                return new Receipt.Unchanged();
            }
            lift(poll, voter, outcome, context);
            Receipt receipt = take(poll, voter, outcome, context, now, true);
            if (sweep && receipt instanceof Receipt.Taken) {
                sweepOthers(poll, voter, outcome, context);
            }
            return receipt;
        });
    }

    /**
     * A reaction vanished from the poll's card. It takes back only the pick that it made. While a removal of the bot's own is on its way,
     * Discord does not say whose a vanishing was, and then the pick stays.
     */
    public Receipt onUnreaction(long poll, Voter voter, String outcome) {
        return withPollHeld(poll, voter, outcome, (context, now) -> {
            if (!context.eligibility().takesPicks(now)) {
                return new Receipt.Unchanged();
            }
            boolean stood = reactions.remove(poll, voter.user(), outcome);
            lift(poll, voter, outcome, context);
            if (!stood || isBeingSwept(poll, voter, outcome, context)) {
                return new Receipt.Unchanged();
            }
            return context.pick()
                    .filter(pick -> pick.byReaction() && pick.outcome().equals(outcome))
                    .map(this::onUnreaction)
                    .orElseGet(Receipt.Unchanged::new);
        });
    }

    /** Whether an asked removal is still wanted; if so it counts as sent from now on. */
    public boolean sending(Removal removal) {
        return transactions.repeatable(() -> {
            polls.gate(removal.poll(), removal.outcome());
            boolean wanted = reactions
                            .removal(removal.poll(), removal.user(), removal.outcome())
                            .isPresent()
                    && isStanding(removal);
            if (wanted) {
                reactions.save(removal.asSent());
            } else {
                reactions.forget(removal);
            }
            return wanted;
        });
    }

    /** After an erasure nothing of the fan is remembered, but what is marked stands until it is seen to vanish. */
    private boolean isStanding(Removal removal) {
        return reactions.standing(removal.poll(), removal.user()).contains(removal.outcome())
                || erasures.isMarked(removal.poll(), removal.user(), removal.outcome());
    }

    /** Whatever a removal that was sent can have caused has been reported by now. */
    public void forgetSwept(Removal removal) {
        reactions.forget(removal.asSent());
    }

    private Receipt take(long poll, Voter voter, String outcome, VoteContext context, Instant now, boolean byReaction) {
        if (!context.eligibility().takesPicks(now)) {
            return new Receipt.TooLate(context.eligibility().state());
        }
        if (!context.eligibility().standing()) {
            return new Receipt.Struck();
        }
        Fan fan =
                context.fan().filter(known -> known.name().equals(voter.name())).orElseGet(() -> fans.ensure(voter));
        picks.put(new Pick(poll, fan.id(), outcome, now, byReaction));
        transactions.runAfterCommit(() -> changed.accept(poll));
        return new Receipt.Taken(outcome, context.pick().map(Pick::outcome));
    }

    private Receipt onUnreaction(Pick pick) {
        doubts.settle(pick.poll(), pick.fan());
        return onRemoval(pick);
    }

    private Receipt onRemoval(Pick pick) {
        picks.remove(pick.poll(), pick.fan());
        transactions.runAfterCommit(() -> changed.accept(pick.poll()));
        return new Receipt.TakenBack(pick.outcome());
    }

    private void lift(long poll, Voter voter, String outcome, VoteContext context) {
        if (context.hasMarks()) {
            erasures.lift(poll, voter.user(), outcome);
        }
    }

    private void sweepOthers(long poll, Voter voter, String kept, VoteContext context) {
        if (context.hasRemovals()) {
            reactions.forget(Removal.wanted(poll, voter.user(), kept));
        }
        context.reactionsBut(kept).forEach(other -> reactions.save(Removal.wanted(poll, voter.user(), other)));
    }

    private boolean isBeingSwept(long poll, Voter voter, String outcome, VoteContext context) {
        return context.hasRemovals()
                && reactions
                        .removal(poll, voter.user(), outcome)
                        .filter(Removal::sent)
                        .isPresent();
    }

    private Receipt withPollHeld(long poll, Voter voter, String outcome, Decision decision) {
        return transactions.repeatable(() -> polls.stance(poll, voter, outcome)
                .map(context -> decision.receipt(context, moment(clock)))
                .orElseGet(Receipt.Unknown::new));
    }

    /** The present as it is kept: databases have fewer digits than clocks. */
    static Instant moment(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private interface Decision {
        Receipt receipt(VoteContext context, Instant now);
    }
}

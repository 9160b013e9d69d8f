package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.discord.route.Lanes;
import io.github.mirrorball.discord.route.Timeouts;
import io.github.mirrorball.league.CastPick;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.reactions.Removal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes fans' older reactions away. For the courier's thread only. */
final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final Outbox outbox;
    private final Polls polls;
    private final CastPick cast;
    private final Lanes lanes;
    private final Post post;
    private final Consumer<Runnable> answers;
    private final Duration reportedWithin;
    private final Set<Removal> underWay = new HashSet<>();
    private final Queue<Report> reports = new ArrayDeque<>();

    /** @param answers takes, from any thread, what the courier's thread does with an answer of Discord's */
    Sweeper(
            Outbox outbox,
            Polls polls,
            CastPick cast,
            Lanes lanes,
            Post post,
            Consumer<Runnable> answers,
            Timeouts timeouts) {
        this.outbox = outbox;
        this.polls = polls;
        this.cast = cast;
        this.lanes = lanes;
        this.post = post;
        this.answers = answers;
        this.reportedWithin = timeouts.report();
    }

    /** A removal that was answered, and the monotonic time until which its report may come. */
    private record Report(Removal removal, long until) {}

    /** Whether no request is unanswered. */
    boolean isQuiet() {
        return underWay.isEmpty();
    }

    /** Whether reports may still come that are not the fans' doing. */
    boolean awaitsReports() {
        return !reports.isEmpty();
    }

    /** Asks Discord to take a reaction away, if that is still wanted. */
    void sweep(Removal removal) {
        Optional<Poll> poll = polls.find(removal.poll());
        Optional<Outbox.Posted> card = outbox.posted(new Notice.Card(removal.poll()));
        Optional<Outcome> outcome = poll.flatMap(found -> found.outcome(removal.outcome()));
        if (!cast.sending(removal) || card.isEmpty() || outcome.isEmpty()) {
            return;
        }
        underWay.add(removal);
        remove(removal, card.get(), new ArrayDeque<>(outcome.get().reactions().toList()));
    }

    /** Which of several emoji the fan reacted with is not known, so all are taken, one after another. */
    private void remove(Removal removal, Outbox.Posted card, Queue<String> emoji) {
        post.remove(
                removal.poll(),
                card,
                emoji.remove(),
                removal.user(),
                () -> answers.accept(() -> onAnswered(removal, card, emoji)));
    }

    private void onAnswered(Removal removal, Outbox.Posted card, Queue<String> emoji) {
        if (!emoji.isEmpty()) {
            remove(removal, card, emoji);
            return;
        }
        underWay.remove(removal);
        reports.add(new Report(removal, System.nanoTime() + reportedWithin.toNanos()));
    }

    /** Forgets removals whose reports must be in; in the poll's lane, so that each of those is dealt with before. */
    void forgetReported() {
        while (!reports.isEmpty() && reports.element().until() - System.nanoTime() <= 0) {
            Removal removal = reports.remove().removal();
            lanes.run(removal.poll(), () -> forget(removal));
        }
    }

    private void forget(Removal removal) {
        try {
            cast.forgetSwept(removal);
        } catch (RuntimeException broken) {
            LOG.error("A removal in poll {} could not be forgotten", removal.poll(), broken);
        }
    }
}

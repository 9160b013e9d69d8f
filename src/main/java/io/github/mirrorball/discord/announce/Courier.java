package io.github.mirrorball.discord.announce;

import io.github.mirrorball.discord.Lanes;
import io.github.mirrorball.discord.ballot.OpenCards;
import io.github.mirrorball.poll.Cast;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Polls;
import io.github.mirrorball.poll.Reactions;
import io.github.mirrorball.poll.Removal;
import io.github.mirrorball.schedule.Announcer;
import io.github.mirrorball.schedule.Notice;
import io.github.mirrorball.schedule.Outbox;
import io.github.mirrorball.schedule.Outbox.Ending;
import io.github.mirrorball.schedule.Outbox.Owed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts what is owed: one request at a time in each channel, the most urgent first, all channels side by side on one paced budget. Only its
 * own thread touches the outbox; answers from Discord are queued for it. Thread-safe.
 */
public final class Courier implements Announcer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(5);
    private static final int REMOVALS_AT_ONCE = 50;
    /** What a request caused is reported by the gateway soon after its answer, but nothing says when. */
    private static final Duration REPORTED_WITHIN = Duration.ofSeconds(5);

    /** A removal that was answered, and the monotonic time until which its report may come. */
    private record Report(Removal removal, long until) {}

    private final Outbox outbox;
    private final Polls polls;
    private final Reactions reactions;
    private final Cast cast;
    private final OpenCards cards;
    private final Lanes lanes;
    private final Post post;
    private final InstantSource wire;
    private final Pace pace;
    private final Thread thread = new Thread(this::loop, "courier");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Runnable> answers = new ArrayDeque<>();
    private boolean awake = true;
    private boolean idle;
    private boolean closed;

    private final Set<Long> busyChannels = new HashSet<>();
    private final Set<Removal> sweeping = new HashSet<>();
    private final Queue<Report> reports = new ArrayDeque<>();
    private final Map<Long, Integer> seeded = new HashMap<>();

    /** @param perSecond how many requests a second may be sent unasked */
    public Courier(
            Outbox outbox,
            Polls polls,
            Reactions reactions,
            Cast cast,
            OpenCards cards,
            Lanes lanes,
            Post post,
            InstantSource wire,
            int perSecond) {
        this.outbox = outbox;
        this.polls = polls;
        this.reactions = reactions;
        this.cast = cast;
        this.cards = cards;
        this.lanes = lanes;
        this.post = post;
        this.wire = wire;
        this.pace = new Pace(perSecond, System.nanoTime());
        thread.setDaemon(true);
    }

    /** Recalls which messages are cards of open polls; before the first event comes in. */
    public void recall() {
        reactions.forgetSent();
        outbox.cards().forEach((message, poll) -> polls.find(poll).ifPresent(open -> cards.put(message, open)));
    }

    /** Begins to post, once Discord is there. */
    public void start() {
        thread.start();
    }

    @Override
    public void wake() {
        signal(() -> awake = true);
    }

    private void signal(Runnable change) {
        lock.lock();
        try {
            change.run();
            idle = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when nothing that may be sent now is unsent and nothing sent is unanswered. */
    public void settle() throws InterruptedException {
        wake();
        lock.lock();
        try {
            while (!idle && !closed) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Stops taking up new notices and waits, bounded, for the answers to what is under way. */
    @Override
    public void close() {
        signal(() -> closed = true);
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        boolean more = true;
        while (more) {
            Duration sleep = Duration.ofSeconds(1);
            try {
                sleep = turn();
            } catch (RuntimeException broken) {
                LOG.error("What is owed could not be looked at; trying again", broken);
            }
            more = pause(sleep);
        }
    }

    /** Sends what may be sent, and tells how long nothing more will be. */
    private Duration turn() {
        forgetReported();
        Duration sleep = reports.isEmpty() ? LONGEST_SLEEP : REPORTED_WITHIN;
        for (Owed owed : outbox.sendable(wire.instant())) {
            if (isClosed() || busyChannels.contains(owed.channel())) {
                continue;
            }
            if (!pace.take(System.nanoTime())) {
                return Duration.ofNanos(pace.untilNext());
            }
            send(owed);
        }
        for (Removal removal : isClosed() ? List.<Removal>of() : reactions.asked(REMOVALS_AT_ONCE)) {
            if (!pace.take(System.nanoTime())) {
                return Duration.ofNanos(pace.untilNext());
            }
            sweep(removal);
        }
        return outbox.nextTry()
                .map(this::until)
                .filter(wait -> wait.compareTo(sleep) < 0)
                .orElse(sleep);
    }

    /** In the poll's lane, so that every report that came in time is dealt with before. */
    private void forgetReported() {
        while (!reports.isEmpty() && reports.element().until() - System.nanoTime() <= 0) {
            Removal removal = reports.remove().removal();
            lanes.run(removal.poll(), () -> guarded(() -> cast.swept(removal)));
        }
    }

    private Duration until(Instant instant) {
        Duration wait = Duration.between(wire.instant(), instant);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** Runs queued answers, then sleeps unless there is more to do. False when it is time to end. */
    private boolean pause(Duration sleep) {
        Queue<Runnable> now = new ArrayDeque<>();
        lock.lock();
        try {
            long nanos = sleep.toNanos();
            while (!awake && answers.isEmpty() && nanos > 0 && !(closed && isQuiet())) {
                idle = isQuiet() && sleep.compareTo(Duration.ofSeconds(1)) >= 0;
                changed.signalAll();
                nanos = changed.awaitNanos(nanos);
            }
            awake = false;
            now.addAll(answers);
            answers.clear();
        } catch (InterruptedException interrupted) {
            closed = true;
        } finally {
            lock.unlock();
        }
        now.forEach(this::guarded);
        return !(isClosed() && isQuiet());
    }

    private void guarded(Runnable answer) {
        try {
            answer.run();
        } catch (RuntimeException broken) {
            LOG.error("The answer to a notice could not be kept", broken);
        }
    }

    private boolean isQuiet() {
        return busyChannels.isEmpty() && sweeping.isEmpty() && answers.isEmpty();
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void send(Owed owed) {
        busyChannels.add(owed.channel());
        outbox.begin(owed.id());
        if (owed.notice() instanceof Notice.Card) {
            cards.posting(owed.channel());
        }
        Post.Answer answer = ending -> signal(() -> answers.add(() -> settle(owed, ending)));
        try {
            if (owed.notice() instanceof Notice.Seeds seeds) {
                seed(owed, seeds, answer);
            } else {
                post.send(owed, answer);
            }
        } catch (RuntimeException refused) {
            answer.ended(Failures.of(refused, owed.attempts(), wire.instant()));
        }
    }

    /** One reaction a turn, so that anything more urgent goes between two of them. */
    private void seed(Owed owed, Notice.Seeds seeds, Post.Answer answer) {
        int next = seeded.getOrDefault(owed.id(), 0);
        boolean last = post.seed(owed, seeds, next, ending -> {
            if (ending instanceof Ending.Sent) {
                signal(() -> answers.add(() -> stepped(owed, next + 1)));
            } else {
                answer.ended(ending);
            }
        });
        if (last) {
            answer.ended(new Ending.Sent(Optional.empty()));
        }
    }

    private void stepped(Owed owed, int next) {
        seeded.put(owed.id(), next);
        busyChannels.remove(owed.channel());
        wake();
    }

    private void settle(Owed owed, Ending ending) {
        seeded.remove(owed.id());
        outbox.settle(owed.id(), ending);
        busyChannels.remove(owed.channel());
        if (ending instanceof Ending.Sent sent) {
            remember(owed.notice(), sent);
        } else {
            LOG.warn("Notice {} ({}): {}", owed.id(), owed.notice().getClass().getSimpleName(), ending);
        }
        if (owed.notice() instanceof Notice.Card) {
            cards.posted(owed.channel());
        }
        wake();
    }

    private void remember(Notice notice, Ending.Sent sent) {
        if (notice instanceof Notice.Card card) {
            sent.posted().ifPresent(at -> polls.find(card.poll()).ifPresent(poll -> cards.put(at.message(), poll)));
        } else if (notice instanceof Notice.CardChanged changed) {
            outbox.posted(new Notice.Card(changed.poll()))
                    .ifPresent(at -> polls.find(changed.poll()).ifPresent(poll -> recall(at.message(), poll)));
        }
    }

    private void recall(long message, Poll poll) {
        if (poll.state() == PollState.OPEN) {
            cards.put(message, poll);
        } else {
            cards.remove(message);
        }
    }

    private void sweep(Removal removal) {
        Optional<Poll> poll = polls.find(removal.poll());
        Optional<Outbox.Posted> card = outbox.posted(new Notice.Card(removal.poll()));
        Optional<String> emoji =
                poll.flatMap(found -> found.outcome(removal.outcome())).map(outcome -> outcome.emoji());
        if (!cast.sending(removal) || card.isEmpty() || emoji.isEmpty()) {
            return;
        }
        sweeping.add(removal);
        post.remove(
                card.get(),
                emoji.get(),
                removal.user(),
                () -> signal(() -> answers.add(() -> {
                    sweeping.remove(removal);
                    reports.add(new Report(removal, System.nanoTime() + REPORTED_WITHIN.toNanos()));
                })));
    }
}

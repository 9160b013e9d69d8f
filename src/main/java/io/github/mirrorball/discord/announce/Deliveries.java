package io.github.mirrorball.discord.announce;

import io.github.mirrorball.discord.ballot.OpenCards;
import io.github.mirrorball.poll.OptIns;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Polls;
import io.github.mirrorball.schedule.Notice;
import io.github.mirrorball.schedule.Outbox;
import io.github.mirrorball.schedule.Outbox.Ending;
import io.github.mirrorball.schedule.Outbox.Owed;
import io.github.mirrorball.schedule.Place;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends notices, one at a time in each channel, and keeps how they ended. For the courier's thread only. */
final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final Outbox outbox;
    private final Polls polls;
    private final OpenCards cards;
    private final OptIns optIns;
    private final Post post;
    private final InstantSource wire;
    private final Consumer<Runnable> answers;
    private final Set<Long> busyChannels = new HashSet<>();
    private final Map<Long, Integer> seeded = new HashMap<>();

    /** @param answers takes, from any thread, what the courier's thread does with an answer of Discord's */
    Deliveries(
            Outbox outbox,
            Polls polls,
            OpenCards cards,
            OptIns optIns,
            Post post,
            InstantSource wire,
            Consumer<Runnable> answers) {
        this.outbox = outbox;
        this.polls = polls;
        this.cards = cards;
        this.optIns = optIns;
        this.post = post;
        this.wire = wire;
        this.answers = answers;
    }

    /** Whether no request is unanswered. */
    boolean isQuiet() {
        return busyChannels.isEmpty();
    }

    /** Whether a request in this channel is unanswered. */
    boolean isBusy(long channel) {
        return busyChannels.contains(channel);
    }

    /** Begins to send; its answer comes later. */
    void send(Owed owed) {
        busyChannels.add(owed.channel());
        outbox.begin(owed.id());
        if (owed.notice() instanceof Notice.Card) {
            cards.posting(owed.channel());
        }
        Post.Answer answer = ending -> answers.accept(() -> settle(owed, ending));
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
        boolean none = post.seed(owed, seeds, next, ending -> {
            if (ending instanceof Ending.Sent) {
                answers.accept(() -> stepped(owed, next + 1));
            } else {
                answer.ended(ending);
            }
        });
        if (none) {
            answer.ended(new Ending.Sent(Optional.empty()));
        }
    }

    private void stepped(Owed owed, int next) {
        seeded.put(owed.id(), next);
        busyChannels.remove(owed.channel());
    }

    private void settle(Owed owed, Ending ending) {
        seeded.remove(owed.id());
        busyChannels.remove(owed.channel());
        outbox.settle(owed.id(), ending);
        if (ending instanceof Ending.Gone && owed.notice().place() instanceof Place.DirectMessages closed) {
            optIns.remove(closed.fan());
        }
        if (ending instanceof Ending.Sent sent) {
            remember(owed.notice(), sent);
        } else {
            LOG.warn("Notice {} ({}): {}", owed.id(), owed.notice().getClass().getSimpleName(), ending);
        }
        if (owed.notice() instanceof Notice.Card) {
            cards.posted(owed.channel());
        }
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
}

package io.github.mirrorball.league;

import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.Voter;
import io.github.mirrorball.reactions.CardListing;
import io.github.mirrorball.reactions.CardMemory;
import io.github.mirrorball.reactions.Doubts;
import io.github.mirrorball.reactions.Erasures;
import io.github.mirrorball.reactions.Gaps;
import io.github.mirrorball.reactions.Reactions;
import io.github.mirrorball.reactions.Removal;
import io.github.mirrorball.show.StoreFailure;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes up for a gap: holds what stands on a card against what is remembered of it. Only a change of the memory acts. Nothing overrides what a
 * fan did after the gap had begun, and nothing counts at or after the lock. Thread-safe; to be called in the poll's lane.
 */
public final class ReconcileReactions {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileReactions.class);

    /** Few enough that no vote waits long for the poll. */
    private static final int FANS_AT_A_TIME = 100;

    private final Transactions transactions;
    private final Polls polls;
    private final Picks picks;
    private final Fans fans;
    private final Reactions reactions;
    private final CardMemory memory;
    private final Erasures erasures;
    private final Gaps gaps;
    private final Doubts doubts;
    private final Clock clock;

    public ReconcileReactions(
            Transactions transactions,
            Polls polls,
            Picks picks,
            Fans fans,
            Reactions reactions,
            CardMemory memory,
            Erasures erasures,
            Gaps gaps,
            Doubts doubts,
            Clock clock) {
        this.transactions = transactions;
        this.polls = polls;
        this.picks = picks;
        this.fans = fans;
        this.reactions = reactions;
        this.memory = memory;
        this.erasures = erasures;
        this.gaps = gaps;
        this.doubts = doubts;
        this.clock = clock;
    }

    /** What differs for one user. */
    private record Difference(long user, String name, Set<String> appeared, Set<String> vanished) {}

    /**
     * Applies a whole listing.
     *
     * @param forGood whether the card need not be listed again before the lock
     * @return whether the gap is made up for; false if the lock came first
     */
    public boolean with(CardListing listed, boolean forGood) {
        long poll = listed.gap().poll();
        List<Difference> differences = differences(listed, memory.on(poll));
        for (int from = 0; from < differences.size(); from += FANS_AT_A_TIME) {
            List<Difference> some = differences.subList(from, Math.min(differences.size(), from + FANS_AT_A_TIME));
            if (!apply(listed, some)) {
                return false;
            }
        }
        return inOne(poll, standing -> {
            reactions.forgetSent(poll);
            gaps.recordListed(listed.gap(), forGood);
        });
    }

    /** A difference that cannot be kept is passed over by itself; its user finds nothing counted, and all others do. */
    private boolean apply(CardListing listed, List<Difference> some) {
        try {
            return inOne(listed.gap().poll(), standing -> some.forEach(each -> apply(listed, each, standing)));
        } catch (StoreFailure failed) {
            if (failed.isOutage() || failed.isInDoubt()) {
                throw failed;
            }
            if (some.size() > 1) {
                return some.stream().allMatch(each -> apply(listed, List.of(each)));
            }
            LOG.error(
                    "The reactions of user {} on the card of poll {} could not be counted",
                    some.get(0).user(),
                    listed.gap().poll(),
                    failed);
            return true;
        }
    }

    private static List<Difference> differences(CardListing listed, Map<Long, Set<String>> known) {
        Set<Long> users = new TreeSet<>(listed.fans().keySet());
        users.addAll(known.keySet());
        List<Difference> differences = new ArrayList<>();
        for (long user : users) {
            CardListing.Found found = listed.fans().getOrDefault(user, new CardListing.Found("", Set.of()));
            Set<String> before = known.getOrDefault(user, Set.of());
            Set<String> appeared = without(found.outcomes(), before, listed, user);
            Set<String> vanished = without(before, found.outcomes(), listed, user);
            if (!appeared.isEmpty() || !vanished.isEmpty()) {
                differences.add(new Difference(user, found.name(), appeared, vanished));
            }
        }
        return differences;
    }

    private static Set<String> without(Set<String> some, Set<String> others, CardListing listed, long user) {
        return some.stream()
                .filter(outcome -> !others.contains(outcome))
                .filter(outcome -> !listed.touched().contains(new CardListing.Touch(user, outcome)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean inOne(long poll, Work work) {
        return transactions.inOne(() -> {
            boolean open = polls.gate(poll, "")
                    .filter(eligibility -> eligibility.takesPicks(CastPick.moment(clock)))
                    .isPresent();
            if (open) {
                work.on(polls.find(poll).map(ReconcileReactions::standing).orElse(Set.of()));
            }
            return open;
        });
    }

    private static Set<String> standing(Poll poll) {
        return poll.outcomes().stream()
                .filter(outcome -> !outcome.struck())
                .map(Outcome::id)
                .collect(Collectors.toSet());
    }

    private void apply(CardListing listed, Difference change, Set<String> standing) {
        long poll = listed.gap().poll();
        change.vanished().forEach(outcome -> onVanished(listed, change.user(), outcome));
        Set<String> unseen = new HashSet<>();
        change.appeared().stream()
                .filter(outcome -> !erasures.isMarked(poll, change.user(), outcome))
                .filter(outcome -> reactions.add(poll, change.user(), outcome))
                .filter(standing::contains)
                .forEach(unseen::add);
        if (!unseen.isEmpty()) {
            onAppeared(listed, change, unseen);
        }
    }

    /** What the bot took away itself, and what somebody cleared, was not the fan's doing. */
    private void onVanished(CardListing listed, long user, String outcome) {
        long poll = listed.gap().poll();
        boolean stood = reactions.remove(poll, user, outcome);
        boolean swept =
                reactions.removal(poll, user, outcome).filter(Removal::sent).isPresent();
        if (stood && !swept && listed.intact().contains(outcome)) {
            fans.find(listed.server(), user)
                    .flatMap(fan -> picks.of(poll, fan.id()))
                    .filter(pick -> pick.byReaction() && pick.outcome().equals(outcome))
                    .ifPresent(pick -> picks.remove(poll, pick.fan()));
        }
    }

    private void onAppeared(CardListing listed, Difference change, Set<String> unseen) {
        long poll = listed.gap().poll();
        Optional<Fan> known = fans.find(listed.server(), change.user());
        if (known.filter(fan -> doubts.hasActedSince(listed.gap(), fan.id())).isPresent()) {
            return;
        }
        // The server's name for a fan is better than the account's, which is all that a listing has.
        Fan fan = known.orElseGet(() -> fans.ensure(new Voter(listed.server(), change.user(), change.name())));
        if (unseen.size() > 1) {
            decideAmong(poll, fan, unseen);
            return;
        }
        String outcome = unseen.iterator().next();
        picks.put(new Pick(poll, fan.id(), outcome, CastPick.moment(clock), true));
        if (listed.sweep()) {
            reactions.standing(poll, change.user()).stream()
                    .filter(other -> !other.equals(outcome))
                    .forEach(other -> reactions.save(Removal.wanted(poll, change.user(), other)));
        }
    }

    private void decideAmong(long poll, Fan fan, Set<String> unseen) {
        Optional<Pick> pick = picks.of(poll, fan.id());
        if (pick.filter(made -> unseen.contains(made.outcome())).isEmpty()) {
            pick.ifPresent(made -> picks.remove(poll, fan.id()));
            doubts.recordSeveral(poll, fan.id());
        }
    }

    private interface Work {
        void on(Set<String> standing);
    }
}

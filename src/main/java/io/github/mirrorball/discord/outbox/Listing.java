package io.github.mirrorball.discord.outbox;

import io.github.mirrorball.discord.outbox.CardReader.Count;
import io.github.mirrorball.discord.outbox.CardReader.Page;
import io.github.mirrorball.discord.outbox.CardReader.User;
import io.github.mirrorball.outbox.Outbox.Posted;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.reactions.CardListing;
import io.github.mirrorball.reactions.Gap;
import io.github.mirrorball.show.EmojiKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One card being listed, page by page: first how many reacted, and then who did where anybody did. Not thread-safe. */
final class Listing {

    private final Optional<Gap> gap;
    private final Poll poll;
    private final Posted card;
    private final boolean forGood;
    private final Map<Long, CardListing.Found> fans = new HashMap<>();
    private final Set<String> intact = new HashSet<>();
    private final Deque<Asked> pages = new ArrayDeque<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private boolean counted;

    /** @param gap what is made up for; empty where reactions are only counted */
    Listing(Optional<Gap> gap, Poll poll, Posted card, boolean forGood) {
        this.gap = gap;
        this.poll = poll;
        this.card = card;
        this.forGood = forGood;
    }

    private record Asked(String outcome, Page page) {}

    /** Whether reactions are only counted. */
    boolean isComparison() {
        return gap.isEmpty();
    }

    Poll poll() {
        return poll;
    }

    Posted card() {
        return card;
    }

    /** Whether the poll locks so soon that the card need not be listed once more. */
    boolean isForGood() {
        return forGood;
    }

    /** Whether nothing is left to ask for. */
    boolean isRead() {
        return counted && pages.isEmpty();
    }

    /** The page that is to be read next; empty as long as the reactions are not counted. */
    Optional<Page> next() {
        return Optional.ofNullable(pages.peek()).map(Asked::page);
    }

    void addCount(List<Count> counts) {
        counted = true;
        for (Outcome outcome : poll.outcomes()) {
            Set<String> keys = outcome.reactions().map(EmojiKey::of).collect(Collectors.toSet());
            counts.stream().filter(count -> keys.contains(count.key())).forEach(count -> ask(outcome.id(), count));
        }
    }

    private void ask(String outcome, Count count) {
        numbers.merge(outcome, count.normal() + count.burst(), Integer::sum);
        if (count.own()) {
            intact.add(outcome);
        }
        if (count.normal() > 0) {
            pages.add(new Asked(outcome, new Page(count.emoji(), false, 0)));
        }
        if (count.burst() > 0) {
            pages.add(new Asked(outcome, new Page(count.emoji(), true, 0)));
        }
    }

    /** Whether as many reactions stand on each outcome as are remembered, by user. */
    boolean agreesWith(Map<Long, Set<String>> remembered) {
        Map<String, Integer> known = new HashMap<>();
        remembered.values().forEach(outcomes -> outcomes.forEach(outcome -> known.merge(outcome, 1, Integer::sum)));
        numbers.values().removeIf(number -> number == 0);
        return numbers.equals(known);
    }

    /** The page that was next is read. */
    void addPage(List<User> users) {
        Asked asked = pages.remove();
        users.stream()
                .filter(user -> !user.bot())
                .forEach(user -> fans.computeIfAbsent(
                                user.id(), id -> new CardListing.Found(user.name(), new HashSet<>()))
                        .outcomes()
                        .add(asked.outcome()));
        if (users.size() == CardReader.PAGE) {
            long last = users.get(users.size() - 1).id();
            pages.addFirst(new Asked(
                    asked.outcome(), new Page(asked.page().emoji(), asked.page().burst(), last)));
        }
    }

    /** Everything that was found, with what was seen to change meanwhile. */
    CardListing listed(Set<CardListing.Touch> touched, boolean sweep) {
        return new CardListing(gap.orElseThrow(), poll.server(), fans, intact, touched, sweep);
    }
}

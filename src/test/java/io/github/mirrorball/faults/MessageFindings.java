package io.github.mirrorball.faults;

import io.github.mirrorball.faults.LeagueFile.Notice;
import io.github.mirrorball.show.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Every message that was owed must have been created exactly once; what is excused is excused for a reason that is looked into. */
final class MessageFindings {

    /** What must not go out any more once what it is about has come. */
    private static final Set<String> EXPIRING = Set.of("REMINDER", "NUDGE");

    /** The cast may change more than once, and a lock has several reminders; a card that is deleted comes again. */
    private static final Set<String> REPEATABLE = Set.of("CAST_CHANGED", "REMINDER", "CARD");

    /** The bot looks at a card a last time this long before its lock. */
    private static final Duration LAST_LOOK = Duration.ofMinutes(15);

    private final Programme programme;
    private final Playthrough.Outcome outcome;
    private final Map<Long, List<Creations.Creation>> created;
    private final Map<String, Integer> found = new TreeMap<>();
    private final Map<String, Integer> expected = new TreeMap<>();

    MessageFindings(Programme programme, Playthrough.Outcome outcome) {
        this.programme = programme;
        this.outcome = outcome;
        this.created = outcome.creations().stream()
                .collect(Collectors.groupingBy(Creations.Creation::notice, LinkedHashMap::new, Collectors.toList()));
    }

    void tell(Consumer<String> line, Consumer<String> fault) {
        outcome.notices().forEach(notice -> once(notice, fault));
        repeats(fault);
        strangers(fault);
        expect();
        excuse(line);
        renewedCards(line, fault);
        expected.forEach((kind, count) -> {
            int there = found.getOrDefault(kind, 0);
            if (there != count) {
                fault.accept(kind + ": " + count + " messages expected, " + there + " found");
            }
        });
        found.forEach((kind, count) ->
                line.accept("%s: %s expected, %d found".formatted(kind, expected.getOrDefault(kind, count), count)));
    }

    private List<Creations.Creation> messages(Notice notice) {
        return created.getOrDefault(notice.id(), List.of());
    }

    private void once(Notice notice, Consumer<String> fault) {
        List<Creations.Creation> messages = messages(notice);
        if (messages.size() > 1) {
            fault.accept("doubled: " + notice + " is " + messages);
        } else if (messages.isEmpty() && notice.message() != 0) {
            fault.accept("never created: " + notice);
        } else if (!messages.isEmpty()
                && messages.get(0).message().id() != notice.message()
                && !isDeletedUnseen(notice, messages.get(0))) {
            fault.accept("another message than is known: " + notice + " is " + messages);
        }
        found.merge(notice.kind(), messages.size(), Integer::sum);
    }

    /** Deleted before anybody could tell the bot that it stands. */
    private static boolean isDeletedUnseen(Notice notice, Creations.Creation message) {
        return notice.message() == 0 && message.message().isDeleted();
    }

    private void repeats(Consumer<String> fault) {
        Map<String, Notice> seen = new HashMap<>();
        for (Notice notice : outcome.notices()) {
            Notice same = seen.put(notice.kind() + notice.ids(), notice);
            if (same != null && !REPEATABLE.contains(notice.kind())) {
                fault.accept("owed twice: " + same + " and " + notice);
            }
        }
    }

    private void strangers(Consumer<String> fault) {
        Set<Long> owed = outcome.notices().stream().map(Notice::id).collect(Collectors.toSet());
        created.forEach((notice, messages) -> {
            if (!owed.contains(notice)) {
                fault.accept("nobody knows of " + messages);
            }
        });
    }

    private void expect() {
        int episodes = programme.episodes().size();
        expected.put(
                "CARD",
                programme.episodes().stream()
                        .mapToInt(episode -> programme.questions(episode).size())
                        .sum());
        expected.put("SEASON_OPENED", 1);
        expected.put("REMINDER", outcome.reminders());
        expected.put("NUDGE", episodes);
        expected.put("LOCKED", episodes);
        long results = programme.episodes().stream()
                .filter(episode -> !programme.result(episode).equals(Result.NOTHING))
                .count();
        expected.put("RESULTED", (int) results + 1);
    }

    /**
     * Where nobody could read the history, nobody knew whether a message stands, so it was parked; if it did not, and what it was about had
     * come before the history could be read, it rightly never came.
     */
    private void excuse(Consumer<String> line) {
        List<Notice> tooLate = outcome.notices().stream()
                .filter(notice -> outcome.parked().contains(notice.id()))
                .filter(notice -> EXPIRING.contains(notice.kind()))
                .filter(notice -> messages(notice).isEmpty())
                .toList();
        tooLate.forEach(notice -> expected.merge(notice.kind(), -1, Integer::sum));
        line.accept(
                "%d messages were parked because nobody knew whether they stand; %d of them did not, and came too late"
                        .formatted(outcome.parked().size(), tooLate.size()));
    }

    /** A card comes again for each that somebody deleted while its poll was open, and never beside one that stands. */
    private void renewedCards(Consumer<String> line, Consumer<String> fault) {
        Map<String, List<Creations.Creation>> cards = outcome.notices().stream()
                .filter(notice -> notice.kind().equals("CARD"))
                .collect(Collectors.groupingBy(
                        Notice::ids, Collectors.flatMapping(notice -> messages(notice).stream(), Collectors.toList())));
        int renewed = 0;
        for (Map.Entry<String, List<Creations.Creation>> poll : cards.entrySet()) {
            List<Creations.Creation> all = poll.getValue();
            for (int i = 0; i < all.size(); i++) {
                boolean isLast = i == all.size() - 1;
                Optional<Instant> deleted = Optional.ofNullable(
                        outcome.deleted().get(all.get(i).message().id()));
                if (!isLast && deleted.isEmpty()) {
                    fault.accept("a second card beside one that stood: " + all);
                } else if (isLast
                        && deleted.filter(at -> isInTime(poll.getKey(), at)).isPresent()) {
                    fault.accept("a card that was deleted at " + deleted.get() + " never came again: " + all);
                }
            }
            renewed += Math.max(0, all.size() - 1);
        }
        expected.merge("CARD", renewed, Integer::sum);
        if (!outcome.deleted().isEmpty()) {
            line.accept("%d messages were deleted; %d of them were cards of open polls, and came again"
                    .formatted(outcome.deleted().size(), renewed));
        }
    }

    private boolean isInTime(String card, Instant deleted) {
        return deleted.isBefore(outcome.locks().get(card).minus(LAST_LOOK));
    }
}

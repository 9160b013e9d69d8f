package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Every command that is published, tried by a host on secret polls that differ in nothing but what fans picked. */
class SealedBallotsTest {

    /** What ends a secret or deletes the season has an evening of its own. */
    private static final Set<String> ENDING = Set.of("poll cancel", "poll lock", "season delete");

    @Test
    void noCommandAndNothingThatItLeadsToTellsWhatWasPickedBeforeTheLock() {
        Set<String> answered = new LinkedHashSet<>();
        List<String> all = compareAll(command -> !ENDING.contains(command), answered);
        ENDING.forEach(ending -> compareAll(ending::equals, answered));

        assertThat(answered)
                .as("each command was answered at least once; teach %s a value if one was not", PublishedCommand.class)
                .containsAll(all);
    }

    /** The paths of everything that is published. */
    private static List<String> compareAll(Predicate<String> wanted, Set<String> answered) {
        try (SealedEvening one = SealedEvening.leaning("dee", "bob");
                SealedEvening other = SealedEvening.leaning("ann", "cyd")) {
            List<PublishedCommand> published = one.published();
            published.stream()
                    .filter(command -> wanted.test(command.path()))
                    .forEach(command -> compare(command, one, other, answered));
            return published.stream().map(PublishedCommand::path).toList();
        }
    }

    private static void compare(
            PublishedCommand command, SealedEvening one, SealedEvening other, Set<String> answered) {
        for (int i = 0; i < command.ways(); i++) {
            List<String> here = one.tried(command, i);
            List<String> there = other.tried(command, i);
            alike(command.path() + ", way " + i, here, there);
            if (!here.isEmpty()) {
                answered.add(command.path());
            }
            if (one.isSealed() && other.isSealed()) {
                alike("after " + command.path() + ", way " + i, sorted(one.shown()), sorted(other.shown()));
            }
        }
    }

    /** Posts and answers are sent beside each other, so that which comes first is chance. */
    private static List<String> sorted(List<String> messages) {
        return messages.stream().sorted().toList();
    }

    /** The first of them that differs is shown alone, since all of them are long. */
    private static void alike(String when, List<String> here, List<String> there) {
        for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
            assertThat(here.get(i)).as(when).isEqualTo(there.get(i));
        }
        assertThat(here).as(when).hasSameSizeAs(there);
    }
}

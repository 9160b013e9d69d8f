package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.reactions.Erasures;
import io.github.mirrorball.reactions.Erasures.Trace;
import io.github.mirrorball.reactions.Reactions;
import io.github.mirrorball.reactions.Removal;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ErasuresTest {

    private static final long USER = 7;
    private static final long OTHER = 8;

    @AutoClose
    private final League league;

    private final Erasures erasures;
    private final Reactions reactions;
    private final Poll poll;

    ErasuresTest(Backend backend) {
        league = new League(backend);
        erasures = league.store.erasures();
        reactions = league.store.reactions();
        poll = league.open(league.season());
    }

    @Test
    void reactionsAndRemovalsOfOneUserInOneServerAreFoundAndForgotten() {
        reactions.add(poll.id(), USER, "ben");
        reactions.add(poll.id(), USER, "ada");
        reactions.add(poll.id(), OTHER, "ada");
        reactions.save(Removal.wanted(poll.id(), USER, "ada"));

        assertThat(erasures.traces(League.SERVER, USER))
                .containsExactly(new Trace(poll.id(), "ada"), new Trace(poll.id(), "ben"));
        assertThat(erasures.traces(League.SERVER + 1, USER)).isEmpty();

        erasures.forget(League.SERVER + 1, USER);
        assertThat(erasures.traces(League.SERVER, USER)).hasSize(2);

        erasures.forget(League.SERVER, USER);
        assertThat(erasures.traces(League.SERVER, USER)).isEmpty();
        assertThat(reactions.asked(10)).isEmpty();
        assertThat(reactions.standing(poll.id(), OTHER)).containsExactly("ada");
    }

    @Test
    void aMarkHoldsForOneReactionOfOneUserUntilItIsLifted() {
        erasures.mark(poll.id(), USER, List.of("ada", "ben"));
        erasures.mark(poll.id(), USER, List.of("ada"));

        erasures.lift(poll.id(), USER, "ben");

        assertThat(erasures.isMarked(poll.id(), USER, "ada")).isTrue();
        assertThat(erasures.isMarked(poll.id(), USER, "ben")).isFalse();
        assertThat(erasures.isMarked(poll.id(), OTHER, "ada")).isFalse();
    }

    @Test
    void marksGoWithTheLock() {
        erasures.mark(poll.id(), USER, List.of("ada"));

        league.store.polls().save(poll);
        assertThat(erasures.isMarked(poll.id(), USER, "ada")).isTrue();

        league.store.polls().save(poll.in(PollState.LOCKED));
        assertThat(erasures.isMarked(poll.id(), USER, "ada")).isFalse();
    }
}

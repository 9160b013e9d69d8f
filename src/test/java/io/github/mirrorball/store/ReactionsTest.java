package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.reactions.Reactions;
import io.github.mirrorball.reactions.Removal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ReactionsTest {

    @AutoClose
    private final League league;

    private final Reactions reactions;
    private final long poll;

    ReactionsTest(Backend backend) {
        league = new League(backend);
        reactions = league.store.reactions();
        poll = league.open(league.season()).id();
    }

    @Test
    void aReactionIsRememberedOnceAndForgottenOnce() {
        assertThat(reactions.add(poll, 1, "ada")).isTrue();
        assertThat(reactions.add(poll, 1, "ada")).isFalse();
        assertThat(reactions.remove(poll, 1, "ada")).isTrue();
        assertThat(reactions.remove(poll, 1, "ada")).isFalse();
    }

    @Test
    void whatStandsIsOfOneUserAndPoll() {
        reactions.add(poll, 1, "ada");
        reactions.add(poll, 1, "ben");
        reactions.add(poll, 2, "cleo");
        reactions.add(league.open(league.season()).id(), 1, "cleo");

        assertThat(reactions.standing(poll, 1)).containsExactlyInAnyOrder("ada", "ben");
        assertThat(reactions.standing(poll, 3)).isEmpty();
    }

    @Test
    void theOldestRemovalsThatWereNotSentComeFirst() {
        Removal first = Removal.wanted(poll, 9, "cleo");
        Removal second = Removal.wanted(poll, 1, "ben");
        Removal third = Removal.wanted(poll, 1, "ada");
        reactions.save(first);
        reactions.save(second);
        reactions.save(third);
        reactions.save(new Removal(poll, 9, "cleo", true));

        assertThat(reactions.asked(1)).containsExactly(second);
        assertThat(reactions.asked(10)).containsExactly(second, third);
    }

    @Test
    void aRemovalIsForgottenOnlyIfItIsAsFarAsItIsThoughtToBe() {
        Removal wanted = Removal.wanted(poll, 1, "ada");
        Removal sent = new Removal(poll, 1, "ada", true);
        reactions.save(wanted);
        assertThat(reactions.removal(poll, 1, "ada")).contains(wanted);

        reactions.save(sent);
        reactions.forget(wanted);
        assertThat(reactions.removal(poll, 1, "ada")).contains(sent);

        reactions.forget(sent);
        assertThat(reactions.removal(poll, 1, "ada")).isEmpty();
    }

    @Test
    void whatWasSentForAPollIsForgottenTogether() {
        long other = league.open(league.season()).id();
        reactions.save(new Removal(poll, 1, "ada", true));
        reactions.save(new Removal(other, 1, "ada", true));
        reactions.save(Removal.wanted(poll, 1, "ben"));

        reactions.forgetSent(poll);

        assertThat(reactions.removal(poll, 1, "ada")).isEmpty();
        assertThat(reactions.removal(poll, 1, "ben")).isPresent();
        assertThat(reactions.removal(other, 1, "ada")).isPresent();
    }
}

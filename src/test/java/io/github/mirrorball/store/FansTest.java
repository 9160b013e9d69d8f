package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.league.Fans;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.poll.Voter;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class FansTest {

    @AutoClose
    private final League league;

    private final Fans fans;

    FansTest(Backend backend) {
        league = new League(backend);
        fans = league.store.fans();
    }

    @Test
    void aVoterSeenAgainIsTheSameFanUnderTheNewestName() {
        Fan first = fans.ensure(new Voter(1, 2, "Zoë 🪩"));
        Fan again = fans.ensure(new Voter(1, 2, "Zoe"));

        assertThat(first).isEqualTo(new Fan(first.id(), 1, 2, "Zoë 🪩"));
        assertThat(again).isEqualTo(new Fan(first.id(), 1, 2, "Zoe"));
        assertThat(fans.find(1, 2)).contains(again);
    }

    @Test
    void aUserIsAnotherFanInAnotherServer() {
        Fan here = fans.ensure(new Voter(1, 2, "a"));
        Fan there = fans.ensure(new Voter(2, 2, "b"));

        assertThat(here.id()).isNotEqualTo(there.id());
        assertThat(fans.find(1, 2)).contains(here);
        assertThat(fans.find(3, 2)).isEmpty();
    }

    @Test
    void aFanThatTwoSeeFirstAtOnceIsAddedOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            Voter voter = League.voter(round);

            List<Fan> seen = Together.run(4, thread -> fans.ensure(voter));

            assertThat(seen)
                    .hasSize(4)
                    .containsOnly(fans.find(voter.server(), voter.user()).orElseThrow());
        }
    }

    @Test
    void manyFansAreFoundByTheirIds() {
        List<Long> ids = LongStream.range(0, 50).map(league::fan).boxed().toList();

        assertThat(fans.all(ids.subList(10, 30)))
                .extracting(Fan::id)
                .containsExactlyInAnyOrderElementsOf(ids.subList(10, 30));
        assertThat(fans.all(List.of(404L))).isEmpty();
        assertThat(fans.all(List.of())).isEmpty();
    }

    @Test
    void aRemovedFanTakesPicksAlongAndComesBackAsAnother() {
        Fan gone = fans.ensure(new Voter(League.SERVER, 2, "a"));
        long poll = league.open(league.season()).id();
        league.store.picks().put(new Pick(poll, gone.id(), "ada", League.OPENS, false));

        fans.remove(gone.id());

        assertThat(fans.find(League.SERVER, 2)).isEmpty();
        assertThat(league.store.picks().tally(poll)).isEmpty();
        assertThat(fans.ensure(new Voter(League.SERVER, 2, "a")).id()).isNotEqualTo(gone.id());
    }
}

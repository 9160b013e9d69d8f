package io.github.mirrorball.discord.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final Lanes lanes = new Lanes(threads::add, 2);

    @Test
    void aFullLaneRefusesWhatIsOfferedAndOthersDoNot() {
        assertThat(lanes.offer(1, () -> done.add("running"))).isTrue();
        assertThat(lanes.offer(1, () -> done.add("first"))).isTrue();
        assertThat(lanes.offer(1, () -> done.add("second"))).isTrue();
        assertThat(lanes.offer(1, () -> done.add("too many"))).isFalse();
        assertThat(lanes.offer(2, () -> done.add("elsewhere"))).isTrue();

        threads.forEach(Runnable::run);

        assertThat(done).containsExactly("running", "first", "second", "elsewhere");
        assertThat(lanes.offer(1, () -> done.add("again"))).isTrue();
    }

    @Test
    void whatWaitsRightBehindItsLikeRunsTogetherAndNothingOvertakes() {
        Lanes roomy = new Lanes(threads::add, 10);
        List<Integer> together = new ArrayList<>();
        Lanes.Together<Runnable> votes = (lane, tasks) -> {
            together.add(tasks.size());
            tasks.forEach(Runnable::run);
        };
        for (String vote : List.of("a", "b", "c")) {
            roomy.offer(1, () -> done.add(vote), votes);
        }
        roomy.offer(1, () -> done.add("menu"));
        roomy.offer(1, () -> done.add("d"), votes);

        threads.forEach(Runnable::run);

        assertThat(done).containsExactly("a", "b", "c", "menu", "d");
        assertThat(together).containsExactly(3, 1);
    }

    @Test
    void whatMustNotBeLostRunsBehindAFullLane() {
        lanes.run(1, () -> done.add("running"));
        lanes.run(1, () -> done.add("first"));
        lanes.run(1, () -> done.add("second"));
        lanes.run(1, () -> done.add("mark"));

        threads.forEach(Runnable::run);

        assertThat(done).containsExactly("running", "first", "second", "mark");
    }
}

package io.github.mirrorball.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A short season with a bot that is killed; the long ones are run by the profile "faults". */
class FaultHarnessTest {

    @Test
    void aKillChangesNothing() {
        check("--kills=1", "--episodes=2", "--fans=3");
    }

    @Tag("long")
    @Test
    void threeKillsChangeNothing() {
        check("--kills=3", "--episodes=2", "--fans=5");
    }

    private static void check(String kills, String episodes, String fans) {
        FaultHarness.Run run =
                FaultHarness.of("--seed=7", kills, episodes, fans).run();
        assertThat(run.faults()).as(run.text()).isEmpty();
    }

    /** What Discord refuses for no reason, and takes a moment later. */
    @Test
    void killsAmongPassingRefusalsChangeNothing() {
        FaultHarness.Run run = FaultHarness.of("--seed=7", "--kills=3", "--episodes=2", "--fans=5", "--refusals")
                .run();
        assertThat(run.faults()).as(run.text()).isEmpty();
        assertThat(run.text()).containsPattern("[1-9]\\d* × a request refused with a 403 that passes");
    }
}

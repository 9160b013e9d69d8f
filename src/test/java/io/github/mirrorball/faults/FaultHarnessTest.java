package io.github.mirrorball.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A short season with a bot that is killed three times; the long ones are run by the profile "faults". */
class FaultHarnessTest {

    @Test
    void threeKillsChangeNothing() {
        FaultHarness.Run run = FaultHarness.of("--seed=7", "--kills=3", "--episodes=2", "--fans=5")
                .run();
        assertThat(run.faults()).as(run.text()).isEmpty();
    }
}

package io.github.mirrorball.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whole seasons under misfortune, which take many minutes: run by {@code mvn -Pfaults verify}. */
@Tag("faults")
@Timeout(value = 1, unit = TimeUnit.HOURS)
class FaultsAtLengthTest {

    private static final long SEED = Long.getLong("faults.seed", 33);

    @Test
    void aHundredKillsChangeNothing() {
        check(FaultHarness.of(SEED, 100, 10, 12, false));
    }

    private static void check(FaultHarness harness) {
        FaultHarness.Run run = harness.run();
        System.out.println(run.text());
        assertThat(run.faults()).as(run.text()).isEmpty();
    }
}

package io.github.mirrorball;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Lets tests look for what they await at once and often: most of it is there within milliseconds. */
public final class Impatience implements TestExecutionListener {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(15);

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(BETWEEN_LOOKS);
    }
}

package io.github.mirrorball.rehearsal.stage;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Says at the end of a test run how much of it Discord's document has seen, so that none is noticed. */
public final class ValidationCount implements TestExecutionListener {
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        System.out.printf(
                "%d requests and %d answers validated against Discord's document%n",
                DiscordDocument.requestsValidated(), DiscordDocument.answersValidated());
    }
}

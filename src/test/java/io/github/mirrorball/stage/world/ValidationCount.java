package io.github.mirrorball.stage.world;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Says at the end of a test run how many of its requests and answers were held against Discord's document. */
public final class ValidationCount implements TestExecutionListener {
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        // What tests print goes to files of their own; this line is for whoever watches the build.
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        console.printf(
                "%d requests and %d answers validated against Discord's document%n",
                DiscordDocument.requestsValidated(), DiscordDocument.answersValidated());
    }
}

package io.github.mirrorball;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says at the end of a test run what it could not check, and why: a line for each reason, however many tests it skipped. */
public final class NotChecked implements TestExecutionListener {

    private final Queue<String> reasons = new ConcurrentLinkedQueue<>();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        reasons.add(reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED) {
            reasons.add(result.getThrowable()
                    .map(Throwable::getMessage)
                    .map(message -> message.replaceFirst("^Assumption failed: ", ""))
                    .orElse(test.getDisplayName()));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        // What tests print goes to files of their own; this is for whoever watches the build.
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        lines().forEach(console::println);
    }

    private Stream<String> lines() {
        Map<String, Long> skipped = reasons.stream().collect(groupingBy(reason -> reason, TreeMap::new, counting()));
        return skipped.entrySet().stream()
                .map(each -> "Not checked: " + each.getKey() + " [" + each.getValue() + " skipped]");
    }
}

package io.github.mirrorball.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** What a measured process is asked in lines and answers in lines, once it has said that it is ready. */
final class Questions {

    private static final int COLLECTIONS = 3;

    private Questions() {}

    /** Answers until {@code quit} or the end of the questions; {@code heap} with the bytes that live after a collection. */
    static void answer(UnaryOperator<String> others) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        out.println("ready");
        for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
            out.println(line.equals("heap") ? Long.toString(liveHeap()) : others.apply(line));
        }
    }

    private static long liveHeap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

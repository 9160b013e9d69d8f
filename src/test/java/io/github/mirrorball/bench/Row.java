package io.github.mirrorball.bench;

/**
 * A line of the table.
 *
 * @param work what was done
 * @param measured what Mirrorball took
 * @param bare what the bare bot took in the same run; empty where there is nothing to compare
 * @param goal what was aimed at; empty where nothing was
 * @param reached whether that was reached
 */
record Row(String work, String measured, String bare, String goal, boolean reached) {

    /** A figure that nothing was aimed at. */
    static Row of(String work, String measured) {
        return new Row(work, measured, "", "", true);
    }

    String line() {
        String verdict = goal.isEmpty() ? "" : reached ? "reached" : "**missed**";
        return "| %s | %s | %s | %s | %s |".formatted(work, measured, bare, goal, verdict);
    }
}

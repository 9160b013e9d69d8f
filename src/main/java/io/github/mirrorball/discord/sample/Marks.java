package io.github.mirrorball.discord.sample;

import io.github.mirrorball.outbox.Sample;

/**
 * What samples carry so that they are known again.
 *
 * @param installation tells this installation's from any other's
 */
record Marks(String installation) {

    private static final int LONGEST_NONCE = 25;

    /** The id of a message's outermost component, counted down from the highest: notices count theirs up. */
    static int component(Sample sample) {
        return Math.toIntExact(Integer.MAX_VALUE - sample.id());
    }

    /** What an event's description ends with. */
    String event(Sample sample) {
        return "Mirrorball · " + installation + "-sample-" + sample.id();
    }

    /** The same for each attempt, so that Discord makes one message of them. */
    String nonce(Sample sample) {
        String nonce = installation + "-" + Long.toString(sample.id(), Character.MAX_RADIX);
        return nonce.substring(0, Math.min(LONGEST_NONCE, nonce.length()));
    }
}

package io.github.mirrorball.rehearsal.play;

import java.util.List;
import java.util.Map;

/** Who the fans of a rehearsal are and what they pick. */
public interface Picker {

    /** The fans by name. */
    List<String> fans();

    /**
     * The picks for one question: outcomes by fan. They need not be among those that can be picked.
     *
     * @param outcomes what can be picked, in ballot order; empty when there is no card
     */
    Map<String, String> picks(PollQuestion question, List<String> outcomes);
}

package io.github.mirrorball.show;

import java.util.List;

/**
 * One thing that is wrong with what somebody gave, to be told in the reader's language.
 *
 * @param place where it is, such as {@code episodes[3].airsAt}; empty where there is only one place
 * @param key of the sentence in the message bundle
 * @param args what the sentence's placeholders stand for
 */
public record Fault(String place, String key, List<Object> args) {

    public Fault {
        args = List.copyOf(args);
    }

    /** A fault at a place. */
    public static Fault at(String place, String key, Object... args) {
        return new Fault(place, key, List.of(args));
    }
}

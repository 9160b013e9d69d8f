package io.github.mirrorball.poll;

/**
 * A named group of fans inside a server.
 *
 * @param name user text, to be escaped where it is shown
 */
public record Club(long id, long server, String name, int members) {

    /** The most characters of a name. */
    public static final int LONGEST_NAME = 32;
}

package io.github.mirrorball.poll;

/**
 * Who acts on a ballot, as Discord tells it with the action.
 *
 * @param name the name that the server shows for them now
 */
public record Voter(long server, long user, String name) {

    public Voter {
        // Not every database keeps it, and nobody sees it.
        name = name.replace("\0", "");
    }
}

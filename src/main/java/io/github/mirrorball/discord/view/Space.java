package io.github.mirrorball.discord.view;

/**
 * How much text a part of a message may take, so that what follows it always fits. Discord counts characters, and fails on bytes.
 *
 * @param characters at most so many
 * @param bytes at most so many, of UTF-8
 */
record Space(int characters, int bytes) {

    /** What all texts of a message may take together. */
    static final Space MESSAGE = new Space(3850, 8900);

    /** What a list may take: the rest is for the headline above it, and the hints below. */
    static final Space LIST = new Space(2800, 6600);

    /** A name on a line of its own or among others, when there is plenty of space. */
    static final Space NAME = new Space(110, 300);

    /** The same share for each of so many. */
    Space each(int parts) {
        int shares = Math.max(1, parts);
        return new Space(characters / shares, bytes / shares);
    }

    /** What is left beside another part. */
    Space less(Space other) {
        return new Space(Math.max(0, characters - other.characters), Math.max(0, bytes - other.bytes));
    }

    /** How many parts of this size there is space for. */
    int times(Space part) {
        return Math.min(characters / part.characters, bytes / part.bytes);
    }

    /** What is left once this text is taken; never less than what a short name takes. */
    Space without(String text) {
        return new Space(
                Math.max(LEAST.characters, characters - text.length() - 1),
                Math.max(LEAST.bytes, bytes - Markdown.bytes(text) - 1));
    }

    /** The smaller of both. */
    Space within(Space other) {
        return new Space(Math.min(characters, other.characters), Math.min(bytes, other.bytes));
    }

    boolean holds(String text) {
        return text.length() <= characters && Markdown.bytes(text) <= bytes;
    }

    private static final Space LEAST = new Space(12, 36);
}

package io.github.mirrorball.reactions;

/**
 * A time in which reactions on a poll's card may have come and gone unseen.
 *
 * @param number counts the poll's gaps
 * @param marks how often it was reported; a listing that began before the newest report does not make up for it
 * @param replayable whether Discord may yet tell what was missed, by resuming the session
 * @param listed whether the card was listed since
 */
public record Gap(long poll, int number, int marks, boolean replayable, boolean listed) {}

package io.github.mirrorball.poll;

/**
 * Someone who picks, in one server.
 *
 * @param id given by the store
 * @param user the Discord user
 * @param name the name they were last seen with in that server; user text, to be escaped where it is shown
 */
public record Fan(long id, long server, long user, String name) {}

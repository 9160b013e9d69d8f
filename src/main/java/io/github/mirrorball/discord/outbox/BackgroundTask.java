package io.github.mirrorball.discord.outbox;

/** Something that the courier does when what is owed is sent. For the courier's thread, but for {@link #look}. */
interface BackgroundTask {

    /** Begins what may begin now, and tells when there is more to do. */
    RestWindow turn(RequestBudget budget);

    /** Whether nothing that was begun is unfinished. */
    boolean isQuiet();

    /** Something may have changed of which nobody told; returns at once, from any thread. */
    void look();
}

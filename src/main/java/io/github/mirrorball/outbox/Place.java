package io.github.mirrorball.outbox;

/** Where a notice goes; which channel that is, is found out when it is sent. */
public sealed interface Place {

    /** Where the season is posted. */
    Place SEASON = new SeasonChannel();

    /** Where the season's hosts are asked for results; where it is posted, if it has no such channel. */
    Place HOSTS = new HostChannel();

    /** See {@link #SEASON}. */
    record SeasonChannel() implements Place {}

    /** See {@link #HOSTS}. */
    record HostChannel() implements Place {}

    /** A channel that is no season's. */
    record Channel(long id) implements Place {}

    /** The direct messages with a fan who wants to be reminded. What is owed there goes when they no longer want to be. */
    record DirectMessages(long fan) implements Place {}
}

package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.league.Change;
import io.github.mirrorball.show.Fault;

/** What a command makes of a change that was tried. */
final class Changes {

    private Changes() {}

    /** The change that was made, or a sentence for each reason why it was not. */
    static Change.Made made(Change change) {
        if (change instanceof Change.Refused refused) {
            throw new Rejection(
                    refused.faults().stream().map(Changes::shortened).distinct().toList());
        }
        return (Change.Made) change;
    }

    /** Who typed an option knows it by its name, not by its place in a file. */
    private static Fault shortened(Fault fault) {
        String last = fault.place().substring(fault.place().lastIndexOf('.') + 1);
        return new Fault(last.replaceAll("\\[\\d+]$", ""), fault.key(), fault.args());
    }
}

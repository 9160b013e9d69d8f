package io.github.mirrorball.bot;

import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.stream.Stream;

/** The settings cannot be used. The message names everything that is wrong, a line each, with what to do about it. */
public final class BadSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String NO_TOKEN = "DISCORD_TOKEN is missing. Make an application at"
            + " https://discord.com/developers/applications, open its page \"Bot\", press \"Reset Token\", and write"
            + " DISCORD_TOKEN=<the token> into the environment or into a file named .env.";

    BadSettings(List<String> faults) {
        super(
                faults.size() == 1
                        ? faults.get(0)
                        : "The settings cannot be used:\n  - " + String.join("\n  - ", faults));
    }

    /** The sentence for a name that no file can have here; mostly it is that a service is started without a language. */
    public static String unwritable(InvalidPathException name) {
        return "No file here can have the name " + name.getInput() + ": it has a character that is not allowed, or"
                + " that the language which this was started in does not have. Set LC_ALL=C.UTF-8 in the environment, or"
                + " use another name.";
    }

    /** The one fault is that there is no token. */
    public static BadSettings noToken() {
        return new BadSettings(List.of(NO_TOKEN));
    }

    /** The same faults and that there is no token. */
    static BadSettings noTokenAnd(List<String> others) {
        return new BadSettings(
                Stream.concat(others.stream(), Stream.of(NO_TOKEN)).toList());
    }
}

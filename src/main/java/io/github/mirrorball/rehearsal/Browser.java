package io.github.mirrorball.rehearsal;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;

/**
 * Opens addresses in the browser that the person at this computer prefers, by the program that their system has for it: what Java itself
 * offers for that needs a Java with windows.
 *
 * @param program its command line, without the address
 */
record Browser(List<String> program) {

    private static final String NONE = "There is no browser to be opened from here. Open the address yourself.";

    Browser {
        program = List.copyOf(program);
    }

    static Browser ofThisComputer() {
        return of(System.getProperty("os.name", ""));
    }

    /** By the system's name as Java tells it. */
    static Browser of(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new Browser(List.of("rundll32", "url.dll,FileProtocolHandler"));
        }
        return new Browser(List.of(name.startsWith("mac") ? "open" : "xdg-open"));
    }

    /** Opens an address and does not wait for it; a sentence tells where that cannot be done. */
    void open(String address, PrintStream out) {
        List<String> line = new ArrayList<>(program);
        line.add(address);
        try {
            Process opening = new ProcessBuilder(line)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            Future<?> unused = opening.onExit().thenAccept(ended -> {
                if (ended.exitValue() != 0) {
                    out.println(NONE);
                }
            });
        } catch (IOException missing) {
            out.println(NONE);
        }
    }
}

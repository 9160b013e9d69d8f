package io.github.mirrorball.ops;

import io.github.mirrorball.schedule.Backups;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands that keep an operator's data safe. They are for a bot that is stopped; a running one makes its backups itself. */
public final class Keep {

    private static final String BACKUP = "The backup.";

    private Keep() {}

    /**
     * Adds the commands to a command line.
     *
     * @param migration copies everything to the place that is named
     */
    public static void addTo(
            CommandLine program,
            PrintStream out,
            Supplier<Backups> backups,
            Function<String, Backups.Restored> migration) {
        add(
                program,
                out,
                "backup",
                "Writes everything into one file, from which restore makes a database of either kind.",
                file("The file to write, such as mirrorball.zip."),
                file -> "Backed up to " + file + ": " + sentence(backups.get().write(Path.of(file))) + ".");
        add(
                program,
                out,
                "restore",
                "Fills the database that the settings name, which has to be empty, with a backup.",
                file(BACKUP),
                file -> "Restored from " + file + ": " + sentence(backups.get().restore(Path.of(file))));
        add(
                program,
                out,
                "check",
                "Reads a whole backup and tells whether it is sound.",
                file(BACKUP),
                file -> "The backup " + file + " is sound: "
                        + sentence(backups.get().check(Path.of(file))) + ".");
        add(
                program,
                out,
                "migrate",
                "Copies everything from the database that the settings name to another, which has to be empty.",
                one("PLACE", "The address of a PostgreSQL database, or the directory of an embedded one."),
                place -> "Copied: " + sentence(migration.apply(place)) + " Now change the settings to the new place.");
    }

    private static void add(
            CommandLine program,
            PrintStream out,
            String name,
            String description,
            PositionalParamSpec parameter,
            Function<String, String> work) {
        Runnable command = () -> out.println(work.apply(parameter.getValue()));
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command)
                .name(name)
                .mixinStandardHelpOptions(true)
                .addPositional(parameter);
        spec.usageMessage().description(description);
        program.addSubcommand(new CommandLine(spec));
    }

    private static PositionalParamSpec file(String description) {
        return one("FILE", description);
    }

    private static PositionalParamSpec one(String label, String description) {
        return PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    private static String sentence(Backups.Restored restored) {
        return sentence(restored.copy()) + "."
                + (restored.erased() == 0
                        ? ""
                        : " Of the fans, " + restored.erased()
                                + " were erased after it was made, and are erased again.");
    }

    private static String sentence(Backups.Copy copy) {
        return copy.seasons() + " seasons, " + copy.polls() + " polls, " + copy.fans() + " fans, " + copy.picks()
                + " picks, as of " + copy.madeAt();
    }
}

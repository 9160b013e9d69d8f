package io.github.mirrorball.ops;

import io.github.mirrorball.schedule.Backups;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The commands that keep an operator's data safe. They are for a bot that is stopped; a running one makes its backups itself. */
public final class Keep {

    private Keep() {}

    /** Adds the commands to a command line. */
    public static void addTo(
            CommandLine program, PrintStream out, Supplier<Backups> backups, Function<String, Backups.Copy> migration) {
        program.addSubcommand(new BackUp(out, backups))
                .addSubcommand(new Restore(out, backups))
                .addSubcommand(new Check(out, backups))
                .addSubcommand(new Migrate(out, migration));
    }

    private static String sentence(Backups.Copy copy) {
        return copy.seasons() + " seasons, " + copy.polls() + " polls, " + copy.fans() + " fans, " + copy.picks()
                + " picks, as of " + copy.madeAt();
    }

    @Command(
            name = "backup",
            mixinStandardHelpOptions = true,
            description = "Writes everything into one file, from which restore makes a database of either kind.")
    private static final class BackUp implements Runnable {

        private final PrintStream out;
        private final Supplier<Backups> backups;

        @Parameters(paramLabel = "FILE", description = "The file to write, such as mirrorball.zip.")
        private Path file = Path.of("mirrorball.zip");

        BackUp(PrintStream out, Supplier<Backups> backups) {
            this.out = out;
            this.backups = backups;
        }

        @Override
        public void run() {
            out.println("Backed up to " + file + ": " + sentence(backups.get().write(file)) + ".");
        }
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = "Fills the database that the settings name, which has to be empty, with a backup.")
    private static final class Restore implements Runnable {

        private final PrintStream out;
        private final Supplier<Backups> backups;

        @Parameters(paramLabel = "FILE", description = "The backup.")
        private Path file = Path.of("mirrorball.zip");

        Restore(PrintStream out, Supplier<Backups> backups) {
            this.out = out;
            this.backups = backups;
        }

        @Override
        public void run() {
            out.println("Restored from " + file + ": " + sentence(backups.get().restore(file)) + ".");
        }
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Reads a whole backup and tells whether it is sound.")
    private static final class Check implements Runnable {

        private final PrintStream out;
        private final Supplier<Backups> backups;

        @Parameters(paramLabel = "FILE", description = "The backup.")
        private Path file = Path.of("mirrorball.zip");

        Check(PrintStream out, Supplier<Backups> backups) {
            this.out = out;
            this.backups = backups;
        }

        @Override
        public void run() {
            out.println("The backup " + file + " is sound: "
                    + sentence(backups.get().check(file)) + ".");
        }
    }

    @Command(
            name = "migrate",
            mixinStandardHelpOptions = true,
            description =
                    "Copies everything from the database that the settings name to another, which has to be empty.")
    private static final class Migrate implements Runnable {

        private final PrintStream out;
        private final Function<String, Backups.Copy> migration;

        @Parameters(
                paramLabel = "PLACE",
                description = "The address of a PostgreSQL database, or the directory of an embedded one.")
        private String place = "";

        Migrate(PrintStream out, Function<String, Backups.Copy> migration) {
            this.out = out;
            this.migration = migration;
        }

        @Override
        public void run() {
            out.println("Copied: " + sentence(migration.apply(place)) + ". Now change the settings to the new place.");
        }
    }
}

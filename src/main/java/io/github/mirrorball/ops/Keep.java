package io.github.mirrorball.ops;

import io.github.mirrorball.schedule.Backups;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that keep an operator's data safe. They are for a bot that is stopped; a running one makes its backups itself. */
@Command
public final class Keep {

    private static final String UNENCRYPTED = "Take a backup that is not encrypted although there is a DATA_KEY.";

    private final PrintStream out;
    private final Supplier<Backups> backups;
    private final Supplier<Optional<String>> password;

    private Keep(PrintStream out, Supplier<Backups> backups, Supplier<Optional<String>> password) {
        this.out = out;
        this.backups = backups;
        this.password = password;
    }

    /**
     * Adds the commands to a command line.
     *
     * @param password of the server that is migrated to, asked for only where it is needed
     */
    public static void addTo(
            CommandLine program, PrintStream out, Supplier<Backups> backups, Supplier<Optional<String>> password) {
        new CommandLine(new Keep(out, backups, password)).getSubcommands().forEach(program::addSubcommand);
    }

    @Command(
            name = "backup",
            mixinStandardHelpOptions = true,
            description = "Writes everything into one file, from which restore makes a database of either kind.")
    void backup(
            @Parameters(paramLabel = "FILE", description = "The file to write, such as mirrorball.zip.") Path file,
            @Option(
                            names = "--overwrite",
                            description = "Put it in the place of a file of that name, once it is whole.")
                    boolean overwrite) {
        out.println("Backed up to " + file + ": " + sentence(backups.get().write(file, overwrite)) + ".");
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = "Fills the database that the settings name, which has to be empty, with a backup.")
    void restore(
            @Parameters(paramLabel = "FILE", description = "The backup.") Path file,
            @Option(names = "--unencrypted", description = UNENCRYPTED) boolean unencrypted) {
        Backups.Restored restored = reading(unencrypted).restore(file);
        String erased = restored.erased() == 0
                ? ""
                : " Of the fans, " + restored.erased() + " were erased after it was made, and are erased again.";
        out.println("Restored from " + file + ": " + sentence(restored.copy()) + "." + erased);
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Reads a whole backup and tells whether it is sound.")
    void check(
            @Parameters(paramLabel = "FILE", description = "The backup.") Path file,
            @Option(names = "--unencrypted", description = UNENCRYPTED) boolean unencrypted) {
        out.println("The backup " + file + " is sound: "
                + sentence(reading(unencrypted).check(file)) + ".");
    }

    @Command(
            name = "migrate",
            mixinStandardHelpOptions = true,
            description = {
                "Copies everything from the database that the settings name to another, which has to be empty.",
                "The password of a server is taken from PGPASSWORD in the environment, or asked for."
            })
    void migrate(
            @Parameters(
                            paramLabel = "PLACE",
                            description = "The address of a PostgreSQL database, or the directory of an embedded one.")
                    String place) {
        out.println("Copied: " + sentence(backups.get().copyTo(place, password))
                + ". Now change the settings to the new place.");
    }

    private Backups reading(boolean unencrypted) {
        Backups usual = backups.get();
        return unencrypted ? usual.unencrypted() : usual;
    }

    private static String sentence(Backups.Copy copy) {
        return copy.seasons() + " seasons, " + copy.polls() + " polls, " + copy.fans() + " fans, " + copy.picks()
                + " picks, as of " + copy.madeAt();
    }
}

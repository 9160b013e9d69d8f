package io.github.mirrorball.ops;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that keep an operator's data safe. They are for a bot that is stopped; a running one makes its backups itself. */
public final class BackupCommands {

    private final PrintStream out;
    private final Supplier<Backups> backups;
    private final Supplier<Optional<String>> password;

    private BackupCommands(PrintStream out, Supplier<Backups> backups, Supplier<Optional<String>> password) {
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
        BackupCommands commands = new BackupCommands(out, backups, password);
        program.addSubcommand(commands.new Backup())
                .addSubcommand(commands.new Restore())
                .addSubcommand(commands.new Check())
                .addSubcommand(commands.new Migrate())
                .addSubcommand(commands.new AcceptLoss());
    }

    @Command(
            name = "backup",
            mixinStandardHelpOptions = true,
            description = "Writes everything into one file, from which restore makes a database of either kind.")
    private final class Backup implements Runnable {

        @Parameters(paramLabel = "FILE", description = "The file to write, such as mirrorball.zip.")
        private Path file = Path.of("");

        @Option(names = "--overwrite", description = "Put it in the place of a file of that name, once it is whole.")
        private boolean overwrite;

        @Override
        public void run() {
            out.println("Backed up to " + file + ": " + sentence(backups.get().write(file, overwrite)) + ".");
        }
    }

    /** What is said of a backup that is read. */
    private static final class Reading {

        @Parameters(paramLabel = "FILE", description = "The backup.")
        private Path file = Path.of("");

        @Option(
                names = "--unencrypted",
                description = "Take a backup that is not encrypted although there is a DATA_KEY.")
        private boolean unencrypted;

        Backups by(Supplier<Backups> backups) {
            return unencrypted ? backups.get().unencrypted() : backups.get();
        }
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = "Fills the database that the settings name, which has to be empty, with a backup.")
    private final class Restore implements Runnable {

        @Mixin
        private final Reading reading = new Reading();

        @Override
        public void run() {
            Backups.Restored restored = reading.by(backups).restore(reading.file);
            String erased = restored.erased() == 0
                    ? ""
                    : " Of the fans, " + restored.erased() + " were erased after it was made, and are erased again.";
            String unknown = restored.unknown() == 0
                    ? ""
                    : " " + ErasureJournal.NAME + " notes " + restored.unknown()
                            + " erasures with a key that only a later"
                            + " backup has, and there is none beside it. Those fans may be back: restore a later backup, or put"
                            + " one next to this and restore into an empty database again.";
            out.println("Restored from " + reading.file + ": " + sentence(restored.copy()) + "." + erased + unknown);
        }
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Reads a whole backup and tells whether it is sound.")
    private final class Check implements Runnable {

        @Mixin
        private final Reading reading = new Reading();

        @Override
        public void run() {
            out.println("The backup " + reading.file + " is sound: "
                    + sentence(reading.by(backups).check(reading.file)) + ".");
        }
    }

    @Command(
            name = "migrate",
            mixinStandardHelpOptions = true,
            description = {
                "Copies everything from the database that the settings name to another, which has to be empty.",
                "The password of a server is taken from PGPASSWORD in the environment, or asked for.",
                "To change the key, set NEW_DATA_KEY in the environment: the other database is encrypted with that."
            })
    private final class Migrate implements Runnable {

        @Parameters(
                paramLabel = "PLACE",
                description = "The address of a PostgreSQL database, or the directory of an embedded one.")
        private String place = "";

        @Override
        public void run() {
            out.println("Copied: " + sentence(backups.get().copyTo(place, password))
                    + ". Now change the settings to the new place.");
        }
    }

    @Command(
            name = "accept-loss",
            mixinStandardHelpOptions = true,
            description = {
                "Goes on with what is left of a database that was found to hold less than was saved in it.",
                "Timed backups that are there are set aside, and are not removed any more for newer ones."
            })
    private final class AcceptLoss implements Runnable {

        @Override
        public void run() {
            out.println(backups.get()
                    .acceptLoss()
                    .map(left -> "Left is this, and the bot goes on with it: " + sentence(left.copy()) + "."
                            + left.aside()
                                    .map(place -> " The backups of before are in " + place + " now.")
                                    .orElse(""))
                    .orElse("Nothing is missing that can be told, so nothing was done."));
        }
    }

    private static String sentence(Backups.Copy copy) {
        return count(copy.seasons(), "season") + ", " + count(copy.polls(), "poll") + ", " + count(copy.fans(), "fan")
                + ", " + count(copy.picks(), "pick") + ", as of "
                + copy.madeAt().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}

package io.github.mirrorball.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The directory of the timed backups, which are named by their time in UTC. What has another name is left alone. */
public final class BackupDirectory {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("mirrorball-(\\d{8}T\\d{6}Z)\\.zip(\\.part)?");

    /** By then whoever was writing it is not any more. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path directory;

    public BackupDirectory(Path directory) {
        this.directory = directory;
    }

    /** The file of the backup that is made at this instant. */
    Path at(Instant now) {
        return directory.resolve("mirrorball-" + TIME.format(now) + ".zip");
    }

    /** When the newest backup was made. One from the future says nothing: the clock was wrong then, or is now. */
    Optional<Instant> newest(Instant now) {
        return named(now).filter(Named::whole).findFirst().map(Named::at);
    }

    /** The newest backup, by the same rule. */
    public Optional<Path> newestFile(Instant now) {
        return named(now).filter(Named::whole).findFirst().map(Named::file);
    }

    /** Every file in it that may be a backup, whoever named it. */
    public List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /**
     * Moves all backups into a directory of their own, so that none is ever taken away for those that follow.
     *
     * @return that directory; empty if there are none
     */
    public Optional<Path> setAside(Instant now) {
        Path aside = directory.resolve("set-aside-" + TIME.format(now));
        List<Named> whole = named(now).filter(Named::whole).toList();
        whole.forEach(each -> each.moveInto(aside));
        return whole.isEmpty() ? Optional.empty() : Optional.of(aside);
    }

    /** Takes all away but the newest, and what was never finished. */
    void keep(int newest, Instant now) {
        named(now).filter(Named::whole).skip(newest).forEach(Named::remove);
        named(now.minus(ABANDONED)).filter(each -> !each.whole()).forEach(Named::remove);
    }

    /** What was named by this class up to an instant, the newest first. */
    private Stream<Named> named(Instant until) {
        if (!Files.isDirectory(directory)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<Named> found = files.flatMap(file -> Named.of(file).stream())
                    .filter(each -> !each.at().isAfter(until))
                    .sorted(Comparator.comparing(Named::at).reversed())
                    .toList();
            return found.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The directory of the backups cannot be read.", unreadable);
        }
    }

    private record Named(Path file, Instant at, boolean whole) {

        static Optional<Named> of(Path file) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (!name.matches() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Named(file, TIME.parse(name.group(1), Instant::from), name.group(2) == null));
            } catch (DateTimeException noTime) {
                return Optional.empty();
            }
        }

        void moveInto(Path aside) {
            try {
                Files.move(file, Files.createDirectories(aside).resolve(file.getFileName()));
            } catch (IOException stuck) {
                throw new UncheckedIOException("The backup " + file + " cannot be moved to " + aside + ".", stuck);
            }
        }

        void remove() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException kept) {
                throw new UncheckedIOException("An old backup cannot be removed.", kept);
            }
        }
    }
}

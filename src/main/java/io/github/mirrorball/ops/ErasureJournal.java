package io.github.mirrorball.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who was erased, beside the backups, so that a restored one can be rid of them again: a line each, with when and with a seal that only
 * whoever has the database or a backup can compare. Lines are only ever added, so journals of several processes can be put together.
 * Between the two is an equals sign, or a space in lines of the versions whose seals had no secret. Thread-safe.
 */
public final class ErasureJournal {

    /** The file's name. */
    public static final String NAME = "erased.txt";

    private static final Logger LOG = LoggerFactory.getLogger(ErasureJournal.class);

    private static final char KEYED = '=';
    private static final char UNKEYED = ' ';

    private final Path file;
    private final InstantSource systemClock;

    /**
     * @param directory of the backups; made with the first line
     * @param systemClock real time, by which backups are made too
     */
    public ErasureJournal(Path directory, InstantSource systemClock) {
        this.file = directory.resolve(NAME);
        this.systemClock = systemClock;
    }

    /** Adds a line, which is on the disk when this returns. An erasure is not refused because there is no place to note it. */
    public void note(String seal) {
        try {
            PrivateFiles.createDirectories(file.resolveSibling(""));
            ByteBuffer line =
                    StandardCharsets.UTF_8.encode(systemClock.instant().toString() + KEYED + seal + "\n");
            try (WritableByteChannel journal = PrivateFiles.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.DSYNC)) {
                journal.write(line);
            }
        } catch (IOException unwritable) {
            LOG.error(
                    "Somebody was erased, but {} cannot be written to: whoever restores a backup from before this has to"
                            + " erase them once more",
                    file,
                    unwritable);
        }
    }

    /** What was noted after an instant; nothing where there is no journal. What was written by halves is passed over. */
    public Noted after(Instant instant) {
        Set<String> keyed = new HashSet<>();
        Set<String> unkeyed = new HashSet<>();
        lines().stream()
                .flatMap(Line::parse)
                .filter(line -> line.at().isAfter(instant))
                .forEach(line -> (line.isKeyed() ? keyed : unkeyed).add(line.seal()));
        return new Noted(keyed, unkeyed);
    }

    /**
     * Gives the lines of earlier versions seals that have a secret. Each stays in its place and as long as it is, so that others may add lines
     * meanwhile.
     *
     * @param keyed what becomes of a seal, which has as many characters
     */
    public void renew(UnaryOperator<String> keyed) {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel journal = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.DSYNC)) {
            long position = 0;
            for (String text : lines()) {
                for (Line line :
                        Line.parse(text).filter(each -> !each.isKeyed()).toList()) {
                    writeOver(journal, position + text.indexOf(UNKEYED), line.seal(), keyed.apply(line.seal()));
                }
                position += text.length() + 1L;
            }
        } catch (IOException unwritable) {
            LOG.warn("The journal of erasures, {}, cannot be written: {}", file, unwritable.toString());
        }
    }

    private static void writeOver(FileChannel journal, long position, String old, String renewed) throws IOException {
        if (old.length() == renewed.length()) {
            journal.write(StandardCharsets.ISO_8859_1.encode(KEYED + renewed), position);
        }
    }

    /** As many characters as bytes, whatever they are. */
    private List<String> lines() {
        try {
            return Files.exists(file)
                    ? List.of(
                            Files.readString(file, StandardCharsets.ISO_8859_1).split("\n"))
                    : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The journal of erasures, " + file + ", cannot be read.", unreadable);
        }
    }

    /**
     * Seals that were noted.
     *
     * @param keyed those that are made with the secret of a database
     * @param unkeyed those of earlier versions
     */
    public record Noted(Set<String> keyed, Set<String> unkeyed) {

        public Noted {
            keyed = Set.copyOf(keyed);
            unkeyed = Set.copyOf(unkeyed);
        }
    }

    private record Line(Instant at, boolean isKeyed, String seal) {

        private static final Pattern FORM = Pattern.compile("(\\S+)([" + UNKEYED + KEYED + "])(\\w+)\r?");

        static Stream<Line> parse(String text) {
            Matcher form = FORM.matcher(text);
            try {
                if (form.matches()) {
                    boolean isKeyed = form.group(2).charAt(0) == KEYED;
                    return Stream.of(new Line(Instant.parse(form.group(1)), isKeyed, form.group(3)));
                }
            } catch (DateTimeException half) {
                LOG.debug("It has no time", half);
            }
            if (!text.isBlank()) {
                LOG.warn("A line of the journal of erasures cannot be read");
            }
            return Stream.of();
        }
    }
}

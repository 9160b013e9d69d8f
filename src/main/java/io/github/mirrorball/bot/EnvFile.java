package io.github.mirrorball.bot;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A {@code .env} file as it was read. Every line gives its value whole or is a fault: programs that read such files disagree on quotes, on
 * comments behind a value and on {@code export}, so what they would take for different values is refused with how to write it.
 *
 * @param values by key, of the lines that can be read in one way only
 * @param faults a sentence for each line that cannot
 * @param faulty the keys of those lines, where they have one
 */
record EnvFile(Map<String, String> values, List<String> faults, Set<String> faulty) {

    static final String NAME = ".env";

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern LINE =
            Pattern.compile("\\s*(?<export>export\\s+)?(?<key>[\\w.-]+)\\s*=\\s*(?<value>.*?)\\s*");
    /** Spaces that are none to a program, and what takes no room at all; editors, chats and word processors put them in. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}&&[^ \\t\u200D]]");

    private static final Pattern TYPOGRAPHIC =
            Pattern.compile("[\u2018-\u201F\u00AB\u00BB].*|.*[\u2018-\u201F\u00AB\u00BB]");
    private static final Pattern QUOTED = Pattern.compile("\"(?<inside>[^\"]*)\"(\\s+#.*)?");

    /** The file in this directory; a file that is not there says nothing. One that leads to nowhere, or to where this user may not look, does. */
    static EnvFile in(Path directory) {
        Path file = directory.resolve(NAME);
        if (!Files.isDirectory(directory)) {
            return unreadable(
                    "the name of the directory that this was started in has a character that the language it was"
                            + " started in does not have. Set LC_ALL=C.UTF-8 in the environment, or start it elsewhere.");
        }
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new EnvFile(Map.of(), List.of(), Set.of());
        }
        try {
            return new Reading().of(Files.readAllLines(file));
        } catch (CharacterCodingException foreign) {
            return unreadable("it must be a text file in UTF-8.");
        } catch (IOException closed) {
            return unreadable("it must be a file that this user may read.");
        }
    }

    /** Nobody knows which settings are in it, so none is said to be missing. */
    private static EnvFile unreadable(String why) {
        return new EnvFile(
                Map.of(),
                List.of(NAME + " cannot be read: " + why),
                Arrays.stream(Settings.Key.values()).map(Settings.Key::name).collect(Collectors.toSet()));
    }

    /** One reading of a file's lines. */
    private static final class Reading {

        private final Map<String, String> values = new HashMap<>();
        private final List<String> faults = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final Set<String> faulty = new HashSet<>();

        EnvFile of(List<String> lines) {
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                read(i + 1, i == 0 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line);
            }
            return new EnvFile(values, faults, faulty);
        }

        private void read(int number, String line) {
            if (line.isBlank() || line.strip().startsWith("#")) {
                return;
            }
            Matcher unseen = UNSEEN.matcher(line);
            Matcher parts = LINE.matcher(unseen.replaceAll(""));
            if (!parts.matches()) {
                faults.add(NAME + " line " + number + ": this is not KEY=value; a comment begins with #.");
                return;
            }
            String key = parts.group("key");
            Optional<String> fault = unseen.reset().find() ? Optional.of(unseen(unseen.group())) : fault(parts);
            if (fault.isPresent()) {
                values.remove(key);
                faulty.add(key);
                faults.add(NAME + " line " + number + ": " + key + " " + fault.get());
            } else {
                Matcher quoted = QUOTED.matcher(parts.group("value"));
                values.put(key, quoted.matches() ? quoted.group("inside") : parts.group("value"));
            }
        }

        private static String unseen(String character) {
            return String.format(
                    Locale.ROOT,
                    "has a character in its line that cannot be seen (U+%04X); type the line anew instead of pasting it.",
                    character.codePointAt(0));
        }

        private Optional<String> fault(Matcher parts) {
            String value = parts.group("value");
            if (!seen.add(parts.group("key"))) {
                return Optional.of("is there a second time; keep one of them.");
            }
            if (parts.group("export") != null) {
                return Optional.of("begins with \"export\", which only a shell understands; leave that word out.");
            }
            if (TYPOGRAPHIC.matcher(value).matches()) {
                return Optional.of("stands in typographic quotes; use straight double quotes (\") or none.");
            }
            if (value.startsWith("'")) {
                return Optional.of("stands in single quotes; use double quotes or none.");
            }
            if (value.startsWith("\"")) {
                return QUOTED.matcher(value).matches()
                        ? Optional.empty()
                        : Optional.of("has a quote that does not close, or something behind the closing one.");
            }
            return value.contains("#")
                    ? Optional.of(
                            "has a # in its value; put the value in double quotes, or the comment on a line of its"
                                    + " own.")
                    : Optional.empty();
        }
    }
}

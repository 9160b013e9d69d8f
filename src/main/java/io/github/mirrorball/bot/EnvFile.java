package io.github.mirrorball.bot;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A {@code .env} file as it was read.
 *
 * @param values by key, of the lines that stand as they were meant
 * @param faults a sentence a line that does not
 * @param faulty the keys of those lines, where they have one
 */
record EnvFile(Map<String, String> values, List<String> faults, Set<String> faulty) {

    static final String NAME = ".env";

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern LINE =
            Pattern.compile("\\s*(?<export>export\\s+)?(?<key>[\\w.-]+)\\s*=\\s*(?<value>.*?)\\s*");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"\\s*(#.*)?");
    private static final Pattern CUT_SHORT = Pattern.compile("[^#]*\\S#.*");

    /** The file in this directory; a file that is not there says nothing. */
    static EnvFile in(Path directory) {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file)) {
            return new EnvFile(Map.of(), List.of(), Set.of());
        }
        try {
            return new Lines(Files.readAllLines(file)).in(directory);
        } catch (IOException unreadable) {
            return new EnvFile(Map.of(), List.of(NAME + " cannot be read: it must be a text file in UTF-8."), Set.of());
        }
    }

    /**
     * The file's lines under check. Whatever the library would read as something else than what stands there, or would leave out
     * without a word, is a fault.
     */
    private static final class Lines {

        private final List<String> lines;
        private final List<String> faults = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final Set<String> faulty = new HashSet<>();

        Lines(List<String> lines) {
            this.lines = lines;
        }

        EnvFile in(Path directory) {
            for (int i = 0; i < lines.size(); i++) {
                check(i + 1, lines.get(i));
            }
            return new EnvFile(values(directory), faults, faulty);
        }

        private Map<String, String> values(Path directory) {
            Map<String, String> values = Dotenv.configure()
                    .directory(directory.toString())
                    .ignoreIfMalformed()
                    .load()
                    .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
                    .stream()
                    .collect(Collectors.toMap(DotenvEntry::getKey, DotenvEntry::getValue, (a, b) -> b, HashMap::new));
            values.keySet().retainAll(seen);
            values.keySet().removeAll(faulty);
            return values;
        }

        private void check(int number, String line) {
            if (line.isBlank() || line.strip().startsWith("#")) {
                return;
            }
            Matcher parts = LINE.matcher(line);
            if (line.startsWith(BYTE_ORDER_MARK)) {
                fault(number, "this line begins with a byte order mark; save the file as UTF-8 without one.");
            } else if (!parts.matches()) {
                fault(number, "this is not KEY=value; a comment begins with #.");
            } else {
                check(number, parts);
            }
        }

        private void check(int number, Matcher parts) {
            String key = parts.group("key");
            String value = parts.group("value");
            if (!seen.add(key)) {
                fault(number, key, "is there a second time; keep one of them.");
            } else if (parts.group("export") != null) {
                fault(number, key, "begins with \"export\", which only a shell understands; leave that word out.");
            } else if (value.startsWith("'")) {
                fault(number, key, "stands in single quotes; use double quotes or none.");
            } else if (value.startsWith("\"") && !QUOTED.matcher(value).matches()) {
                fault(number, key, "has a quote that does not close, or something behind the closing one.");
            } else if (!value.startsWith("\"") && CUT_SHORT.matcher(value).matches()) {
                fault(
                        number,
                        key,
                        "has a # in its value, where a comment would begin; put the value in double quotes.");
            }
        }

        private void fault(int number, String key, String what) {
            faulty.add(key);
            fault(number, key + " " + what);
        }

        private void fault(int number, String what) {
            faults.add(NAME + " line " + number + ": " + what);
        }
    }
}

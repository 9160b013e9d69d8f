package io.github.mirrorball.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Prometheus' text format, version 0.0.4, more strictly than Prometheus: whatever a careful exporter would not write fails.
 *
 * @param families by name, in the order in which they came
 */
public record Exposition(Map<String, Family> families) {

    private static final Pattern ABOUT = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
    private static final String LABEL = "([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\n\"])*)\"";
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(" + LABEL + "(?:," + LABEL + ")*)\\})? (NaN|[+-]Inf|-?\\d[-+.\\dE]*)");

    /** Everything of one name. */
    public static final class Family {

        private final String help;
        private String type = "";
        private final List<Sample> samples = new ArrayList<>();

        Family(String help) {
            this.help = help;
        }

        public String help() {
            return help;
        }

        public String type() {
            return type;
        }

        public List<Sample> samples() {
            return samples;
        }

        /** The labels that tell its samples apart, but for those of the format itself. */
        public Set<String> labels() {
            Set<String> labels = new TreeSet<>();
            samples.forEach(sample -> labels.addAll(sample.labels.keySet()));
            labels.remove("le");
            return labels;
        }
    }

    /** One number. */
    public record Sample(String name, Map<String, String> labels, double value) {}

    /** Reads all of it. */
    public static Exposition read(String text) {
        assertThat(text).endsWith("\n").doesNotContain("\r");
        Map<String, Family> families = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        String current = "";
        for (String line : text.split("\n")) {
            if (line.startsWith("#")) {
                Matcher about = match(ABOUT, line);
                current = about.group(2);
                if (about.group(1).equals("HELP")) {
                    assertThat(families.put(current, new Family(about.group(3))))
                            .as("a second %s", current)
                            .isNull();
                } else {
                    Family family = families.get(current);
                    assertThat(family).as("HELP before TYPE of %s", current).isNotNull();
                    assertThat(family.type + family.samples).as(line).isEqualTo("[]");
                    assertThat(about.group(3)).isIn("counter", "gauge", "histogram");
                    family.type = about.group(3);
                }
            } else {
                Sample sample = sample(line);
                assertThat(seen.add(sample.name + sample.labels))
                        .as("%s twice", line)
                        .isTrue();
                assertThat(families).as("a family for %s", line).containsKey(current);
                families.get(current).samples.add(sample);
            }
        }
        families.forEach(Exposition::check);
        return new Exposition(families);
    }

    private static Sample sample(String line) {
        Matcher sample = match(SAMPLE, line);
        Map<String, String> labels = new TreeMap<>();
        if (sample.group(2) != null) {
            Matcher label = Pattern.compile(LABEL).matcher(sample.group(2));
            while (label.find()) {
                assertThat(labels.put(label.group(1), label.group(2))).as(line).isNull();
            }
        }
        String value = sample.group(sample.groupCount());
        return new Sample(sample.group(1), labels, Double.parseDouble(value.replace("Inf", "Infinity")));
    }

    private static Matcher match(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        assertThat(matcher.matches()).as("a line of the format: %s", line).isTrue();
        return matcher;
    }

    private static void check(String name, Family family) {
        assertThat(family.samples).as(name).isNotEmpty();
        switch (family.type) {
            case "counter" -> {
                assertThat(name).endsWith("_total");
                assertThat(family.samples).allMatch(each -> each.name.equals(name) && each.value >= 0);
            }
            case "gauge" -> {
                assertThat(name).doesNotMatch(".*_(total|count|sum|bucket)");
                assertThat(family.samples).allMatch(each -> each.name.equals(name));
            }
            default -> histogram(name, family);
        }
    }

    private static void histogram(String name, Family family) {
        assertThat(name).endsWith("_seconds");
        Map<Map<String, String>, List<Sample>> buckets = new HashMap<>();
        Map<Map<String, String>, Double> counts = new HashMap<>();
        for (Sample sample : family.samples) {
            Map<String, String> labels = new TreeMap<>(sample.labels);
            labels.remove("le");
            if (sample.name.equals(name + "_bucket")) {
                buckets.computeIfAbsent(labels, none -> new ArrayList<>()).add(sample);
            } else if (sample.name.equals(name + "_count")) {
                counts.put(labels, sample.value);
            } else {
                assertThat(sample.name).isEqualTo(name + "_sum");
            }
        }
        assertThat(buckets.keySet()).as(name).isEqualTo(counts.keySet());
        buckets.forEach((labels, each) -> buckets(each, counts.get(labels)));
    }

    private static void buckets(List<Sample> buckets, double count) {
        assertThat(buckets.stream().map(Sample::value)).isSorted();
        assertThat(buckets.stream()
                        .map(each -> Double.valueOf(each.labels.get("le").replace("Inf", "Infinity"))))
                .isSorted()
                .endsWith(Double.POSITIVE_INFINITY);
        assertThat(buckets.get(buckets.size() - 1).value).isEqualTo(count);
    }

    /** The one value of a sample with these labels, given as names and values by turns. */
    public double value(String sample, String... labels) {
        Map<String, String> wanted = new TreeMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            wanted.put(labels[i], labels[i + 1]);
        }
        return families.values().stream()
                .flatMap(family -> family.samples.stream())
                .filter(each -> each.name.equals(sample) && each.labels.equals(wanted))
                .mapToDouble(Sample::value)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + sample + wanted));
    }
}

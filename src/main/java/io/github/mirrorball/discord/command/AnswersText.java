package io.github.mirrorball.discord.command;

import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Answers to custom questions as hosts type them: a line a question, such as {@code Who cries first?: Ann, Bob}; where there is but one
 * question its answers will do. Questions and answers may hold colons and commas of their own.
 */
final class AnswersText {

    private final List<Ask> questions;
    private final List<Fault> faults = new ArrayList<>();

    /** @param questions the custom questions that can be answered */
    AnswersText(List<Ask> questions) {
        this.questions = questions;
    }

    /** What could not be read. */
    List<Fault> faults() {
        return faults;
    }

    /** The right answers by question; a question without any typed is not in. */
    Map<String, List<String>> read(String text) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> read(line, read));
        return read;
    }

    private void read(String line, Map<String, List<String>> read) {
        Optional<Ask> named = questions.stream()
                .filter(ask -> fold(line).startsWith(fold(words(ask)) + ":"))
                .max(Comparator.comparingInt(ask -> words(ask).length()));
        if (named.isPresent()) {
            // Folding keeps every character but runs of blanks, so the question's end is looked for in the folded line.
            answers(named.get(), fold(line).substring(fold(words(named.get())).length() + 1), read);
        } else if (questions.size() == 1) {
            answers(questions.get(0), fold(line), read);
        } else {
            faults.add(Fault.at("", "answers.whichQuestion", line));
        }
    }

    private void answers(Ask ask, String folded, Map<String, List<String>> read) {
        String[] parts = Arrays.stream(folded.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toArray(String[]::new);
        int from = 0;
        while (from < parts.length) {
            from = answer(ask, parts, from, read);
        }
    }

    /** Takes the longest run of parts that is an answer, since answers may hold commas. */
    private int answer(Ask ask, String[] parts, int from, Map<String, List<String>> read) {
        for (int to = parts.length; to > from; to--) {
            Optional<String> found = found(ask, String.join(", ", List.of(parts).subList(from, to)));
            if (found.isPresent()) {
                List<String> right = read.computeIfAbsent(words(ask), question -> new ArrayList<>());
                if (!right.contains(found.get())) {
                    right.add(found.get());
                }
                return to;
            }
        }
        faults.add(Fault.at("", "answers.unknown", parts[from], String.join("; ", ask.answers())));
        return from + 1;
    }

    /** The answer that is meant: word for word, else the only one that begins like that. */
    private static Optional<String> found(Ask ask, String typed) {
        List<String> begun = ask.answers().stream()
                .filter(answer -> spaced(answer).startsWith(typed))
                .toList();
        return ask.answers().stream()
                .filter(answer -> spaced(answer).equals(typed))
                .findFirst()
                .or(() -> begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty());
    }

    /** Folded, and with a blank after every comma, as parts are joined. */
    private static String spaced(String answer) {
        return Arrays.stream(fold(answer).split(",")).map(String::strip).collect(Collectors.joining(", "));
    }

    private static String words(Ask ask) {
        return ask.question().orElse("");
    }

    private static String fold(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Answers as a host would type them, with a line for each question that has none yet. */
    static String written(List<Ask> questions, Map<String, List<String>> answers) {
        return questions.stream()
                .map(ask -> words(ask) + ": " + String.join(", ", answers.getOrDefault(words(ask), List.of())))
                .collect(Collectors.joining("\n"));
    }
}

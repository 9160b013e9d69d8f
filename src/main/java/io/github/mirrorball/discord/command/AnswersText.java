package io.github.mirrorball.discord.command;

import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.TypedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private void read(String typed, Map<String, List<String>> read) {
        String line = spaced(typed);
        Optional<Ask> named = questions.stream()
                .filter(ask -> begins(line, spaced(words(ask)) + ":"))
                .max(Comparator.comparingInt(ask -> words(ask).length()));
        if (named.isPresent()) {
            writeAnswers(named.get(), line.substring(spaced(words(named.get())).length() + 1), read);
        } else if (questions.size() == 1) {
            writeAnswers(questions.get(0), line, read);
        } else {
            faults.add(Fault.at("", "answers.whichQuestion", line));
        }
    }

    private void writeAnswers(Ask ask, String text, Map<String, List<String>> read) {
        List<String> parts = parts(text).filter(part -> !part.isEmpty()).toList();
        int from = 0;
        while (from < parts.size()) {
            from = answer(ask, parts, from, read);
        }
    }

    /** Takes the longest run of parts that is an answer, since answers may hold commas. */
    private int answer(Ask ask, List<String> parts, int from, Map<String, List<String>> read) {
        for (int to = parts.size(); to > from; to--) {
            Optional<String> found = found(ask, String.join(", ", parts.subList(from, to)));
            if (found.isPresent()) {
                List<String> right = read.computeIfAbsent(words(ask), question -> new ArrayList<>());
                if (!right.contains(found.get())) {
                    right.add(found.get());
                }
                return to;
            }
        }
        faults.add(Fault.at("", "answers.unknown", parts.get(from), String.join(", ", ask.answers())));
        return from + 1;
    }

    /** The answer that is meant: word for word, else the only one that begins like that. */
    private static Optional<String> found(Ask ask, String typed) {
        List<String> begun = ask.answers().stream()
                .filter(answer -> begins(joined(answer), typed))
                .toList();
        return ask.answers().stream()
                .filter(answer -> joined(answer).equalsIgnoreCase(typed))
                .findFirst()
                .or(() -> begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty());
    }

    private static boolean begins(String text, String beginning) {
        return text.regionMatches(true, 0, beginning, 0, beginning.length());
    }

    /** With one blank after every comma, as parts are joined. */
    private static String joined(String answer) {
        return parts(answer).collect(Collectors.joining(", "));
    }

    private static Stream<String> parts(String text) {
        return Arrays.stream(spaced(text).split(",")).map(String::strip);
    }

    private static String spaced(String text) {
        return TypedText.plain(text);
    }

    private static String words(Ask ask) {
        return ask.question().orElse("");
    }

    /** Answers as a host would type them, with a line for each question that has none yet. */
    static String written(List<Ask> questions, Map<String, List<String>> answers) {
        return questions.stream()
                .map(ask -> words(ask) + ": " + String.join(", ", answers.getOrDefault(words(ask), List.of())))
                .collect(Collectors.joining("\n"));
    }
}

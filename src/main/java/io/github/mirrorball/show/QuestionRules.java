package io.github.mirrorball.show;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a question must keep to that a host puts beside those of an episode. */
public final class QuestionRules {

    private static final int MOST_ASKS = 25;

    private QuestionRules() {}

    /** Everything that stands against asking this in an episode. */
    public static List<Fault> faults(Season season, Episode episode, Ask ask) {
        List<Fault> faults = new ArrayList<>();
        if (episode.asks().size() >= MOST_ASKS) {
            faults.add(Fault.at("", "byhand.tooMany", MOST_ASKS));
        }
        if (Stream.concat(episode.asks().stream(), season.asks().stream())
                .anyMatch(other -> other.key().equals(ask.key()))) {
            faults.add(Fault.at("", "byhand.askedAlready"));
        }
        ask.question().ifPresent(question -> checkWords(question, ask.answers(), faults));
        ask.contestant().ifPresent(who -> checkContestant(season, episode, who, faults));
        return faults;
    }

    private static void checkWords(String question, List<String> answers, List<Fault> faults) {
        checkLength("", question, Ask.LONGEST_QUESTION, faults);
        if (answers.size() < Ask.FEWEST_ANSWERS || answers.size() > Ask.MOST_ANSWERS) {
            faults.add(Fault.at("", "byhand.answers", Ask.FEWEST_ANSWERS, Ask.MOST_ANSWERS, answers.size()));
        }
        Set<String> seen = new HashSet<>();
        for (String answer : answers) {
            checkLength(answer, answer, Ask.LONGEST_ANSWER, faults);
            if (answer.equals(Contestant.NO_ONE) || !seen.add(TypedText.caseFolded(answer))) {
                faults.add(Fault.at("", "fault.ask.sameAnswer", answer));
            }
        }
    }

    private static void checkLength(String place, String text, int most, List<Fault> faults) {
        if (text.isBlank()) {
            faults.add(Fault.at(place, "fault.text.blank"));
        } else if (text.length() > most) {
            faults.add(Fault.at(place, "fault.text.tooLong", most, text.length()));
        }
    }

    private static void checkContestant(Season season, Episode episode, String who, List<Fault> faults) {
        if (season.contestant(who).isEmpty()) {
            faults.add(Fault.at("", "fault.contestant.unknown", who));
        } else if (season.goneBefore(episode).contains(who)) {
            faults.add(Fault.at("", "byhand.gone"));
        }
    }
}

package io.github.mirrorball.standings;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fan that nobody is: it picks what most fans picked, and abstains where two outcomes have as many. */
public final class Crowd {

    private Crowd() {}

    /** What its pick in a poll comes to; empty where it abstains. */
    public static Optional<Verdict> of(Map<String, Verdict> verdicts) {
        List<Verdict> most = verdicts.values().stream()
                .filter(Verdict::counted)
                .sorted(Comparator.comparingInt(Verdict::fans).reversed())
                .limit(2)
                .toList();
        boolean tied = most.size() == 2 && most.get(0).fans() == most.get(1).fans();
        return tied ? Optional.empty() : most.stream().findFirst();
    }
}

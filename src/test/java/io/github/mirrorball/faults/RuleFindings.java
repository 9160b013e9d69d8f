package io.github.mirrorball.faults;

import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.world.RequestRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the bot did against Discord's rules. */
final class RuleFindings {

    private static final String UNKNOWN_INTERACTION = ": 10062 ";
    private static final int TOO_LATE = 404;
    private static final int UNAVAILABLE = 503;

    /** JDA repeats what is answered with 503 after waits that double from half a second, and asks nobody whether it is still wanted. */
    private static final Duration LONGEST_REPEAT = Duration.ofMillis(2500);

    private final List<RequestRecord> requests;
    private final List<String> violations;

    private RuleFindings(List<RequestRecord> requests, List<String> violations) {
        this.requests = requests;
        this.violations = violations;
    }

    static RuleFindings of(Stage stage) {
        return new RuleFindings(stage.requests(), stage.violations());
    }

    List<String> faults() {
        return violations.stream()
                .filter(violation -> !isExcused(violation))
                .map(violation -> "against Discord's rules: " + violation)
                .toList();
    }

    /** How many answers JDA repeated until it was too late for them. */
    int repeatedTooLate() {
        return (int) violations.stream().filter(this::isExcused).count();
    }

    private boolean isExcused(String violation) {
        return violation.contains(UNKNOWN_INTERACTION)
                && isRepeat(violation.substring(violation.indexOf('/'), violation.indexOf(UNKNOWN_INTERACTION)));
    }

    private boolean isRepeat(String path) {
        List<RequestRecord> attempts =
                requests.stream().filter(request -> request.path().equals(path)).toList();
        Optional<RequestRecord> late = attempts.stream()
                .filter(request -> request.status() == TOO_LATE)
                .findFirst();
        int before = late.map(attempts::indexOf).orElse(0) - 1;
        return before >= 0
                && attempts.get(before).status() == UNAVAILABLE
                && Duration.between(
                                        attempts.get(before).at(),
                                        late.orElseThrow().at())
                                .compareTo(LONGEST_REPEAT)
                        < 0;
    }
}

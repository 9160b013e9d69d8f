package io.github.mirrorball.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.faults.LeagueFile.Answer;
import io.github.mirrorball.reference.Outcome;
import io.github.mirrorball.reference.ReferenceScorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds what a season came to against what it had to come to. */
final class Findings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Programme programme;
    private final Playthrough.Outcome outcome;
    private final List<String> faults = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Findings(Programme programme, Playthrough.Outcome outcome) {
        this.programme = programme;
        this.outcome = outcome;
        faults.addAll(outcome.faults());
    }

    /** @param undisturbed the report of the same season without any misfortune */
    static Findings of(Programme programme, Playthrough.Outcome outcome, JsonNode undisturbed) {
        Findings findings = new Findings(programme, outcome);
        findings.picks();
        new MessageFindings(programme, outcome).tell(findings::line, findings.faults::add);
        new EventFindings(programme, outcome).tell(findings::line, findings.faults::add);
        findings.standings(undisturbed);
        if (outcome.repeatedTooLate() > 0) {
            findings.line("%d answers were repeated after a 503 until they came too late"
                    .formatted(outcome.repeatedTooLate()));
        }
        return findings;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    String text() {
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }

    private void picks() {
        int found = 0;
        for (Map.Entry<Answer, String> wanted : outcome.lasting().entrySet()) {
            String pick = outcome.picks().getOrDefault(wanted.getKey(), "nothing");
            if (pick.equals(wanted.getValue())) {
                found++;
            } else {
                faults.add("lost: " + wanted + ", found " + pick);
            }
        }
        for (Map.Entry<Answer, String> made : outcome.picks().entrySet()) {
            if (!outcome.lasting().containsKey(made.getKey())) {
                faults.add("nobody's pick: " + made);
            }
        }
        line("%d acknowledgements; %d last picks, %d found"
                .formatted(outcome.acknowledgements(), outcome.lasting().size(), found));
        long counted = outcome.standing().stream()
                .filter(outcome.lasting().keySet()::contains)
                .filter(key -> outcome.lasting().get(key).equals(outcome.picks().get(key)))
                .count();
        line("%d votes by reaction stood 90 s before their lock, %d of them counted"
                .formatted(outcome.standing().size(), counted));
    }

    private void standings(JsonNode undisturbed) {
        JsonNode report = outcome.report();
        if (report.equals(undisturbed)) {
            line("standings and polls as in the undisturbed season");
        } else {
            faults.add("other than undisturbed: " + report + " instead of " + undisturbed);
        }
        List<String> rows = new ArrayList<>();
        report.path("standings").forEach(row -> rows.add(row.asText()));
        List<String> reckoned = reckoned();
        if (rows.equals(reckoned)) {
            line("standings as the second scorer has them: %d rows".formatted(rows.size()));
        } else {
            faults.add("other than the second scorer has it: " + rows + " instead of " + reckoned);
        }
    }

    private List<String> reckoned() {
        Outcome scored = ReferenceScorer.score(programme.file(), picksFile());
        return scored.standings().stream()
                .map(row -> "%d %s %s %d/%d"
                        .formatted(row.rank(), row.fan(), row.points().toPlainString(), row.correct(), row.picked()))
                .toList();
    }

    private JsonNode picksFile() {
        ObjectNode file = JSON.createObjectNode();
        ArrayNode lines = file.putArray("picks");
        outcome.lasting().forEach((key, pick) -> {
            ObjectNode line = lines.addObject().put("fan", key.fan());
            key.question().episode().ifPresent(number -> line.put("episode", number));
            line.put("asks", key.question().asks().split(":", 2)[0]);
            if (key.question().isGuess()) {
                line.put("pick", Integer.parseInt(pick));
            } else {
                line.put("pick", pick);
            }
        });
        return file;
    }
}

package io.github.mirrorball.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.faults.LeagueFile.Notice;
import io.github.mirrorball.reference.Outcome;
import io.github.mirrorball.reference.ReferenceScorer;
import io.github.mirrorball.show.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds what a season came to against what it had to come to. */
final class Findings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Programme programme;
    private final Playthrough.Outcome outcome;
    private final boolean deleting;
    private final List<String> faults = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Findings(Programme programme, Playthrough.Outcome outcome, boolean deleting) {
        this.deleting = deleting;
        this.programme = programme;
        this.outcome = outcome;
        faults.addAll(outcome.faults());
    }

    /**
     * @param deleting whether messages were deleted
     * @param undisturbed the report of the same season without any misfortune
     */
    static Findings of(Programme programme, Playthrough.Outcome outcome, boolean deleting, JsonNode undisturbed) {
        Findings findings = new Findings(programme, outcome, deleting);
        findings.picks();
        findings.messages();
        findings.standings(undisturbed);
        return findings;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    String text() {
        return text.toString();
    }

    private void line(String sentence) {
        text.append(sentence).append(System.lineSeparator());
    }

    private void picks() {
        int found = 0;
        for (Map.Entry<LeagueFile.Key, String> wanted : outcome.lasting().entrySet()) {
            String pick = outcome.picks().getOrDefault(wanted.getKey(), "nothing");
            if (pick.equals(wanted.getValue())) {
                found++;
            } else {
                faults.add("lost: " + wanted + ", found " + pick);
            }
        }
        for (Map.Entry<LeagueFile.Key, String> made : outcome.picks().entrySet()) {
            if (!outcome.lasting().containsKey(made.getKey())) {
                faults.add("nobody's pick: " + made);
            }
        }
        line("%d messages were parked because nobody knew whether they stand".formatted(outcome.parked()));
        line("%d acknowledgements; %d last picks, %d found"
                .formatted(outcome.acknowledgements(), outcome.lasting().size(), found));
        long counted = outcome.standing().stream()
                .filter(outcome.lasting().keySet()::contains)
                .filter(key -> outcome.lasting().get(key).equals(outcome.picks().get(key)))
                .count();
        line("%d votes by reaction stood 90 s before their lock, %d of them counted"
                .formatted(outcome.standing().size(), counted));
    }

    private void messages() {
        Map<String, Integer> found = new TreeMap<>();
        Map<Long, List<Creations.Creation>> created = outcome.creations().stream()
                .collect(Collectors.groupingBy(Creations.Creation::notice, LinkedHashMap::new, Collectors.toList()));
        Map<String, Notice> seen = new HashMap<>();
        for (Notice notice : outcome.notices()) {
            List<Creations.Creation> messages = created.getOrDefault(notice.id(), List.of());
            created.remove(notice.id());
            if (messages.size() > 1) {
                faults.add("doubled: " + notice + " is " + messages);
            } else if (messages.isEmpty() && notice.message() != 0) {
                faults.add("never created: " + notice);
            } else if (!messages.isEmpty()
                    && messages.get(0).message().id() != notice.message()
                    && !isDeletedUnseen(notice, messages.get(0))) {
                faults.add("another message than is known: " + notice + " is " + messages);
            }
            found.merge(notice.kind(), messages.size(), Integer::sum);
            Notice same = seen.put(notice.kind() + notice.ids(), notice);
            if (same != null && !isRepeatable(notice)) {
                faults.add("owed twice: " + same + " and " + notice);
            }
        }
        created.values().forEach(strange -> faults.add("nobody knows of " + strange));
        expected().forEach((kind, count) -> {
            int there = found.getOrDefault(kind, 0);
            boolean more = deleting && kind.equals("CARD") && there > count;
            if (there != count && !more) {
                faults.add(kind + ": " + count + " messages expected, " + there + " found");
            }
        });
        found.forEach((kind, count) ->
                line("%s: %s expected, %d found".formatted(kind, expected().getOrDefault(kind, count), count)));
    }

    /** Deleted before anybody could tell the bot that it stands. */
    private static boolean isDeletedUnseen(Notice notice, Creations.Creation message) {
        return notice.message() == 0 && message.message().isDeleted();
    }

    /** The cast may change more than once, and a lock has several reminders; a card that is deleted comes again. */
    private boolean isRepeatable(Notice notice) {
        return Set.of("CAST_CHANGED", "REMINDER").contains(notice.kind())
                || (deleting && notice.kind().equals("CARD"));
    }

    private Map<String, Integer> expected() {
        Map<String, Integer> expected = new TreeMap<>();
        expected.put(
                "CARD",
                programme.episodes().stream()
                        .mapToInt(episode -> programme.questions(episode).size())
                        .sum());
        expected.put("SEASON_OPENED", 1);
        expected.put("REMINDER", outcome.reminders());
        expected.put("NUDGE", programme.episodes().size());
        expected.put("LOCKED", programme.episodes().size());
        long results = programme.episodes().stream()
                .filter(episode -> !programme.result(episode).equals(Result.NOTHING))
                .count();
        expected.put("RESULTED", (int) results + 1);
        return expected;
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

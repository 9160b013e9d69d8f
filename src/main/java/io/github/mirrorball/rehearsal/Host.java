package io.github.mirrorball.rehearsal;

import io.github.mirrorball.rehearsal.stage.StageAnswer;
import io.github.mirrorball.rehearsal.stage.StageChannel;
import io.github.mirrorball.rehearsal.stage.StageFile;
import io.github.mirrorball.rehearsal.stage.StageForm;
import io.github.mirrorball.rehearsal.stage.StageMessage;
import io.github.mirrorball.rehearsal.stage.StageSilence;
import io.github.mirrorball.rehearsal.stage.StageUser;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The host of a rehearsal, who does with the bot what a host does in Discord. */
final class Host {

    private static final String CONFIRM = "result-confirm:";

    private final StageUser user;
    private final SeasonScript script;

    Host(StageUser user, SeasonScript script) {
        this.user = user;
        this.script = script;
    }

    /**
     * Sets the season up in the ballroom.
     *
     * @throws PlayFailure if the bot does not take it
     */
    void setUp(Theatre theatre) {
        theatre.calm();
        StageFile file = new StageFile("season.json", script.announced().getBytes(StandardCharsets.UTF_8));
        String said = said(user.slash(theatre.ballroom(), "season import", Map.of("file", file))
                .await());
        theatre.calm();
        if (theatre.reports().isEmpty()) {
            throw new PlayFailure("The season was not taken. The bot said: " + said);
        }
    }

    /** Has the bot ask for results where the hosts are among themselves. */
    void moveIn(Theatre theatre) {
        StageAnswer unused = user.slash(theatre.ballroom(), "season settings", Map.of("host-channel", theatre.hosts()))
                .await();
        theatre.calm();
    }

    /**
     * Enters an episode's result, and tells what the bot said last.
     *
     * @throws PlayFailure if the bot does not take it
     */
    String enter(StageChannel channel, Episode episode, Result result) {
        StageAnswer opened = user.slash(channel, "result enter", Map.of("episode", episode.number()))
                .await();
        if (!(opened instanceof StageForm form)) {
            throw refused(episode, opened);
        }
        StageAnswer preview = user.submit(form, filledIn(result)).await();
        if (!(preview instanceof StageMessage message) || !isConfirmable(message)) {
            throw refused(episode, preview);
        }
        return said(user.press(message, message.button(CONFIRM)).await());
    }

    /** What the bot said, for a sentence that quotes it. */
    static PlayFailure refused(Episode episode, String said) {
        return new PlayFailure("The result of episode " + episode.number() + " was not taken. The bot said: " + said);
    }

    private static PlayFailure refused(Episode episode, StageAnswer answer) {
        return refused(episode, said(answer));
    }

    private static boolean isConfirmable(StageMessage message) {
        return message.components().stream()
                .anyMatch(component -> component.path("custom_id").asText().startsWith(CONFIRM));
    }

    private static String said(StageAnswer answer) {
        if (answer instanceof StageMessage message) {
            return message.text();
        }
        return answer instanceof StageSilence silence ? "nothing (" + silence.reason() + ")" : answer.toString();
    }

    private Map<String, Object> filledIn(Result result) {
        Map<String, Object> fields = new HashMap<>();
        result.eliminated()
                .ifPresent(left -> fields.put("eliminated", left.isEmpty() ? List.of(Contestant.NO_ONE) : left));
        fields.put("withdrew", result.withdrew());
        result.marks().ifPresent(marks -> fields.put("marks", marks(marks)));
        fields.put("placements", placements(result.placements()));
        return fields;
    }

    private String marks(Map<String, List<BigDecimal>> marks) {
        String lines = marks.entrySet().stream()
                .filter(given -> !given.getValue().isEmpty())
                .map(given -> name(given.getKey()) + ": " + spaced(given.getValue()))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? Contestant.NO_ONE : lines;
    }

    private static String spaced(List<BigDecimal> marks) {
        return marks.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" "));
    }

    private String placements(Map<String, Integer> placements) {
        return placements.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(place -> place.getValue() + " " + name(place.getKey()))
                .collect(Collectors.joining("\n"));
    }

    private String name(String contestant) {
        return script.contestant(contestant).map(Contestant::name).orElse(contestant);
    }
}

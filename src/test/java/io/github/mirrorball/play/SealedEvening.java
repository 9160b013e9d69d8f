package io.github.mirrorball.play;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.bot.Report;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageAnswer;
import io.github.mirrorball.stage.world.StageChoices;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageRole;
import io.github.mirrorball.stage.world.StageUser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An evening with secret polls on which most fans picked one contestant and some another, and a host who looks everywhere. */
final class SealedEvening implements AutoCloseable {

    private static final int MOST = 3;
    private static final int SOME = 1;
    private static final int STEPS_FROM_A_COMMAND = 2;

    private final Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"));
    private final StageUser host;
    private final StageRole role;

    private SealedEvening() {
        role = evening.server().role("May manage the server", Permission.MANAGE_SERVER);
        host = evening.host();
        host.give(role);
        evening.importSeason(SmallSeasons.twoNights()
                .replace(
                        "\"episodes\"",
                        "\"settings\": {\"secret\": true, \"joker\": true, \"crowd\": true}, \"episodes\""));
        evening.windTo("2026-01-09T12:00:00Z");
    }

    static SealedEvening leaning(String most, String some) {
        SealedEvening sealed = new SealedEvening();
        for (String asks : List.of("elimination", "top_score")) {
            long poll = sealed.evening.card(1, asks).poll();
            for (int i = 0; i < MOST + SOME; i++) {
                StageUser fan = sealed.evening.fan("fan-" + i);
                StageMessage menu = fan.slash(sealed.evening.channel(), "pick").message();
                fan.choose(menu, "pick:" + poll + ":all", List.of(i < MOST ? most : some))
                        .await();
            }
        }
        sealed.evening.settle();
        return sealed;
    }

    List<PublishedCommand> published() {
        return host.commands(evening.channel()).stream()
                .filter(command -> command.path("type").asInt(1) == 1)
                .flatMap(PublishedCommand::of)
                .toList();
    }

    /** Whether the polls are all open yet, or canceled. */
    boolean isSealed() {
        return evening.bot().reports(evening.server().id()).stream()
                .map(Report::polls)
                .flatMap(List::stream)
                .allMatch(poll -> poll.state().equals("open") || poll.state().equals("canceled"));
    }

    /** What people see in the channel by now. */
    List<String> shown() {
        return host.messages(evening.channel()).stream()
                .map(SealedEvening::bare)
                .toList();
    }

    /** Everything that one way of a command, its suggestions, its forms and its buttons are answered with. */
    List<String> tried(PublishedCommand command, int number) {
        Map<String, Object> way = command.way(number, evening.channel(), role);
        List<String> answers = new ArrayList<>();
        for (String suggesting : command.suggesting()) {
            Map<String, Object> typed = new HashMap<>(way);
            typed.putIfAbsent(suggesting, "");
            try {
                answers.add(bare(host.complete(evening.channel(), command.path(), typed, suggesting)
                        .await()));
            } catch (IllegalArgumentException numbered) {
                assertNotTyped(numbered);
            }
        }
        try {
            follow(
                    host.slash(evening.channel(), command.path(), way).await(),
                    answers,
                    new HashSet<>(),
                    STEPS_FROM_A_COMMAND);
        } catch (IllegalArgumentException impossible) {
            throw new AssertionError(command.path() + " takes no " + way, impossible);
        }
        return answers;
    }

    /** A number cannot be typed half. */
    private static void assertNotTyped(IllegalArgumentException numbered) {
        if (!String.valueOf(numbered.getMessage()).contains("cannot be")) {
            throw numbered;
        }
    }

    private void follow(StageAnswer answer, List<String> answers, Set<String> pressed, int steps) {
        evening.settle();
        answers.add(bare(answer));
        if (steps == 0) {
            return;
        }
        if (answer instanceof StageForm form) {
            follow(host.submit(form, filled(form)).await(), answers, pressed, steps - 1);
        }
        if (answer instanceof StageMessage message) {
            for (String button : buttons(message)) {
                if (!button.startsWith("result-confirm:")
                        && pressed.add(button)
                        && buttons(message).contains(button)) {
                    follow(host.press(message, button).await(), answers, pressed, steps - 1);
                }
            }
        }
    }

    private static List<String> buttons(StageMessage message) {
        return message.components().stream()
                .filter(each -> each.path("type").asInt() == 2)
                .filter(each -> !each.path("disabled").asBoolean())
                .map(each -> each.path("custom_id").asText())
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static Map<String, Object> filled(StageForm form) {
        Map<String, Object> filled = new HashMap<>();
        form.fields().stream()
                .filter(field -> field.type() == 4 && field.values().isEmpty())
                .forEach(field -> filled.put(field.customId(), "none"));
        return filled;
    }

    /** An answer as Discord has it, with its files, without ids and times. */
    private static String bare(StageAnswer answer) {
        if (answer instanceof StageMessage message) {
            ObjectNode json = message.json();
            StringBuilder files = new StringBuilder();
            json.path("attachments")
                    .forEach(file -> files.append(' ')
                            .append(message.file(file.path("filename").asText())
                                    .map(bytes -> file.path("filename").asText().endsWith(".png")
                                            ? Integer.toString(Arrays.hashCode(bytes))
                                            : new String(bytes, StandardCharsets.UTF_8))
                                    .orElse("")));
            return bare(json + files.toString());
        }
        if (answer instanceof StageForm form) {
            return bare(form.json().toString());
        }
        return bare(answer instanceof StageChoices choices ? choices.choices().toString() : answer.toString());
    }

    /** How many picks a card has so far is followed at a pace of its own, by the computer's clock. */
    private static String bare(String text) {
        return text.replaceAll(" · \\d+ picks? so far", "")
                .replaceAll("\"edited_timestamp\":(null|\"[^\"]*\"),?", "")
                .replaceAll(",?\"id\":\\d{1,4}\\b", "")
                .replaceAll("\\d{15,}", "ID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|\\+00:00)", "TIME")
                .replaceAll("(https?://[^/\"]+/[^\"]*)", "URL")
                .replaceAll("\"(token|nonce|hash)\":\"[^\"]*\"", "\"$1\":\"\"");
    }

    @Override
    public void close() {
        evening.close();
    }
}

package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.junit.jupiter.api.Test;

/** Of somebody who erased themselves nothing is found an hour later, in no file of the running bot's and in no message of its server. */
class ErasedWithinTheHourTest {

    /** Discord's number of the component that shows pictures. */
    private static final int GALLERY = 12;

    private static final String NAME = "Zoë Quillon Ünlü";

    @Test
    void anHourAfterAnErasureNameAndIdAreInNoFileAndInNoMessage() {
        try (Evening evening = new Evening(Instant.parse("2026-01-01T00:00:00Z"))) {
            evening.importSeason(SmallSeasons.twoNights());
            StageUser gone = evening.fan(NAME);
            StageUser stays = evening.fan("Bobadil Thorne");
            night(evening, gone, stays, 1, "ann", "2026-01-10");
            night(evening, gone, stays, 2, "bob", "2026-01-11");
            assertThat(found(evening, gone).keySet()).anyMatch(place -> place.startsWith("mirrorball.mv.db: the name"));
            assertThat(found(evening, gone).keySet()).anyMatch(place -> place.startsWith("mirrorball.mv.db: the id"));
            assertThat(told(evening, NAME)).hasSize(2);
            assertThat(pictures(evening)).isOne();

            StageMessage sure = gone.slash(evening.channel(), "privacy erase").message();
            gone.press(sure, sure.button("privacy-erase"));
            evening.settle();
            evening.windTo("2026-01-11T23:45:00Z");

            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(found(evening, gone)).isEmpty());
            assertThat(told(evening, NAME)).isEmpty();
            assertThat(told(evening, Long.toString(gone.id()))).isEmpty();
            assertThat(pictures(evening)).isZero();
            assertThat(told(evening, "Bobadil Thorne")).isNotEmpty();
            assertThat(results(evening).get(0)).contains("Night 1", "Ann").doesNotContain("Standings");
            assertThat(results(evening).get(1)).contains("Night 2", "Bob", "Bobadil Thorne");
        }
    }

    private static void night(Evening evening, StageUser gone, StageUser stays, int episode, String out, String date) {
        evening.windTo(date + "T12:00:00Z");
        evening.react(gone, evening.card(episode, "elimination"), out);
        evening.react(stays, evening.card(episode, "elimination"), out);
        evening.settle();
        evening.windTo(date + "T22:30:00Z");
        evening.enterResult(episode, Map.of("eliminated", List.of(out), "marks", "none"));
    }

    /** Where something of them is found: by file and form. */
    private static Map<String, Integer> found(Evening evening, StageUser who) {
        Map<String, Integer> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(evening.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                forms(who).forEach((form, wanted) -> {
                    int at = indexOf(bytes, wanted);
                    if (at >= 0) {
                        found.put(evening.data().relativize(file) + ": " + form, at);
                    }
                });
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, byte[]> forms(StageUser who) {
        Map<String, byte[]> forms = new TreeMap<>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            forms.put("the name in " + charset, NAME.getBytes(charset));
            forms.put("the id in " + charset, Long.toString(who.id()).getBytes(charset));
        }
        ByteBuffer name = ByteBuffer.allocate(100);
        DataUtils.writeStringData(name, NAME, NAME.length());
        forms.put("the name as the database writes it", written(name));
        ByteBuffer id = ByteBuffer.allocate(20);
        DataUtils.writeVarLong(id, who.id());
        forms.put("the id as the database writes it, short", written(id));
        forms.put(
                "the id as the database writes it",
                written(ByteBuffer.allocate(8).putLong(who.id())));
        forms.put(
                "the id, turned round",
                written(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(who.id())));
        return forms;
    }

    private static byte[] written(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    /** The messages, with all that Discord has of them, in which something stands. */
    private static List<StageMessage> told(Evening evening, String text) {
        return evening.channel().messages().stream()
                .filter(message -> message.json().toString().contains(text))
                .toList();
    }

    private static List<String> results(Evening evening) {
        return evening.channel().messages().stream()
                .map(StageMessage::text)
                .filter(text -> text.contains("The result of"))
                .toList();
    }

    private static long pictures(Evening evening) {
        return evening.channel().messages().stream()
                .flatMap(message -> message.components().stream())
                .filter(part -> part.path("type").asInt() == GALLERY)
                .count();
    }
}

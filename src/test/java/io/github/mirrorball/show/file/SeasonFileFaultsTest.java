package io.github.mirrorball.show.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.wording.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SeasonFileFaultsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CAST_END = "],\n \"episodes\"";

    /** In the sample, this text in place of that makes this one fault. */
    static Stream<Arguments> faults() {
        return Stream.of(
                row("\"format\": 1", "\"format\": 2", "format", "fault.file.format"),
                row("\"format\": 1", "\"format\": \"1\"", "format", "fault.file.format"),
                row("\"format\": 1,", "", "format", "fault.field.missing"),
                row("\"show\": \"Dance\"", "\"show\": 5", "show", "fault.type.text"),
                row("\"show\": \"Dance\"", "\"show\": \" \"", "show", "fault.text.blank"),
                row("\"show\": \"Dance\"", "\"show\": \"" + "x".repeat(101) + "\"", "show", "fault.text.tooLong"),
                row("\"show\": \"Dance\"", "\"show\": \"a\\u0000b\"", "show", "fault.text.unprintable"),
                row("\"show\": \"Dance\"", "\"show\": \"a\\ud83cb\"", "show", "fault.text.unprintable"),
                row("\"show\":", "\"seasons\": 1, \"show\":", "seasons", "fault.field.unknown"),
                row("\"show\":", "\"title\": \"T\", \"show\":", "title", "fault.field.twice"),
                row("America/New_York", "America/Springfield", "timeZone", "fault.zone.unknown"),
                row("America/New_York", "+05:00", "timeZone", "fault.zone.unknown"),
                row("\"contestants\": [", "\"contestants\": [7,", "contestants[0]", "fault.type.object"),
                row(
                        "\"name\": \"Ann\"",
                        "\"names\": 1, \"name\": \"Ann\"",
                        "contestants[0].names",
                        "fault.field.unknown"),
                row("\"name\": \"Cät\"", "\"id2\": \"\"", "contestants[2].name", "fault.field.missing", "id2"),
                row(
                        "\"name\": \"Cät\"",
                        "\"name\": \"" + "x".repeat(61) + "\"",
                        "contestants[2].name",
                        "fault.text.tooLong"),
                row("\"partner\": \"Al\"", "\"partner\": null", "contestants[0].partner", "fault.type.text"),
                row(
                        CAST_END,
                        ", {\"id\": \"bob\", \"name\": \"N\"}" + CAST_END,
                        "contestants[3].id",
                        "fault.contestant.twice"),
                row(
                        CAST_END,
                        ", {\"id\": \"none\", \"name\": \"N\"}" + CAST_END,
                        "contestants[3].id",
                        "fault.contestant.reserved"),
                row(
                        CAST_END,
                        ", {\"id\": \"Dog!\", \"name\": \"N\"}" + CAST_END,
                        "contestants[3].id",
                        "fault.contestant.id"),
                row(
                        CAST_END,
                        ", {\"id\": \"" + "x".repeat(61) + "\", \"name\": \"N\"}" + CAST_END,
                        "contestants[3].id",
                        "fault.contestant.id"),
                row(CAST_END, ", {\"name\": \"N\"}" + CAST_END, "contestants[3].id", "fault.field.missing"),
                row(
                        CAST_END,
                        ", {\"id\": \"d\", \"name\": \"" + "x".repeat(50) + "\", \"partner\": \"" + "y".repeat(50)
                                + "\"}" + CAST_END,
                        "contestants[3]",
                        "fault.contestant.label"),
                row(CAST_END, crowd(23) + CAST_END, "contestants", "fault.list.size"),
                row("🕺", "💃", "contestants[1].emoji", "fault.emoji.twice"),
                row("🕺", "💃\uFE0F", "contestants[1].emoji", "fault.emoji.twice"),
                row("🕺", "🇦", "contestants[1].emoji", "fault.emoji.letter"),
                row("🕺", "🇿", "contestants[1].emoji", "fault.emoji.letter"),
                row("🕺", "🕺🪩", "contestants[1].emoji", "fault.emoji.notOne"),
                row("🕺", "B", "contestants[1].emoji", "fault.emoji.notOne"),
                row("🕺", "", "contestants[1].emoji", "fault.emoji.notOne"),
                row("🕺", "\uFE0F", "contestants[1].emoji", "fault.emoji.notOne"),
                row("\"number\": 2", "\"number\": 1", "episodes[1].number", "fault.episode.twice"),
                row("\"number\": 2", "\"number\": 0", "episodes[1].number", "fault.number.whole"),
                row("\"number\": 2", "\"number\": 2.5", "episodes[1].number", "fault.number.whole"),
                row("\"number\": 2", "\"number\": \"2\"", "episodes[1].number", "fault.type.number"),
                row("\"number\": 2", "\"number\": 1e99999", "episodes[1].number", "fault.number.size"),
                row(
                        "\"number\": 2",
                        "\"number\": 1e99999999999",
                        "episodes[1].number",
                        "fault.number.size",
                        "episodes[1].number"),
                row("\"title\": \"Two\",", "", "episodes[1].title", "fault.field.missing"),
                row("2024-09-24T20:00", "2024-09-24 20:00", "episodes[1].airsAt", "fault.time.malformed"),
                row("2024-09-24T20:00", "2024-02-30T20:00", "episodes[1].airsAt", "fault.time.malformed"),
                row("2024-09-24T20:00", "2024-09-24T20:00Z", "episodes[1].airsAt", "fault.time.malformed"),
                row("2024-09-24T20:00", "2024-09-24T20:00:30", "episodes[1].airsAt", "fault.time.malformed"),
                row("2024-09-24T20:00", "+999999999-12-31T23:59", "episodes[1].airsAt", "fault.time.year"),
                row("2024-09-24T20:00", "2025-03-09T02:30", "episodes[1].airsAt", "fault.time.skipped"),
                row("\"minutes\": 60", "\"minutes\": 1441", "episodes[0].minutes", "fault.number.whole"),
                row("\"minutes\": 60", "\"minutes\": true", "episodes[0].minutes", "fault.type.number"),
                row("\"asks\": []", "\"result\": {}", "episodes[2].asks", "fault.field.missing"),
                row("\"asks\": []", "\"asks\": {}", "episodes[2].asks", "fault.type.list"),
                row("\"asks\": []", "\"asks\": [\"loudest\"]", "episodes[2].asks[0]", "fault.ask.unknown"),
                row(
                        "\"asks\": []",
                        "\"asks\": [{\"ask\": \"loudest\"}]",
                        "episodes[2].asks[0].ask",
                        "fault.ask.unknown"),
                row("\"asks\": []", "\"asks\": [{}]", "episodes[2].asks[0].ask", "fault.field.missing"),
                row("\"asks\": []", "\"asks\": [5]", "episodes[2].asks[0]", "fault.type.ask"),
                row("\"asks\": []", "\"asks\": [\"score\"]", "episodes[2].asks[0]", "fault.ask.bareScore"),
                row("\"asks\": []", "\"asks\": [\"custom\"]", "episodes[2].asks[0]", "fault.ask.bareCustom"),
                row(
                        "\"asks\": []",
                        "\"asks\": [{\"ask\": \"score\"}]",
                        "episodes[2].asks[0].contestant",
                        "fault.field.missing"),
                row(
                        "\"asks\": []",
                        "\"asks\": [{\"ask\": \"score\", \"contestant\": \"zoe\"}]",
                        "episodes[2].asks[0].contestant",
                        "fault.contestant.unknown"),
                row(
                        "\"asks\": []",
                        "\"asks\": [{\"ask\": \"winner\", \"contestant\": \"ann\"}]",
                        "episodes[2].asks[0].contestant",
                        "fault.field.unknown"),
                row(
                        "\"asks\": []",
                        "\"asks\": [{\"ask\": \"winner\", \"worth\": 1001}]",
                        "episodes[2].asks[0].worth",
                        "fault.number.range"),
                row(
                        "\"asks\": []",
                        "\"asks\": [{\"ask\": \"winner\", \"worth\": 1.005}]",
                        "episodes[2].asks[0].worth",
                        "fault.number.range"),
                row(
                        "\"asks\": []",
                        "\"asks\": [\"winner\", {\"ask\": \"winner\", \"worth\": 3}]",
                        "episodes[2].asks[1]",
                        "fault.ask.twice"),
                row(
                        "\"lowScore\": true",
                        "\"lowScore\": false",
                        "\"asks\": []",
                        "\"asks\": [\"low_score\"]",
                        "episodes[2].asks[0]",
                        "fault.ask.lowScore"),
                row("[\"Yes\", \"No\"]", "[\"No\"]", "episodes[1].asks[1].answers", "fault.list.size"),
                row("[\"Yes\", \"No\"]", "[\"No\", \"No\"]", "episodes[1].asks[1].answers[1]", "fault.ask.sameAnswer"),
                row(
                        "[\"Yes\", \"No\"]",
                        "[\"No\", \"none\"]",
                        "episodes[1].asks[1].answers[1]",
                        "fault.ask.sameAnswer"),
                row(
                        "[\"Yes\", \"No\"]",
                        "[\"No\", \"" + "x".repeat(61) + "\"]",
                        "episodes[1].asks[1].answers[1]",
                        "fault.text.tooLong"),
                row("\"asks\": [\"winner\"]", "\"asks\": [\"elimination\"]", "asks[0]", "fault.ask.notSeasonLong"),
                row(
                        "{\"Rain?\": [\"No\"]}",
                        "{\"Rain?\": [\"Maybe\"]}",
                        "episodes[1].result.answers.Rain?",
                        "fault.result.noSuchAnswer"),
                row(
                        "{\"Rain?\": [\"No\"]}",
                        "{\"Snow?\": [\"No\"]}",
                        "episodes[1].result.answers.Snow?",
                        "fault.result.notAsked"),
                row("\"withdrew\": []", "\"left\": []", "episodes[0].result.left", "fault.field.unknown"),
                row("\"withdrew\": []", "\"placements\": {}", "episodes[0].result.placements", "fault.field.unknown"),
                row("\"withdrew\": []", "\"withdrew\": \"bob\"", "episodes[0].result.withdrew", "fault.type.list"),
                row("\"withdrew\": []", "\"withdrew\": [\"cat\"]", "episodes[0].result.withdrew", "fault.result.both"),
                row("[\"cat\"]", "[\"cat\", \"cat\"]", "episodes[0].result.eliminated[1]", "fault.result.twice"),
                row("[\"cat\"]", "[\"cat\", \"zoe\"]", "episodes[0].result.eliminated[1]", "fault.contestant.unknown"),
                row("[\"cat\"]", "[\"cat\", null]", "episodes[0].result.eliminated[1]", "fault.type.text"),
                row(
                        "\"eliminated\": [],",
                        "\"eliminated\": [\"cat\"],",
                        "episodes[1].result.eliminated[0]",
                        "fault.result.alreadyOut"),
                row("\"bob\": [9]", "\"cat\": [9]", "episodes[1].result.scores.cat", "fault.result.markedButOut"),
                row("\"bob\": [9]", "\"zoe\": [9]", "episodes[1].result.scores.zoe", "fault.contestant.unknown"),
                row("\"bob\": [9]", "\"bob\": [-0.5]", "episodes[1].result.scores.bob", "fault.result.negativeMark"),
                row("\"bob\": [9]", "\"bob\": [9.00001]", "episodes[1].result.scores.bob", "fault.result.finerMark"),
                row("\"bob\": [9]", "\"bob\": [\"9\"]", "episodes[1].result.scores.bob[0]", "fault.type.number"),
                row("\"bob\": [9]", "\"bob\": [1e-999999999]", "episodes[1].result.scores.bob[0]", "fault.number.size"),
                row("\"bob\": [9]", "\"bob\": 9", "episodes[1].result.scores.bob", "fault.type.list"),
                row("\"cat\": 3}", "\"zoe\": 3}", "placements.zoe", "fault.contestant.unknown"),
                row("\"cat\": 3}", "\"cat\": 0}", "placements.cat", "fault.result.place"),
                row("\"cat\": 3}", "\"cat\": 3.5}", "placements.cat", "fault.number.whole"),
                row("\"ann\": 1, ", "", "placements", "fault.result.noWinner"),
                row("\"placements\": {", "\"placements\": 1, \"x\": {", "placements", "fault.type.object", "x"),
                row("\"openLeadHours\": 48", "\"openLeadHours\": 0", "settings.openLeadHours", "fault.number.whole"),
                row("\"openLeadHours\": 48", "\"openLead\": 48", "settings.openLead", "fault.field.unknown"),
                row(
                        "\"lockOffsetMinutes\": -5",
                        "\"lockOffsetMinutes\": -601",
                        "settings.lockOffsetMinutes",
                        "fault.number.whole"),
                row("[60, 5]", "[60, 4]", "settings.reminderMinutes[1]", "fault.number.whole"),
                row("[60, 5]", "[60, 60]", "settings.reminderMinutes[1]", "fault.settings.sameReminder"),
                row("[60, 5]", "[60, 5, 6, 7, 8, 9]", "settings.reminderMinutes", "fault.list.size"),
                row("\"secret\": true", "\"secret\": \"yes\"", "settings.secret", "fault.type.flag"),
                row("\"bestEpisodes\": 8", "\"bestEpisodes\": 61", "settings.bestEpisodes", "fault.number.whole"),
                row("\"winner\": 100", "\"loudest\": 100", "settings.worth.loudest", "fault.ask.unknown"),
                row("\"winner\": 100", "\"winner\": -1", "settings.worth.winner", "fault.number.range"),
                row(
                        "\"revealDelayHours\": 3",
                        "\"revealDelayHours\": 169",
                        "settings.revealDelayHours",
                        "fault.number.whole"),
                row(
                        "\"language\": \"de\"",
                        "\"language\": \"deutsch, bitte\"",
                        "settings.language",
                        "fault.settings.language"),
                row("\"language\": \"de\"", "\"language\": \"\"", "settings.language", "fault.settings.language"));
    }

    /** The last words of a row name places where the same change makes further faults. */
    private static Arguments row(String... words) {
        return Arguments.of((Object) words);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsNamedWithItsPlace(String[] row) {
        boolean twoChanges = row.length == 6;
        String text = changed(SampleFile.TEXT, row[0], row[1]);
        String faulty = twoChanges ? changed(text, row[2], row[3]) : text;
        int at = twoChanges ? 4 : 2;

        List<Fault> faults = SampleFile.faults(faulty);

        assertThat(faults).extracting(Fault::place, Fault::key).contains(tuple(row[at], row[at + 1]));
        assertThat(faults).allSatisfy(fault -> {
            assertThat(Messages.in("en").text(fault)).startsWith(fault.place()).doesNotContain("{", "''");
            boolean expected = fault.place().equals(row[at])
                    || (row.length == 5 && fault.place().contains(row[4]));
            assertThat(expected).as("%s is about %s", fault, row[at]).isTrue();
        });
    }

    private static String changed(String text, String found, String replacement) {
        assertThat(text).contains(found);
        int at = text.indexOf(found);
        return text.substring(0, at) + replacement + text.substring(at + found.length());
    }

    private static String crowd(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> ", {\"id\": \"more-%d\", \"name\": \"More %d\"}".formatted(i, i))
                .reduce("", String::concat);
    }

    @Test
    void oneContestantIsTooFew() {
        assertThat(SampleFile.faults(changed(SampleFile.TEXT, "{\"id\": \"bob\"", "\"x\", {\"id\": \"bob\"")))
                .extracting(Fault::place)
                .containsExactly("contestants[1]");
        assertThat(SampleFile.faults(emptied("contestants")))
                .extracting(Fault::place, Fault::key)
                .contains(tuple("contestants", "fault.list.size"));
    }

    @Test
    void aSeasonHasEpisodes() {
        assertThat(SampleFile.faults(emptied("episodes")))
                .extracting(Fault::place, Fault::key)
                .containsExactly(
                        tuple("episodes", "fault.list.size"), tuple("placements", "fault.placements.noResult"));
    }

    @Test
    void placementsNeedAResult() {
        ObjectNode file = sample();
        file.withArray("episodes").forEach(episode -> ((ObjectNode) episode).remove("result"));

        assertThat(SampleFile.faults(file.toString()))
                .containsExactly(Fault.at("placements", "fault.placements.noResult"));
    }

    @Test
    void brokenJsonIsAFaultWithLineAndColumn() {
        assertThat(SampleFile.faults("{\n  \"format\": 1,\n  \"show\" \"Dance\"\n}"))
                .containsExactly(Fault.at("", "fault.file.notJson", 3, 10));
        assertThat(SampleFile.faults("{}\n{}")).containsExactly(Fault.at("", "fault.file.notJson", 2, 1));
    }

    @Test
    void anyValueInAnyPlaceIsReadOrNamed() {
        List<JsonNode> values = List.of(
                node("null"),
                node("true"),
                node("-1"),
                node("1e400"),
                node("\"\""),
                node("\"ann\""),
                node("[]"),
                node("{}"),
                node("[[]]"),
                node("{\"ann\": {}}"));
        eachPlace(
                sample(),
                change -> values.forEach(value -> {
                    ObjectNode file = sample();
                    change.in(file, value);
                    Reading reading = SampleFile.read(file.toString());
                    assertThat(reading).isNotNull();
                    if (reading instanceof Reading.Read read) {
                        assertThat(SampleFile.plan(SeasonFile.write(SampleFile.season(read.plan()))))
                                .isEqualTo(read.plan());
                    }
                }));
    }

    private interface Change {
        void in(JsonNode file, JsonNode value);
    }

    private static void eachPlace(JsonNode node, Consumer<Change> visitor) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                visitor.accept((file, value) -> ((ObjectNode) file).set(name, value));
                eachPlace(
                        object.path(name), inner -> visitor.accept((file, value) -> inner.in(file.path(name), value)));
            });
        } else if (node instanceof ArrayNode array) {
            IntStream.range(0, array.size()).forEach(i -> {
                visitor.accept((file, value) -> ((ArrayNode) file).set(i, value));
                eachPlace(array.path(i), inner -> visitor.accept((file, value) -> inner.in(file.path(i), value)));
            });
        }
    }

    private static String emptied(String list) {
        ObjectNode file = sample();
        file.putArray(list);
        return file.toString();
    }

    private static ObjectNode sample() {
        return (ObjectNode) node(SampleFile.TEXT);
    }

    private static JsonNode node(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

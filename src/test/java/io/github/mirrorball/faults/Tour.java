package io.github.mirrorball.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mirrorball.ops.Shards;
import io.github.mirrorball.stage.Stage;
import io.github.mirrorball.stage.rules.Permission;
import io.github.mirrorball.stage.world.StageChannel;
import io.github.mirrorball.stage.world.StageFile;
import io.github.mirrorball.stage.world.StageForm;
import io.github.mirrorball.stage.world.StageMessage;
import io.github.mirrorball.stage.world.StageOptions;
import io.github.mirrorball.stage.world.StageServer;
import io.github.mirrorball.stage.world.StageUser;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Four servers, two on either of two shards, that play the same season with the same votes, and the processes that look after them. A night
 * is one day after the other, and asks who leaves. For one thread.
 */
final class Tour implements AutoCloseable {

    static final Shards LEFT = Shards.one(0, 2);
    static final Shards RIGHT = Shards.one(1, 2);

    private static final Instant FIRST_NIGHT = Instant.parse("2026-01-10T20:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CAST = "abcdefgh";

    private final SharedClock clock;
    private final Stage stage;
    private final Creations creations;
    private final List<Place> places = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    Tour(Path directory) {
        clock = SharedClock.in(directory.resolve("clock"));
        clock.windTo(Instant.parse("2026-01-09T00:00:00Z"));
        stage = Stage.start(StageOptions.defaults().withShow(clock).withSharding(new StageOptions.Sharding(2, 16)));
        creations = Creations.on(stage);
        for (int i = 0; places.size() < 4; i++) {
            StageServer server = stage.server("Stop " + i);
            Shards half = LEFT.includes(server.id()) ? LEFT : RIGHT;
            if (of(half).size() < 2) {
                places.add(new Place(server));
            }
        }
    }

    Stage stage() {
        return stage;
    }

    SharedClock clock() {
        return clock;
    }

    List<Creations.Creation> creations() {
        return creations.all();
    }

    List<Place> places() {
        return places;
    }

    /** The servers of some shards. */
    List<Place> of(Shards shards) {
        return places.stream()
                .filter(place -> shards.includes(place.server.id()))
                .toList();
    }

    /** It looks after its servers from now on. */
    <P extends Part> P joins(P part) {
        parts.add(part);
        return part;
    }

    /** It does not any more. */
    void leaves(Part part) {
        parts.remove(part);
    }

    /** When a night begins, and its poll locks. */
    static Instant night(int number) {
        return FIRST_NIGHT.plusSeconds(86_400L * (number - 1));
    }

    /** Returns when whoever is there has done everything. */
    Optional<Instant> settle() {
        Optional<Instant> due;
        long before;
        do {
            before = requests();
            stage.flush();
            due = parts.stream().map(Part::settle).flatMap(Optional::stream).min(Comparator.naturalOrder());
        } while (requests() != before);
        return due;
    }

    private long requests() {
        return stage.requestCounts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Winds the clock, stopping at everything that is due on the way. */
    void windTo(Instant target) {
        Optional<Instant> due = settle();
        while (clock.instant().isBefore(target)) {
            clock.windTo(due.filter(at -> at.isBefore(target) && at.isAfter(clock.instant()))
                    .orElse(target));
            parts.forEach(Part::wake);
            due = settle();
        }
    }

    /** No notice made two messages, and no channel has one text twice, nor a server an event. */
    void expectOnceEach() {
        assertThat(creations.all()).extracting(Creations.Creation::notice).doesNotHaveDuplicates();
        for (Place place : places) {
            assertThat(creations.all())
                    .filteredOn(each -> each.message().channel().id() == place.channel.id())
                    .extracting(Creations.Creation::text)
                    .doesNotHaveDuplicates();
            assertThat(place.server.events())
                    .extracting(event -> event.path("name").asText())
                    .doesNotHaveDuplicates();
        }
    }

    private static String season(int nights) {
        return """
                {"format": 1, "show": "Tour", "title": "The Tour", "timeZone": "UTC", "contestants": [%s], "episodes": [%s]}
                """.formatted(
                        CAST.chars()
                                .mapToObj(id -> "{\"id\": \"%1$c\", \"name\": \"Dancer %1$c\"}".formatted(id))
                                .collect(Collectors.joining(", ")),
                        IntStream.rangeClosed(1, nights)
                                .mapToObj(night -> """
                                {"number": %1$d, "title": "Night %1$d", "airsAt": "%2$s", "asks": ["elimination"]}""".formatted(
                                                night, night(night).toString().substring(0, 16)))
                                .collect(Collectors.joining(", ")));
    }

    /** How the seasons stand, as whoever joined last reads them. */
    List<String> reports() {
        return places.stream().map(place -> newest().report(place.id())).toList();
    }

    private Part newest() {
        return parts.get(parts.size() - 1);
    }

    /** Who leaves in a night. */
    static String leaver(int night) {
        return CAST.substring(night - 1, night);
    }

    @Override
    public void close() {
        List.copyOf(parts).forEach(Part::close);
        stage.close();
    }

    /** One of the servers. */
    final class Place {

        private final StageServer server;
        private final StageChannel channel;
        private final StageUser host;

        Place(StageServer server) {
            this.server = server;
            this.channel = server.channel("the-show");
            this.host = server.member("Host of " + server.name(), Set.of(Permission.MANAGE_EVENTS));
        }

        long id() {
            return server.id();
        }

        StageChannel channel() {
            return channel;
        }

        StageServer server() {
            return server;
        }

        void begin(int nights) {
            StageFile file = new StageFile("season.json", season(nights).getBytes(StandardCharsets.UTF_8));
            expect(host.slash(channel, "season import", Map.of("file", file)).message(), "The Tour");
        }

        /** A vote in private, whose receipt is awaited. */
        void pick(String fan, String outcome) {
            StageUser voter = server.member(fan);
            StageMessage menu = voter.slash(channel, "pick").message();
            expect(voter.choose(menu, menu.select("pick:"), List.of(outcome)).message(), "Your pick");
        }

        /** A vote by reaction to the newest card, for the outcome at this place of it. */
        void react(String fan, int outcome) {
            StageMessage card = channel.messages().stream()
                    .filter(message -> !message.reactions().isEmpty())
                    .reduce((older, newer) -> newer)
                    .orElseThrow();
            String emoji =
                    card.reactions().keySet().stream().skip(outcome).findFirst().orElseThrow();
            server.member(fan).react(card, emoji);
        }

        /** Three votes: two of them right, one of these by reaction. */
        void vote(int night) {
            pick("ada", "h");
            pick("bea", leaver(night));
            react("cyd", 0);
        }

        /** The state of a night's poll, in the database. */
        String state(int night) {
            return poll(night).path("state").asText();
        }

        /** How many picked what in a night. */
        Map<String, Integer> picks(int night) {
            return JSON.convertValue(poll(night).path("picks"), new TypeReference<>() {});
        }

        private JsonNode poll(int night) {
            try {
                return JSON.readTree(newest().report(id()))
                        .path("polls")
                        .path(new Question(OptionalInt.of(night), "elimination").toString());
            } catch (JsonProcessingException garbled) {
                throw new UncheckedIOException(garbled);
            }
        }

        void enterResult(int night) {
            StageForm form = host.slash(channel, "result enter", Map.of("episode", (long) night))
                    .form();
            StageMessage preview = host.submit(form, new HashMap<>(Map.of("eliminated", List.of(leaver(night)))))
                    .message();
            expect(host.press(preview, preview.button("result-confirm:")).message(), "is in");
        }

        private void expect(StageMessage told, String text) {
            if (!told.text().contains(text)) {
                throw new AssertionError(server.name() + " was told: " + told.text());
            }
        }

        /** How many messages with this text everybody in the channel saw come. */
        long posts(String text) {
            return creations().stream()
                    .filter(each -> each.message().channel().id() == channel.id()
                            && each.text().contains(text))
                    .count();
        }

        @Override
        public String toString() {
            return server.name();
        }
    }
}

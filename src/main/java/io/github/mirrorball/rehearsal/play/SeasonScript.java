package io.github.mirrorball.rehearsal.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.SeasonPlan;
import io.github.mirrorball.show.file.Reading;
import io.github.mirrorball.show.file.SeasonFile;
import io.github.mirrorball.wording.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A season as it is played: what the host announces, when fans pick, and what the host enters when. Instants are of the show clock.
 *
 * @param announced the season file without its results and places
 */
public record SeasonScript(SeasonPlan plan, String announced) {

    /** However late the previous result is, polls are open this long before air time. */
    private static final Duration OPEN_AT_LEAST = Duration.ofHours(12);

    private static final Duration BEFORE_EVERYTHING = Duration.ofHours(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Something that people do at an instant. */
    public sealed interface Scene {

        /** When. */
        Instant at();

        /** For which episode. */
        Episode episode();

        /** Fans pick. */
        record Picking(Instant at, Episode episode, List<PollQuestion> questions) implements Scene {}

        /** The host enters a result. */
        record Entering(Instant at, Episode episode, Result result) implements Scene {}
    }

    /**
     * The script that a season file gives.
     *
     * @throws PlayFailure naming everything that is wrong with the file, with its place
     */
    public static SeasonScript read(byte[] file) {
        Reading reading = SeasonFile.read(file);
        if (reading instanceof Reading.Read sound) {
            return of(sound.plan(), file);
        }
        Messages messages = Messages.in(Locale.ENGLISH);
        throw new PlayFailure(((Reading.Faulty) reading)
                .faults().stream()
                        .map(messages::text)
                        .collect(Collectors.joining("\n  - ", "The season file cannot be used:\n  - ", "")));
    }

    public static SeasonScript of(SeasonPlan plan, byte[] file) {
        return new SeasonScript(plan, withoutResults(file));
    }

    private static String withoutResults(byte[] file) {
        try {
            ObjectNode season = (ObjectNode) JSON.readTree(file);
            season.remove("placements");
            for (JsonNode episode : season.path("episodes")) {
                ((ObjectNode) episode).remove("result");
            }
            return JSON.writeValueAsString(season);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A season file that could be read cannot be read again", impossible);
        }
    }

    /** An instant before anything of this season is due. */
    public Instant begins() {
        return plan.episodes().stream()
                .map(episode -> episode.airs(plan.zone()).minus(plan.settings().openLead()))
                .min(Comparator.naturalOrder())
                .map(first -> first.minus(OPEN_AT_LEAST).minus(BEFORE_EVERYTHING))
                .orElse(Instant.EPOCH);
    }

    /** An instant after everything of this season has happened. */
    public Instant ends() {
        return plan.episodes().stream()
                .map(episode -> episode.ends(plan.zone()))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .plus(plan.settings().revealDelay())
                .plus(plan.settings().lockOffset().abs());
    }

    /** Everything that people do, in order. */
    public List<Scene> scenes() {
        List<Scene> scenes = new ArrayList<>();
        for (Episode episode : plan.episodes()) {
            result(episode.number())
                    .ifPresent(result -> scenes.add(new Scene.Entering(episode.ends(plan.zone()), episode, result)));
        }
        for (Episode episode : plan.episodes()) {
            List<PollQuestion> questions = questions(episode);
            if (!questions.isEmpty()) {
                scenes.add(new Scene.Picking(picking(episode), episode, questions));
            }
        }
        scenes.sort(Comparator.comparing(Scene::at));
        return scenes;
    }

    /** Everything that the season asks. */
    public List<PollQuestion> questions() {
        return plan.episodes().stream()
                .flatMap(episode -> questions(episode).stream())
                .toList();
    }

    /** The ask behind a question. */
    public Optional<Ask> ask(PollQuestion question) {
        return asks(question.episode())
                .filter(ask -> ask.key().equals(question.asks()))
                .findFirst();
    }

    /** The episode with this number. */
    public Optional<Episode> episode(int number) {
        return plan.episodes().stream()
                .filter(episode -> episode.number() == number)
                .findFirst();
    }

    /** The contestant with this id. */
    public Optional<Contestant> contestant(String id) {
        return plan.cast().stream()
                .filter(contestant -> contestant.id().equals(id))
                .findFirst();
    }

    /** What really happened in the episode with this number, if the file tells anything of it. */
    Optional<Result> result(int episode) {
        return Optional.ofNullable(plan.results().get(episode)).filter(result -> !result.equals(Result.NOTHING));
    }

    /** Everybody's id, whoever really lasted longest first: by place, else by the episode that they left in. */
    public List<String> lasting() {
        Map<String, Integer> places = new HashMap<>();
        Map<String, Integer> left = new HashMap<>();
        List<Episode> episodes = plan.episodes();
        for (int night = 0; night < episodes.size(); night++) {
            Optional<Result> result = result(episodes.get(night).number());
            for (String gone : result.map(Result::gone).orElse(Set.of())) {
                left.put(gone, night);
            }
            result.map(Result::placements).ifPresent(places::putAll);
        }
        return plan.cast().stream()
                .map(Contestant::id)
                .sorted(Comparator.comparing((String who) -> places.getOrDefault(who, Integer.MAX_VALUE))
                        .thenComparing(who -> -left.getOrDefault(who, episodes.size())))
                .toList();
    }

    /** Whether this question has its answer once that result is entered. */
    boolean isSettledBy(Scene.Entering entered, PollQuestion question) {
        OptionalInt number = question.episode();
        boolean isOther =
                number.isPresent() && number.getAsInt() != entered.episode().number();
        if (isOther || !plan.settings().revealDelay().isZero()) {
            return false;
        }
        return ask(question).map(ask -> answers(entered.result(), ask)).orElse(false);
    }

    private static boolean answers(Result result, Ask ask) {
        return switch (ask.kind()) {
            case ELIMINATION -> result.eliminated().isPresent();
            case TOP_SCORE, LOW_SCORE, SCORE -> result.marks().isPresent();
            case WINNER -> !result.placements().isEmpty();
            case CUSTOM ->
                !result.answers()
                        .getOrDefault(ask.question().orElse(""), List.of())
                        .isEmpty();
        };
    }

    private Stream<Ask> asks(OptionalInt number) {
        return number.isPresent()
                ? episode(number.getAsInt()).stream().flatMap(episode -> episode.asks().stream())
                : plan.asks().stream();
    }

    /** Season-long polls lock with the first episode, so that is when they are picked in. */
    private List<PollQuestion> questions(Episode episode) {
        Stream<PollQuestion> own =
                episode.asks().stream().map(ask -> new PollQuestion(OptionalInt.of(episode.number()), ask.key()));
        Stream<PollQuestion> seasonLong = episode.equals(plan.episodes().get(0))
                ? plan.asks().stream().map(ask -> new PollQuestion(OptionalInt.empty(), ask.key()))
                : Stream.empty();
        return Stream.concat(seasonLong, own).toList();
    }

    /** Halfway between the latest opening and the lock. */
    private Instant picking(Episode episode) {
        Instant airs = episode.airs(plan.zone());
        Instant locks = airs.plus(plan.settings().lockOffset());
        Instant open = airs.minus(OPEN_AT_LEAST);
        return open.isBefore(locks)
                ? open.plus(Duration.between(open, locks).dividedBy(2))
                : locks.minus(Duration.ofMinutes(1));
    }
}

package io.github.mirrorball.rehearsal;

import io.github.mirrorball.rehearsal.SeasonScript.Scene;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Lets a rehearsal go on step by step, for someone who watches: winds the clock, has the fans vote, and enters what really happened. Each
 * step tells what it did. Thread-safe: one step at a time, and the programme can be read during one.
 */
public final class Director {

    private static final Duration VOTING_BEFORE_THE_LOCK = Duration.ofHours(1);

    private final Theatre theatre;
    private final SeasonScript script;
    private final Crowd crowd;
    private final Host host;

    /**
     * What a step did, for the page to put into words.
     *
     * @param key which sentence
     * @param details what goes into it, in order
     */
    public record Told(String key, List<String> details) {

        private static Told of(String key, Object... details) {
            return new Told(key, Stream.of(details).map(String::valueOf).toList());
        }
    }

    /**
     * What lies ahead, by the show clock.
     *
     * @param locks when picks lock next; empty once nothing does
     * @param airs when an episode airs next
     * @param ends when an episode that airs next, or is on the air, ends
     * @param locked whether anything has locked yet
     * @param waiting the number of the earliest episode that is over and has no result
     * @param entered how many episodes have their result
     * @param left how many episodes have none yet
     */
    public record Programme(
            Optional<Instant> locks,
            Optional<Instant> airs,
            Optional<Instant> ends,
            boolean locked,
            Optional<Integer> waiting,
            int entered,
            int left) {}

    /** An episode of one of the server's seasons as it stands. */
    private record Night(Season season, Episode episode) {

        Instant airs() {
            return episode.airs(season.zone());
        }

        Instant ends() {
            return episode.ends(season.zone());
        }

        Instant locks() {
            return airs().plus(season.settings().lockOffset());
        }

        boolean isPending() {
            return season.result(episode.number()).equals(Result.NOTHING);
        }
    }

    public Director(Theatre theatre, SeasonScript script, Picker picker) {
        this.theatre = theatre;
        this.script = script;
        this.crowd = new Crowd(theatre, picker);
        this.host = new Host(theatre.host(), script);
    }

    /** How many fans there are to vote. */
    public int fans() {
        return crowd.size();
    }

    /** Sets the season up and winds to its first cards. */
    public synchronized void open() {
        host.setUp(theatre);
        host.moveIn(theatre);
        windToCards();
    }

    /** What lies ahead; does not wait for a step that is being taken. */
    public Programme programme() {
        List<Night> nights = nights().toList();
        Instant now = theatre.clock().instant();
        List<Night> pending = nights.stream().filter(Night::isPending).toList();
        return new Programme(
                after(now, nights, Night::locks),
                after(now, nights, Night::airs),
                after(now, nights, Night::ends),
                nights.stream().anyMatch(night -> !night.locks().isAfter(now)),
                pending.stream()
                        .filter(night -> !night.ends().isAfter(now))
                        .map(night -> night.episode().number())
                        .findFirst(),
                nights.size() - pending.size(),
                pending.size());
    }

    /** Winds to when polls lock next. */
    public synchronized Told toLock() {
        return windTo(next(Night::locks), "lock");
    }

    /** Winds to when an episode airs next. */
    public synchronized Told toAirTime() {
        return windTo(next(Night::airs), "air");
    }

    /** Winds to when an episode ends next. */
    public synchronized Told toTheEnd() {
        return windTo(next(Night::ends), "end");
    }

    /** Winds on by this much. */
    public synchronized Told on(Duration time) {
        theatre.windTo(theatre.clock().instant().plus(time));
        return Told.of("hour");
    }

    /** Every fan votes in everything that is open. */
    public synchronized Told vote() {
        int cast = crowd.pick().cast();
        theatre.calm();
        return cast == 0 ? Told.of("vote.nothing") : Told.of("vote", crowd.size(), cast);
    }

    /**
     * The host enters the real result of the earliest episode that is over and has none yet.
     *
     * @throws PlayFailure if the bot does not take it
     */
    public synchronized Told enterResult() {
        Optional<Night> over = nights().filter(Night::isPending)
                .filter(each -> !each.ends().isAfter(theatre.clock().instant()))
                .findFirst();
        if (over.isEmpty()) {
            return Told.of("result.early");
        }
        int number = over.get().episode().number();
        return Told.of(enter(over.get()) ? "result" : "result.unknown", number);
    }

    /** Everything of one week: the fans vote, the show airs, the result comes in, the next polls open. */
    public synchronized Told week() {
        Optional<Night> pending = nights().filter(Night::isPending).findFirst();
        if (pending.isEmpty()) {
            return Told.of("week.over");
        }
        Night night = pending.get();
        theatre.windTo(night.locks().minus(VOTING_BEFORE_THE_LOCK));
        int cast = crowd.pick().cast();
        theatre.calm();
        theatre.windTo(night.ends());
        boolean entered = enter(night);
        if (entered) {
            windToCards();
        }
        return Told.of(entered ? "week" : "week.waits", night.episode().number(), cast);
    }

    /** Whether the script tells what happened. */
    private boolean enter(Night night) {
        int number = night.episode().number();
        Optional<Scene.Entering> scene = script.scenes().stream()
                .filter(Scene.Entering.class::isInstance)
                .map(Scene.Entering.class::cast)
                .filter(each -> each.episode().number() == number)
                .findFirst();
        scene.ifPresent(entering -> {
            host.enter(theatre.hosts(), entering.episode(), entering.result());
            theatre.calm();
        });
        return scene.isPresent();
    }

    private Told windTo(Optional<Instant> target, String what) {
        target.ifPresent(theatre::windTo);
        return Told.of(target.isPresent() ? what : what + ".over");
    }

    /** Nothing more opens where the season is over. */
    private void windToCards() {
        Optional<Instant> due = theatre.nextDue();
        while (theatre.cards().isEmpty() && due.isPresent()) {
            theatre.windTo(due.get());
            due = theatre.nextDue();
        }
    }

    private Optional<Instant> next(Function<Night, Instant> moment) {
        return after(theatre.clock().instant(), nights().toList(), moment);
    }

    private static Optional<Instant> after(Instant now, List<Night> nights, Function<Night, Instant> moment) {
        return nights.stream().map(moment).filter(now::isBefore).min(Comparator.naturalOrder());
    }

    private Stream<Night> nights() {
        return theatre.seasons().stream()
                .filter(season -> !season.archived())
                .flatMap(season -> season.episodes().stream().map(episode -> new Night(season, episode)))
                .sorted(Comparator.comparing(Night::airs));
    }
}

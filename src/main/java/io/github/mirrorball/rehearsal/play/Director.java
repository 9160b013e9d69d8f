package io.github.mirrorball.rehearsal.play;

import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.stage.world.StageForm;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets a rehearsal go on step by step, for someone who watches: winds the clock, has the fans vote, and enters what really happened. Each
 * step tells what it did. Thread-safe: one step at a time, and the programme can be read during one.
 */
public final class Director {

    private static final Duration VOTING_BEFORE_THE_LOCK = Duration.ofHours(1);

    private final Simulation simulation;
    private final SeasonScript script;
    private final Crowd crowd;
    private final Host host;
    private volatile long played;

    /**
     * What a step did, for the page to put into words.
     *
     * @param key which sentence
     * @param details what goes into it, in order
     * @param said the bot's own words where it refused something, in its Markdown
     */
    public record Told(String key, List<String> details, Optional<String> said) {

        private static Told of(String key, Object... details) {
            return new Told(key, Stream.of(details).map(String::valueOf).toList(), Optional.empty());
        }

        private Told saying(String words) {
            return new Told(key, details, Optional.of(words));
        }
    }

    /**
     * What lies ahead, by the show clock.
     *
     * @param locks when picks lock next; empty once nothing does
     * @param airs when an episode airs next
     * @param ends when an episode that airs next, or is on the air, ends
     * @param locked whether anything has locked yet
     * @param waiting the number of the earliest episode that is over and has no result, or lacks a part of it that is known
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

        int number() {
            return episode.number();
        }

        boolean isSame(Night other) {
            return season.id() == other.season.id() && number() == other.number();
        }

        boolean isOver(Instant now) {
            return !ends().isAfter(now);
        }

        /** As the hosts know it, whether it has been revealed or not. */
        Result known() {
            return season.asEntered().result(number());
        }

        boolean isPending() {
            return RealResult.isPending(known());
        }
    }

    public Director(Simulation simulation, SeasonScript script, Picker picker) {
        this.simulation = simulation;
        this.script = script;
        this.crowd = new Crowd(simulation, picker);
        this.host = new Host(simulation.host(), script);
    }

    /** Where it all happens. */
    public Simulation theatre() {
        return simulation;
    }

    /** How many fans there are to vote. */
    public int fans() {
        return crowd.size();
    }

    /** Sets the season up and winds to its first cards. */
    public synchronized void open() {
        host.setUp(simulation);
        host.moveIn(simulation);
        played = simulation.seasons().get(0).id();
        windToCards();
    }

    /** The season that goes on: whose episode is the next without a result, else any. */
    public Optional<Season> season() {
        return nights().filter(Night::isPending)
                .map(Night::season)
                .findFirst()
                .or(() -> simulation.seasons().stream().findFirst());
    }

    /** What lies ahead; does not wait for a step that is being taken. */
    public Programme programme() {
        List<Night> nights = nights().toList();
        Instant now = simulation.clock().instant();
        int pending = (int) nights.stream().filter(Night::isPending).count();
        return new Programme(
                after(now, nights, Night::locks),
                after(now, nights, Night::airs),
                after(now, nights, Night::ends),
                nights.stream().anyMatch(night -> !night.locks().isAfter(now)),
                waiting(nights).map(Night::number).findFirst(),
                nights.size() - pending,
                pending);
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
        return windTo(Optional.of(simulation.clock().instant().plus(time)), "hour");
    }

    /** Every fan votes in everything that is open. */
    public synchronized Told vote() {
        int cast = cast();
        return cast == 0 ? Told.of("vote.nothing") : Told.of("vote", crowd.size(), cast);
    }

    /** The host enters what is known of the real result of the earliest episode that is over and lacks any of it. */
    public synchronized Told enterResult() {
        Optional<Night> over = waiting(nights().toList()).findFirst();
        if (over.isEmpty()) {
            return Told.of("result.early");
        }
        Night night = over.get();
        Optional<RealResult> real = real(night);
        if (real.isEmpty()) {
            return Told.of("result.unknown", night.number());
        }
        return enter(night, real.get())
                .map(said -> Told.of("result.refused", night.number()).saying(said))
                .orElseGet(() -> told("result", real.get(), night.number()));
    }

    /** Everything of one week: the fans vote, the show airs, the results come in, the next polls open. */
    public synchronized Told week() {
        List<Night> nights = nights().toList();
        Optional<Night> pending = nights.stream().filter(Night::isPending).findFirst();
        if (pending.isEmpty()) {
            return waiting(nights).findFirst().isPresent() ? enterResult() : Told.of("week.over");
        }
        int cast = windTo(pending.get().ends());
        enterTheRest(pending.get());
        Night night = current(pending.get());
        Optional<RealResult> real = real(night);
        if (real.isEmpty()) {
            return Told.of("week.waits", night.number(), cast);
        }
        Optional<String> refused = enter(night, real.get());
        windToCards();
        return refused.map(said -> Told.of("week.refused", night.number(), cast).saying(said))
                .orElseGet(() -> told("week", real.get(), night.number(), cast));
    }

    /** What earlier nights still lack; where the bot takes it no more, the season goes on all the same. */
    private void enterTheRest(Night before) {
        waiting(nights().toList())
                .filter(night -> night.airs().isBefore(before.airs()))
                .forEach(night -> real(current(night)).ifPresent(rest -> enter(night, rest)));
    }

    /** The same night with everything that was entered since. */
    private Night current(Night night) {
        return nights().filter(night::isSame).findFirst().orElse(night);
    }

    private static Told told(String what, RealResult real, Object... details) {
        String absent = real.absent().stream().map(Contestant::name).collect(Collectors.joining(", "));
        return absent.isEmpty()
                ? Told.of(what, details)
                : Told.of(
                        what + ".without",
                        Stream.concat(Stream.of(details), Stream.of(absent)).toArray());
    }

    /**
     * The values that the real result has for a form that the bot opened for the host, by custom id; empty if the form is for something
     * else, or the episode has its result already.
     */
    public Map<String, Object> realValues(StageForm form) {
        return nights().filter(night -> night.isPending() && Host.isResultForm(form, night.season(), night.episode()))
                .findFirst()
                .flatMap(night -> real(night).map(real -> ResultFields.of(form, night.season(), real.result())))
                .orElse(Map.of());
    }

    /** The nights that are over and lack their result, or a part of it that is known. */
    private Stream<Night> waiting(List<Night> nights) {
        Instant now = simulation.clock().instant();
        return nights.stream()
                .filter(night -> night.isOver(now))
                .filter(night -> night.isPending() || isPartial(night));
    }

    private boolean isPartial(Night night) {
        return real(night).filter(real -> !real.result().equals(night.known())).isPresent();
    }

    /** What really happened, if the night is of the season that is played. */
    private Optional<RealResult> real(Night night) {
        return script.result(night.number())
                .filter(real -> night.season().id() == played)
                .map(real -> RealResult.fit(night.season(), night.episode(), real, script.lasting()));
    }

    private Optional<String> enter(Night night, RealResult real) {
        return host.enter(simulation, night.season(), night.episode(), real.result());
    }

    private Told windTo(Optional<Instant> target, String what) {
        if (target.isEmpty()) {
            return Told.of(what + ".over");
        }
        int cast = windTo(target.get());
        return cast == 0 ? Told.of(what) : Told.of("vote", crowd.size(), cast);
    }

    /** Winds on, and lets the fans vote before each lock on the way: else nobody but the one who watches would be in the standings. */
    private int windTo(Instant target) {
        int cast = 0;
        Optional<Instant> lock = next(Night::locks);
        while (lock.filter(at -> !at.isAfter(target)).isPresent()) {
            simulation.windTo(lock.get().minus(VOTING_BEFORE_THE_LOCK));
            cast += cast();
            simulation.windTo(lock.get());
            lock = next(Night::locks);
        }
        simulation.windTo(target);
        return cast;
    }

    private int cast() {
        int cast = crowd.pick().cast();
        simulation.awaitCalm();
        return cast;
    }

    /** Nothing more opens where the season is over. */
    private void windToCards() {
        Optional<Instant> due = simulation.nextDue();
        while (simulation.cards().isEmpty() && due.isPresent()) {
            simulation.windTo(due.get());
            due = simulation.nextDue();
        }
    }

    private Optional<Instant> next(Function<Night, Instant> moment) {
        return after(simulation.clock().instant(), nights().toList(), moment);
    }

    private static Optional<Instant> after(Instant now, List<Night> nights, Function<Night, Instant> moment) {
        return nights.stream().map(moment).filter(now::isBefore).min(Comparator.naturalOrder());
    }

    private Stream<Night> nights() {
        return simulation.seasons().stream()
                .filter(season -> !season.archived())
                .flatMap(season -> season.episodes().stream().map(episode -> new Night(season, episode)))
                .sorted(Comparator.comparing(Night::airs));
    }
}

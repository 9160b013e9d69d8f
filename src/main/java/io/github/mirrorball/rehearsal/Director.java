package io.github.mirrorball.rehearsal;

import io.github.mirrorball.rehearsal.SeasonScript.Scene;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Lets a rehearsal go on step by step, for someone who watches: winds the clock, has the fans vote, and enters what really happened. Each
 * step tells what it did. Thread-safe: one step at a time.
 */
public final class Director {

    private static final Duration VOTING_BEFORE_THE_LOCK = Duration.ofHours(1);

    private final Theatre theatre;
    private final SeasonScript script;
    private final Crowd crowd;
    private final Host host;

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
        windToCards();
    }

    /** Winds to when polls lock next. */
    public synchronized String toLock() {
        return windTo(next(Night::locks), "Nothing locks any more: the season is over.");
    }

    /** Winds to when an episode airs next. */
    public synchronized String toAirTime() {
        return windTo(next(Night::airs), "Nothing airs any more: the season is over.");
    }

    /** Winds to when an episode ends next. */
    public synchronized String toTheEnd() {
        return windTo(next(Night::ends), "Nothing airs any more: the season is over.");
    }

    /** Winds on by this much. */
    public synchronized String on(Duration time) {
        return windTo(Optional.of(theatre.clock().instant().plus(time)), "");
    }

    /** Every fan votes in everything that is open. */
    public synchronized String vote() {
        int cast = crowd.pick().cast();
        theatre.calm();
        return cast == 0
                ? "Nothing is open to vote in. Wind the clock until the next polls open."
                : crowd.size() + " fans voted: " + cast + " picks.";
    }

    /**
     * The host enters the real result of the earliest episode that is over and has none yet.
     *
     * @throws PlayFailure if there is none, or if the bot does not take it
     */
    public synchronized String enterResult() {
        Night night = nights().filter(Night::isPending)
                .filter(each -> !each.ends().isAfter(theatre.clock().instant()))
                .findFirst()
                .orElseThrow(() -> new PlayFailure(
                        "No episode waits for its result. Wind the clock until after the show, then try again."));
        return enter(night)
                .orElseThrow(() -> new PlayFailure("The season file does not tell what happened in episode "
                        + night.episode().number() + ". Enter it yourself with /result enter."));
    }

    /** Everything of one week: the fans vote, the show airs, the result comes in, the next polls open. */
    public synchronized String week() {
        Optional<Night> pending = nights().filter(Night::isPending).findFirst();
        if (pending.isEmpty()) {
            return "The season is over: every episode has its result.";
        }
        Night night = pending.get();
        theatre.windTo(night.locks().minus(VOTING_BEFORE_THE_LOCK));
        int cast = crowd.pick().cast();
        theatre.calm();
        theatre.windTo(night.ends());
        Optional<String> entered = enter(night);
        entered.ifPresent(said -> windToCards());
        return "Episode " + night.episode().number() + ": " + cast + " picks, "
                + (entered.isPresent() ? "and its result is in." : "and now it waits for its result: /result enter.");
    }

    private Optional<String> enter(Night night) {
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
        return scene.map(entered -> "The result of episode " + number + " is in.");
    }

    private String windTo(Optional<Instant> target, String otherwise) {
        target.ifPresent(theatre::windTo);
        return target.isPresent() ? "" : otherwise;
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
        return nights().map(moment).filter(theatre.clock().instant()::isBefore).min(Comparator.naturalOrder());
    }

    private Stream<Night> nights() {
        return theatre.seasons().stream()
                .filter(season -> !season.archived())
                .flatMap(season -> season.episodes().stream().map(episode -> new Night(season, episode)))
                .sorted(Comparator.comparing(Night::airs));
    }
}

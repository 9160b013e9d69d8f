package io.github.mirrorball.league;

import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.outbox.Outbox;
import io.github.mirrorball.outbox.ScheduledEventStep;
import io.github.mirrorball.outbox.ScheduledEvents;
import io.github.mirrorball.outbox.ScheduledEvents.Told;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Season;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Keeps Discord's scheduled events in step with the next episodes of each season that is not archived. An episode that is on the air is
 * left alone. Called inside the transaction that changed the season, or when an episode airs. Thread-safe.
 */
public final class PlanScheduledEvents {

    private static final int AHEAD = 2;

    private final Seasons seasons;
    private final ScheduledEvents events;
    private final Outbox outbox;
    private final Clock clock;

    public PlanScheduledEvents(Seasons seasons, ScheduledEvents events, Outbox outbox, Clock clock) {
        this.seasons = seasons;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Owes whatever has to change among a season's events. */
    public void keep(Season season) {
        Instant now = clock.instant();
        Map<Notice.Event, Optional<Told>> all = new LinkedHashMap<>();
        events.ofSeason(season.id()).forEach(known -> all.put(known, Optional.empty()));
        wanted(season, now)
                .forEach((number, told) ->
                        all.put(new Notice.Event(season.server(), season.id(), number), Optional.of(told)));
        all.forEach((which, wanted) -> owe(which, wanted, now));
    }

    private void owe(Notice.Event which, Optional<Told> wanted, Instant now) {
        ScheduledEventStep step = ScheduledEventStep.between(events.of(which.season(), which.episode()), wanted, now);
        if (step instanceof ScheduledEventStep.Forget) {
            events.forget(which);
        } else if (!(step instanceof ScheduledEventStep.Leave)) {
            outbox.owe(which.season(), which);
        }
    }

    /** Owes that the events of a season which was removed be taken away. */
    public void endSeason(long season) {
        events.ofSeason(season).forEach(known -> outbox.owe(season, known));
    }

    /**
     * Owes a look at the events of those of a server's seasons that are not archived: who may see them may have changed.
     */
    public void look(long server) {
        seasons.of(server).stream()
                .filter(season -> !season.archived())
                .flatMap(season -> seasons.find(season.id()).stream())
                .forEach(season -> wanted(season, clock.instant())
                        .keySet()
                        .forEach(episode ->
                                outbox.owe(season.id(), new Notice.Event(season.server(), season.id(), episode))));
    }

    /**
     * What is to be done with an episode's event now.
     *
     * @param isPublic whether everyone may see a channel, and with it what is announced there
     */
    public ScheduledEventStep step(Notice.Event which, LongPredicate isPublic) {
        Instant now = clock.instant();
        Optional<Told> wanted = seasons.find(which.season())
                .filter(season -> isPublic.test(season.posting().channel()))
                .map(season -> wanted(season, now))
                .flatMap(episodes -> Optional.ofNullable(episodes.get(which.episode())));
        return ScheduledEventStep.between(events.of(which.season(), which.episode()), wanted, now);
    }

    private static Map<Integer, Told> wanted(Season season, Instant now) {
        Map<Integer, Told> wanted = new LinkedHashMap<>();
        if (season.archived()) {
            return wanted;
        }
        int ahead = 0;
        for (Episode episode : season.episodes()) {
            boolean isAhead = episode.airs(season.zone()).isAfter(now);
            ahead += isAhead ? 1 : 0;
            if (isAhead ? ahead <= AHEAD : episode.ends(season.zone()).isAfter(now)) {
                wanted.put(episode.number(), told(season, episode));
            }
        }
        return wanted;
    }

    private static Told told(Season season, Episode episode) {
        List<String> facts = List.of(
                season.title(),
                season.show(),
                episode.title(),
                episode.airsAt().toString(),
                Integer.toString(episode.minutes()),
                season.zone().getId(),
                episode.asks().stream().map(ask -> asked(season, ask)).toList().toString(),
                Long.toString(season.posting().channel()),
                season.settings().language());
        return new Told(String.join("\n", facts), episode.airs(season.zone()), episode.ends(season.zone()));
    }

    private static String asked(Season season, Ask ask) {
        return ask.key()
                + ask.contestant()
                        .flatMap(season::contestant)
                        .map(Contestant::label)
                        .map(label -> " " + label)
                        .orElse("");
    }
}

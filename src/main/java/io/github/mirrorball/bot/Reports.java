package io.github.mirrorball.bot;

import io.github.mirrorball.outbox.Notice;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.Ruling;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.StandingsQuery;
import io.github.mirrorball.store.Store;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads out of the store how things stand. */
final class Reports {

    private final Store store;

    Reports(Store store) {
        this.store = store;
    }

    List<CardReport> cards(long server) {
        return store.polls().open(server).stream()
                .flatMap(poll -> card(poll).stream())
                .toList();
    }

    private Optional<CardReport> card(Poll poll) {
        Map<String, String> emoji = new LinkedHashMap<>();
        poll.outcomes().stream()
                .filter(outcome -> !outcome.struck())
                .forEach(outcome -> emoji.put(outcome.id(), outcome.emoji()));
        return store.outbox()
                .posted(new Notice.Card(poll.id()))
                .map(at -> new CardReport(
                        poll.id(), poll.season(), poll.episode(), poll.ask().key(), at.channel(), at.message(), emoji));
    }

    List<Season> seasons(long server) {
        return store.seasons().of(server).stream()
                .flatMap(named -> store.seasons().find(named.id()).stream())
                .toList();
    }

    List<Report> of(long server) {
        return seasons(server).stream().map(this::report).toList();
    }

    private Report report(Season season) {
        List<Report.PollReport> polls = store.polls().ofSeason(season.id()).stream()
                .filter(poll -> poll.state() != PollState.SCHEDULED)
                .map(poll -> report(season, poll))
                .toList();
        List<Report.Row> rows = store.standings().page(StandingsQuery.of(season.id()), 0, Integer.MAX_VALUE).stream()
                .map(Reports::row)
                .toList();
        return new Report(season.title(), polls, rows);
    }

    private Report.PollReport report(Season season, Poll poll) {
        Ruling ruling = Ruling.of(season, poll);
        Map<String, Integer> tally = store.picks().tally(poll.id());
        Map<String, Integer> counted = new LinkedHashMap<>();
        outcomes(poll, tally)
                .filter(id -> tally.containsKey(id) && !ruling.voided().contains(id))
                .forEach(id -> counted.put(id, tally.get(id)));
        Set<String> right = poll.state() == PollState.RESOLVED ? ruling.right() : Set.of();
        return new Report.PollReport(
                poll.episode(),
                poll.ask().key(),
                poll.state().name().toLowerCase(Locale.ROOT),
                poll.ask().kind() == AskKind.SCORE
                        ? right.stream()
                                .map(BigDecimal::new)
                                .map(total -> plain(total).toPlainString())
                                .toList()
                        : poll.outcomes().stream()
                                .map(Outcome::id)
                                .filter(right::contains)
                                .toList(),
                counted);
    }

    /** In ballot order, guesses from the lowest; none of a secret ballot before its lock. */
    private static Stream<String> outcomes(Poll poll, Map<String, Integer> tally) {
        if (poll.isSealed()) {
            return Stream.of();
        }
        return poll.ask().kind() == AskKind.SCORE
                ? tally.keySet().stream().sorted(Comparator.comparing(BigDecimal::new))
                : poll.outcomes().stream().map(Outcome::id);
    }

    private static Report.Row row(Standing standing) {
        return new Report.Row(
                standing.rank(), standing.name(), plain(standing.points()), standing.correct(), standing.picked());
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

package io.github.mirrorball.chart;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Reason;
import io.github.mirrorball.standings.Scorecard;
import io.github.mirrorball.standings.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * One fan's season at a glance.
 *
 * @param fan the fan's name
 * @param standing where the fan stands; empty before the first counted pick
 * @param of how many fans stand on that board
 * @param rows what was asked, a row each; a kind that one episode asks twice has two
 * @param nights in the order of the season
 */
public record SeasonStrip(String fan, Optional<Standing> standing, int of, List<AskKind> rows, List<Night> nights) {

    public SeasonStrip {
        rows = List.copyOf(rows);
        nights = List.copyOf(nights);
    }

    /**
     * One episode.
     *
     * @param episode its number; empty for what was asked about the whole season
     * @param joker whether the fan doubles it
     * @param cells by row
     */
    public record Night(OptionalInt episode, boolean joker, Map<Integer, Cell> cells) {

        public Night {
            cells = Map.copyOf(cells);
        }

        BigDecimal points() {
            return cells.values().stream().map(Cell::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** What became of one pick, or of none. */
    public record Cell(Mark mark, BigDecimal points) {}

    /**
     * The strip of a fan.
     *
     * @param polls of the season, in any state
     * @param joker the episode that the fan doubles
     */
    public static SeasonStrip of(
            Season season,
            String fan,
            Optional<Standing> standing,
            int fans,
            List<Poll> polls,
            Scorecard card,
            OptionalInt joker) {
        Map<Long, Scorecard.Line> picked = new HashMap<>();
        card.lines().forEach(line -> picked.put(line.poll().id(), line));
        Map<Integer, List<Poll>> byEpisode = new TreeMap<>();
        season.episodes().forEach(episode -> byEpisode.put(episode.number(), new ArrayList<>()));
        polls.forEach(poll -> byEpisode
                .computeIfAbsent(poll.episode().orElse(Integer.MAX_VALUE), number -> new ArrayList<>())
                .add(poll));
        List<AskKind> rows = rows(byEpisode);
        List<Night> nights = byEpisode.entrySet().stream()
                .filter(night -> !night.getValue().isEmpty())
                .map(night -> night(night.getKey(), night.getValue(), rows, picked, joker))
                .toList();
        return new SeasonStrip(fan, standing, fans, rows, nights);
    }

    private static List<AskKind> rows(Map<Integer, List<Poll>> byEpisode) {
        List<AskKind> rows = new ArrayList<>();
        for (AskKind kind : AskKind.values()) {
            long most = byEpisode.values().stream()
                    .mapToLong(polls -> polls.stream()
                            .filter(poll -> poll.ask().kind() == kind)
                            .count())
                    .max()
                    .orElse(0);
            for (long i = 0; i < most; i++) {
                rows.add(kind);
            }
        }
        return rows;
    }

    private static Night night(
            int episode, List<Poll> polls, List<AskKind> rows, Map<Long, Scorecard.Line> picked, OptionalInt joker) {
        Map<Integer, Cell> cells = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Poll poll : polls) {
            int row = rows.indexOf(poll.ask().kind());
            while (!taken.add(row)) {
                row++;
            }
            Optional<Cell> cell = cell(poll, Optional.ofNullable(picked.get(poll.id())));
            if (cell.isPresent()) {
                cells.put(row, cell.get());
            }
        }
        boolean seasonLong = episode == Integer.MAX_VALUE;
        OptionalInt number = seasonLong ? OptionalInt.empty() : OptionalInt.of(episode);
        return new Night(number, !seasonLong && joker.equals(number), cells);
    }

    /** A poll that still takes picks, or was canceled, is no miss. */
    private static Optional<Cell> cell(Poll poll, Optional<Scorecard.Line> line) {
        if (line.isPresent()) {
            return Optional.of(new Cell(mark(line.get()), line.get().points()));
        }
        boolean over = poll.state() == PollState.LOCKED || poll.state() == PollState.RESOLVED;
        return over ? Optional.of(new Cell(Mark.MISSED, BigDecimal.ZERO)) : Optional.empty();
    }

    private static Mark mark(Scorecard.Line line) {
        Reason reason = line.reason();
        if (reason instanceof Reason.Right) {
            return Mark.RIGHT;
        }
        if (reason instanceof Reason.Near) {
            return line.points().signum() > 0 ? Mark.NEAR : Mark.WRONG;
        }
        if (reason instanceof Reason.Wrong) {
            return Mark.WRONG;
        }
        return reason instanceof Reason.Waiting ? Mark.WAITING : Mark.VOID;
    }
}

package io.github.mirrorball.store;

import io.github.mirrorball.league.Polls;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.poll.VoteContext;
import io.github.mirrorball.poll.VoteEligibility;
import io.github.mirrorball.poll.Voter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** Polls and outcomes in tables. The row of a poll is what picks and changes to it queue up at. */
final class JdbcPolls implements Polls {

    /** With some ten outcomes each; H2 compares each row with each id again. */
    private static final int AT_A_TIME = 200;

    private static final String OF_SEASON = "p.season = :id ORDER BY e.airs_at NULLS FIRST, p.episode, p.id, o.place";
    private static final String OPEN =
            "s.server = :id AND NOT s.archived AND p.state = 'OPEN' ORDER BY p.locks_at, p.id, o.place";
    private static final String BY_ID = "p.id = :id ORDER BY o.place";
    private static final String BY_IDS = "p.id = ANY(:id) ORDER BY p.id, o.place";

    private static final String INSERT = """
            INSERT INTO poll (season, episode, kind, ask, state, opens_at, locks_at, secret, called_off, own_lock)
            VALUES (:season, :episode, :kind, :ask, :state, :opensAt, :locksAt, :secret, :calledOff, :ownLock)""";
    private static final String UPDATE = """
            UPDATE poll SET state = :state, opens_at = :opensAt, locks_at = :locksAt, secret = :secret,
                called_off = :calledOff, own_lock = :ownLock
            WHERE id = :id""";
    private static final List<String> LOCK = List.of(
            "UPDATE poll SET state = 'LOCKED' WHERE id = ANY(:polls)", "DELETE FROM erased WHERE poll = ANY(:polls)");
    private static final String INSERT_OUTCOME = """
            INSERT INTO outcome (poll, id, place, label, emoji, struck, earlier)
            VALUES (:poll, :id, :place, :label, :emoji, :struck, :earlier)""";

    private final Connections connections;

    JdbcPolls(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Poll add(Poll poll) {
        return connections.with(handle -> {
            long id = bind(handle.createUpdate(INSERT), poll)
                    .bind("season", poll.season())
                    .bind("episode", Columns.number(poll.episode()))
                    .bind("kind", poll.ask().kind().name())
                    .bind("ask", ShowText.ask(poll.ask()))
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            insertOutcomes(handle, id, poll.outcomes());
            return PollRows.read(handle, BY_ID, id).get(0);
        });
    }

    /** Each reply to a pick reads one, so it has a statement of its own. */
    @Override
    public Optional<Poll> find(long id) {
        return connections.read(
                handle -> PollRows.read(handle, BY_ID, id).stream().findFirst());
    }

    @Override
    public List<Poll> all(Collection<Long> ids) {
        List<Long> all = ids.stream().sorted().toList();
        List<Poll> polls = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            Object[] some =
                    all.subList(from, Math.min(from + AT_A_TIME, all.size())).toArray();
            polls.addAll(connections.read(handle -> PollRows.read(handle, BY_IDS, Columns.ids(some))));
        }
        return polls;
    }

    @Override
    public Optional<VoteEligibility> gate(long poll, String outcome) {
        return connections.with(handle -> EligibilityRows.gate(handle, poll, outcome));
    }

    @Override
    public Optional<VoteContext> stance(long poll, Voter voter, String outcome) {
        return connections
                .hold(poll)
                .map(held -> connections.with(handle -> EligibilityRows.stance(handle, held, poll, voter, outcome)));
    }

    @Override
    public List<Poll> ofSeason(long season) {
        return connections.read(handle -> PollRows.read(handle, OF_SEASON, season));
    }

    @Override
    public List<Poll> open(long server) {
        return connections.read(handle -> PollRows.read(handle, OPEN, server));
    }

    /**
     * Outcomes are compared first: most changes leave them as they are. Where no picks are taken, nobody has to be kept out any more.
     */
    @Override
    public void save(Poll poll) {
        connections.change(handle -> {
            int found = bind(handle.createUpdate(UPDATE), poll)
                    .bind("id", poll.id())
                    .execute();
            if (found > 0 && !PollRows.outcomes(handle, poll.id()).equals(poll.outcomes())) {
                handle.execute("DELETE FROM outcome WHERE poll = ?", poll.id());
                insertOutcomes(handle, poll.id(), poll.outcomes());
            }
            if (poll.state() != PollState.OPEN) {
                handle.execute("DELETE FROM erased WHERE poll = ?", poll.id());
            }
            return found;
        });
    }

    @Override
    public void lock(Collection<Long> polls) {
        Argument ids = Columns.ids(polls.toArray());
        connections.change(handle -> LOCK.stream()
                .map(sql -> handle.createUpdate(sql).bind("polls", ids).execute())
                .toList());
    }

    @Override
    public void remove(long id) {
        connections.change(handle -> handle.execute("DELETE FROM poll WHERE id = ? AND state = 'SCHEDULED'", id));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Poll poll) {
        return statement
                .bind("state", poll.state().name())
                .bind("opensAt", Columns.at(poll.opensAt()))
                .bind("locksAt", Columns.at(poll.locksAt()))
                .bind("secret", poll.secret())
                .bind("calledOff", poll.byHand().calledOff())
                .bind("ownLock", Columns.local(poll.byHand().lock()));
    }

    private static void insertOutcomes(Handle handle, long poll, List<Outcome> outcomes) {
        try (PreparedBatch batch = handle.prepareBatch(INSERT_OUTCOME)) {
            for (int place = 0; place < outcomes.size(); place++) {
                Outcome outcome = outcomes.get(place);
                batch.bind("poll", poll)
                        .bind("id", outcome.id())
                        .bind("place", place)
                        .bind("label", outcome.label())
                        .bind("emoji", outcome.emoji())
                        .bind("struck", outcome.struck())
                        .bind("earlier", String.join(" ", outcome.earlier()))
                        .add();
            }
            batch.execute();
        }
    }
}

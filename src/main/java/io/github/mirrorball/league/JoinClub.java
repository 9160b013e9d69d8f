package io.github.mirrorball.league;

import io.github.mirrorball.poll.Club;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Voter;
import java.util.Optional;
import java.util.function.Supplier;

/** Founds, joins and leaves clubs. Thread-safe; the club's row decides who of two takes its last place. */
public final class JoinClub {

    /** The most clubs of one server. */
    public static final int MOST_CLUBS = 50;

    /** The most members of one club. */
    public static final int MOST_MEMBERS = 500;

    private final Transactions transactions;
    private final Clubs clubs;
    private final Fans fans;

    public JoinClub(Transactions transactions, Clubs clubs, Fans fans) {
        this.transactions = transactions;
        this.clubs = clubs;
        this.fans = fans;
    }

    /** What became of it. */
    public sealed interface Answer {

        /** They are a member now. */
        record Joined(Club club) implements Answer {}

        /** They left, and the club goes on while it has members. */
        record Left(Club club) implements Answer {}

        /** They are in this one already; nothing was written. */
        record Already(Club club) implements Answer {}

        /** There is no such club any more, or they are in none. */
        record NoClub() implements Answer {}

        /** Another club has this name. */
        record NameTaken() implements Answer {}

        /** The club, or the server, has as many as it can. */
        record Full() implements Answer {}
    }

    /** Founds a club with its first member. */
    public Answer createClub(Voter voter, String name) {
        return unlessMember(voter, () -> {
            clubs.tidy(voter.server());
            if (clubs.of(voter.server()).size() >= MOST_CLUBS) {
                return new Answer.Full();
            }
            return clubs.add(voter.server(), name)
                    .map(club -> joinClub(club, voter))
                    .orElseGet(Answer.NameTaken::new);
        });
    }

    /** Joins a club of the voter's server. */
    public Answer join(Voter voter, long club) {
        return unlessMember(
                voter,
                () -> clubs.hold(club)
                        .filter(held -> held.server() == voter.server())
                        .map(held -> held.members() < MOST_MEMBERS ? joinClub(club, voter) : new Answer.Full())
                        .orElseGet(Answer.NoClub::new));
    }

    /** Leaves the club that the voter is in. */
    public Answer leave(Voter voter) {
        return transactions.inOne(() -> {
            Optional<Fan> fan = fans.find(voter.server(), voter.user());
            Optional<Club> club = fan.flatMap(known -> clubs.ofFan(known.id()));
            fan.ifPresent(known -> clubs.leave(known.id()));
            clubs.tidy(voter.server());
            return club.<Answer>map(Answer.Left::new).orElseGet(Answer.NoClub::new);
        });
    }

    private Answer unlessMember(Voter voter, Supplier<Answer> work) {
        return transactions.inOne(() -> fans.find(voter.server(), voter.user())
                .flatMap(fan -> clubs.ofFan(fan.id()))
                .<Answer>map(Answer.Already::new)
                .orElseGet(work));
    }

    /** Nothing is kept of whoever was refused. */
    private Answer joinClub(long club, Voter voter) {
        Fan fan = fans.ensure(voter);
        boolean joined = clubs.join(club, fan.id());
        return clubs.ofFan(fan.id())
                .<Answer>map(mine -> joined ? new Answer.Joined(mine) : new Answer.Already(mine))
                .orElseGet(Answer.NoClub::new);
    }
}

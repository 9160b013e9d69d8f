package io.github.mirrorball.league;

import io.github.mirrorball.poll.Club;
import io.github.mirrorball.poll.Fan;
import io.github.mirrorball.poll.Pick;
import io.github.mirrorball.reactions.Erasures;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.standings.Scorecard;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Standings;
import io.github.mirrorball.standings.StandingsQuery;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Gathers everything that is kept of one user, in one server or in all. Thread-safe. */
public final class FanExport {

    private final Transactions transactions;
    private final Seasons seasons;
    private final Polls polls;
    private final Picks picks;
    private final Fans fans;
    private final Standings standings;
    private final Clubs clubs;
    private final Jokers jokers;
    private final OptIns optIns;
    private final Erasures erasures;
    private final AuditLog audit;

    public FanExport(
            Transactions transactions,
            Seasons seasons,
            Polls polls,
            Picks picks,
            Fans fans,
            Standings standings,
            Clubs clubs,
            Jokers jokers,
            OptIns optIns,
            Erasures erasures,
            AuditLog audit) {
        this.transactions = transactions;
        this.seasons = seasons;
        this.polls = polls;
        this.picks = picks;
        this.fans = fans;
        this.standings = standings;
        this.clubs = clubs;
        this.jokers = jokers;
        this.optIns = optIns;
        this.erasures = erasures;
        this.audit = audit;
    }

    /**
     * Everything that is kept of a user in a server.
     *
     * @param fan their name, once they picked
     * @param club the club that they are in
     * @param seasons every season that has anything of theirs
     * @param reactions the reactions that are known to stand
     * @param reminded the channel of the direct messages in which they asked to be reminded
     * @param changed what they did as a host, as the logs of the server and its seasons have it
     */
    public record Kept(
            long server,
            Optional<Fan> fan,
            Optional<Club> club,
            List<InSeason> seasons,
            List<Erasures.Trace> reactions,
            OptionalLong reminded,
            List<AuditLog.Entry> changed) {

        /** Whether there is anything that an erasure takes away; being named as a host is not. */
        public boolean isErasable() {
            return fan.isPresent() || !reactions.isEmpty();
        }

        /** Whether there is anything at all. */
        public boolean isEmpty() {
            return !isErasable() && seasons.isEmpty() && changed.isEmpty();
        }

        /** How many picks there are. */
        public int picks() {
            return seasons.stream().mapToInt(season -> season.picks().size()).sum();
        }

        /** How many seasons have picks. */
        public int playedSeasons() {
            return (int)
                    seasons.stream().filter(season -> !season.picks().isEmpty()).count();
        }
    }

    /**
     * What one season has of a user.
     *
     * @param joker the number of the episode that they double
     * @param entered the versions of results that they entered as a host
     * @param hidden whether a host has taken them out of the rows
     */
    public record InSeason(
            Season season,
            Optional<Standing> standing,
            List<Scorecard.Line> picks,
            OptionalInt joker,
            List<Entered> entered,
            boolean hidden) {

        boolean isEmpty() {
            return standing.isEmpty() && picks.isEmpty() && joker.isEmpty() && entered.isEmpty() && !hidden;
        }
    }

    /** A version of an episode's result. */
    public record Entered(int episode, ResultVersion version) {}

    /** Everything that is kept of this user, server by server. */
    public List<Kept> everywhere(long user) {
        return fans.servers(user).stream()
                .map(server -> of(server, user))
                .filter(kept -> !kept.isEmpty())
                .toList();
    }

    /** Everything that is kept of this user in this server, as of one moment. */
    public Kept of(long server, long user) {
        return transactions.inOne(() -> {
            Optional<Fan> fan = fans.find(server, user);
            List<InSeason> played = seasons.of(server).stream()
                    .flatMap(named -> seasons.find(named.id()).stream())
                    .map(season -> inSeason(season, fan, user))
                    .filter(season -> !season.isEmpty())
                    .toList();
            return new Kept(
                    server,
                    fan,
                    fan.flatMap(known -> clubs.ofFan(known.id())),
                    played,
                    erasures.traces(server, user),
                    fan.map(known -> optIns.channel(known.id())).orElseGet(OptionalLong::empty),
                    audit.by(server, user));
        });
    }

    private InSeason inSeason(Season season, Optional<Fan> fan, long user) {
        return new InSeason(
                season,
                fan.flatMap(known -> standings.of(StandingsQuery.of(season.id()), known.id())),
                fan.map(known -> lines(season, known)).orElse(List.of()),
                fan.map(known -> jokers.of(season.id(), known.id())).orElseGet(OptionalInt::empty),
                entered(season, user),
                fan.filter(known -> fans.hidden(season.id()).contains(known.id()))
                        .isPresent());
    }

    private List<Scorecard.Line> lines(Season season, Fan fan) {
        List<Pick> made = picks.ofFan(season.id(), fan.id());
        return made.isEmpty()
                ? List.of()
                : Scorecard.of(
                                season,
                                polls.ofSeason(season.id()),
                                made,
                                standings.verdicts(season.id()),
                                jokers.of(season.id(), fan.id()))
                        .lines();
    }

    private List<Entered> entered(Season season, long user) {
        Stream<Integer> episodes =
                season.asEntered().results().keySet().stream().sorted();
        return episodes.flatMap(episode -> seasons.history(season.id(), episode).stream()
                        .filter(version -> version.by() == user)
                        .map(version -> new Entered(episode, version)))
                .toList();
    }
}

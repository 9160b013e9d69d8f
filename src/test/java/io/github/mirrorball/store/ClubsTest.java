package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mirrorball.league.JoinClub;
import io.github.mirrorball.league.JoinClub.Answer;
import io.github.mirrorball.poll.Club;
import io.github.mirrorball.standings.Scope;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.StandingsQuery;
import io.github.mirrorball.standings.Table;
import io.github.mirrorball.standings.Totals;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class ClubsTest {

    @AutoClose
    private final League league;

    private final JoinClub membership;

    ClubsTest(Backend backend) {
        league = new League(backend);
        membership = new JoinClub(league.store.transactions(), league.store.clubs(), league.store.fans());
    }

    private Club founded(long user, String name) {
        return ((Answer.Joined) membership.createClub(League.voter(user), name)).club();
    }

    @Test
    void aClubIsFoundedWithItsFirstMemberAndJoinedByOthers() {
        Club club = founded(1, "Judges");

        assertThat(membership.join(League.voter(2), club.id())).isInstanceOf(Answer.Joined.class);
        assertThat(league.store.clubs().of(League.SERVER))
                .containsExactly(new Club(club.id(), League.SERVER, "Judges", 2));
        assertThat(league.store.clubs().of(404)).isEmpty();
    }

    @Test
    void aNameIsTakenHoweverItIsCapitalized() {
        founded(1, "Judges");

        assertThat(membership.createClub(League.voter(2), "JUDGES")).isEqualTo(new Answer.NameTaken());
        assertThat(league.store.clubs().ofFan(league.fan(2))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jud\u200Cges", "Judges\uFE0F", "Jud\u3164ges", "\uFF2Audges", "Jud\u00ADges"})
    void aNameThatLooksTheSameIsTakenToo(String name) {
        founded(1, "Judges");

        assertThat(membership.createClub(League.voter(2), name)).isEqualTo(new Answer.NameTaken());
    }

    @Test
    void nothingIsKeptOfWhoeverWasRefused() {
        founded(1, "Judges");

        assertThat(membership.createClub(League.voter(2), "Judges")).isEqualTo(new Answer.NameTaken());
        assertThat(membership.join(League.voter(2), 404)).isEqualTo(new Answer.NoClub());
        assertThat(league.store.fans().find(League.SERVER, 2)).isEmpty();
    }

    @Test
    void aFanIsInOneClubAtATime() {
        Club judges = founded(1, "Judges");
        Club others = founded(2, "Others");

        assertThat(membership.join(League.voter(1), others.id())).isEqualTo(new Answer.Already(judges));
        assertThat(membership.createClub(League.voter(1), "Third")).isEqualTo(new Answer.Already(judges));
        assertThat(membership.join(League.voter(3), 404)).isEqualTo(new Answer.NoClub());
    }

    @Test
    void aClubEndsWithItsLastMember() {
        Club club = founded(1, "Judges");

        assertThat(membership.leave(League.voter(1))).isInstanceOf(Answer.Left.class);
        assertThat(membership.leave(League.voter(1))).isEqualTo(new Answer.NoClub());
        assertThat(league.store.clubs().find(club.id())).isEmpty();
        assertThat(founded(2, "judges").members()).isEqualTo(1);
    }

    @Test
    void aFullClubTakesNobodyIn() {
        Club club = founded(1, "Judges");
        league.store.transactions().inOne(() -> {
            LongStream.rangeClosed(2, JoinClub.MOST_MEMBERS)
                    .forEach(user -> league.store.clubs().join(club.id(), league.fan(user)));
            return club;
        });

        assertThat(membership.join(League.voter(9_999), club.id())).isEqualTo(new Answer.Full());
    }

    @Test
    void itsMembersAreRankedAmongThemselves() {
        long season = league.season();
        Club club = founded(2, "Judges");
        List.of(4L, 5L, 9L).forEach(user -> membership.join(League.voter(user), club.id()));
        List<Standing> rows =
                List.of(row(1, 1, 50), row(2, 2, 40), row(3, 3, 30), row(4, 4, 20), row(4, 5, 20), row(6, 6, 10));
        league.store.standings().replace(season, List.of(new Table(Scope.SEASON, rows, Totals.NONE)));
        StandingsQuery board = new StandingsQuery(season, Scope.SEASON, OptionalLong.of(club.id()));

        assertThat(league.store.standings().page(board, 0, 9))
                .extracting(Standing::rank, Standing::name)
                .containsExactly(tuple(1, "Fan 2"), tuple(2, "Fan 4"), tuple(2, "Fan 5"));
        assertThat(league.store.standings().page(board, 1, 1))
                .extracting(Standing::name)
                .containsExactly("Fan 4");
        assertThat(league.store.standings().of(board, league.fan(5)))
                .map(Standing::rank)
                .contains(2);
        assertThat(league.store.standings().of(board, league.fan(1))).isEmpty();
        assertThat(league.store.standings().size(board)).isEqualTo(3);
    }

    private Standing row(int rank, long user, int points) {
        return new Standing(rank, league.fan(user), "Fan " + user, BigDecimal.valueOf(points), 1, 1);
    }
}

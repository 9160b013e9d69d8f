package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.schedule.Moment;
import io.github.mirrorball.schedule.Moments;
import io.github.mirrorball.schedule.Moments.DueMoment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class MomentsTest {

    private static final Instant NOW = Instant.parse("2024-09-20T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final Instant END = NOW.plusSeconds(1_000_000);

    @AutoClose
    private final League league;

    private final Moments moments;
    private final long season;

    MomentsTest(Backend backend) {
        league = new League(backend);
        moments = league.store.moments();
        season = league.season();
    }

    @Test
    void everyKindComesBackAsItWasWhenItIsDue() {
        List<Moment> all = List.of(
                new Moment.Reminder(
                        LATER.plusMillis(5),
                        Duration.ofMinutes(30),
                        LATER.plusMillis(5).minus(Duration.ofMinutes(30))),
                new Moment.Nudge(3, LATER),
                new Moment.Aired(2, LATER),
                new Moment.Reveal(1, 4, LATER));
        moments.keep(season, all, NOW);

        assertThat(moments.due(LATER.minusMillis(1), 10)).hasSize(1);
        assertThat(moments.due(LATER, 10))
                .extracting(DueMoment::moment)
                .containsExactlyInAnyOrderElementsOf(all)
                .first()
                .isInstanceOf(Moment.Reminder.class);
        assertThat(moments.due(LATER, 2)).hasSize(2);
        assertThat(league.store.due().nextAfter(NOW))
                .contains(LATER.plusMillis(5).minusSeconds(1800));
    }

    @Test
    void whatIsDoneIsDoneOnceAndForGood() {
        Moment nudge = new Moment.Nudge(1, LATER);
        moments.keep(season, List.of(nudge), NOW);

        assertThat(moments.markDone(season, nudge)).isTrue();
        assertThat(moments.markDone(season, nudge)).isFalse();
        moments.keep(season, List.of(), LATER);
        moments.keep(season, List.of(new Moment.Nudge(1, END)), LATER);
        assertThat(moments.due(END, 10)).isEmpty();
    }

    @Test
    void whatIsNoLongerWantedGoesAndWhatMovedIsDueLater() {
        moments.keep(season, List.of(new Moment.Nudge(1, LATER), new Moment.Reveal(1, 1, LATER)), NOW);
        moments.keep(season, List.of(new Moment.Nudge(1, LATER.plusSeconds(60))), NOW);

        assertThat(moments.due(LATER, 10)).isEmpty();
        assertThat(moments.due(LATER.plusSeconds(60), 10))
                .containsExactly(new DueMoment(season, new Moment.Nudge(1, LATER.plusSeconds(60))));
    }

    @Test
    void whatLayInThePastWhenItCameIsNeverDueUnlessItIsMovedAhead() {
        moments.keep(season, List.of(new Moment.Nudge(1, NOW.minusMillis(1))), NOW);
        assertThat(moments.due(END, 10)).isEmpty();

        moments.keep(season, List.of(new Moment.Nudge(1, LATER)), NOW);
        assertThat(moments.due(LATER, 10)).hasSize(1);

        moments.keep(season, List.of(new Moment.Nudge(1, NOW.minusSeconds(9))), NOW);
        assertThat(moments.due(END, 10)).isEmpty();
    }

    @Test
    void whatIsOverdueStaysDueHoweverOftenItIsKept() {
        Moment nudge = new Moment.Nudge(1, LATER);
        moments.keep(season, List.of(nudge), NOW);
        moments.keep(season, List.of(nudge), END);

        assertThat(moments.due(END, 10)).containsExactly(new DueMoment(season, nudge));
    }

    @Test
    void anArchivedSeasonHasNoneDue() {
        moments.keep(season, List.of(new Moment.Nudge(1, LATER)), NOW);
        league.archive(season);

        assertThat(moments.due(END, 10)).isEmpty();
        assertThat(league.store.due().nextAfter(NOW)).isEmpty();
    }
}

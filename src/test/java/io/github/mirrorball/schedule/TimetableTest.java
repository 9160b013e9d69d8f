package io.github.mirrorball.schedule;

import static io.github.mirrorball.show.SampleSeason.left;
import static io.github.mirrorball.show.SampleSeason.marked;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.ResultVersion;
import io.github.mirrorball.show.SampleSeason;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.SeasonSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TimetableTest {

    private static final String FIRST = "2024-09-17T20:00";
    private static final String SECOND = "2024-09-24T20:00";
    private static final Instant LOCKS = Instant.parse("2024-09-18T00:00:00Z");
    private static final Instant TWELVE_HOURS_BEFORE_SECOND = Instant.parse("2024-09-24T12:00:00Z");

    private static Optional<Instant> opens(Season season, int episode) {
        return Timetable.opens(season, season.episode(episode).orElseThrow());
    }

    private static Instant locks(Season season, int episode) {
        return Timetable.locks(season, season.episode(episode).orElseThrow());
    }

    private static SampleSeason two() {
        return SampleSeason.of("ann", "bob")
                .episodeAt(FIRST, AskKind.ELIMINATION)
                .episodeAt(SECOND, AskKind.ELIMINATION);
    }

    @Test
    void theFirstEpisodeOpensSixDaysBeforeItAirs() {
        assertThat(opens(two().season(), 1)).contains(Instant.parse("2024-09-12T00:00:00Z"));
    }

    @Test
    void theNextOpensWithTheResultIfThatIsLaterThanItsLead() {
        Instant enteredAt = Instant.parse("2024-09-20T09:30:00Z");

        assertThat(opens(two().result(1, left(), enteredAt).season(), 2)).contains(enteredAt);
    }

    @Test
    void aResultLongBeforeDoesNotOpenTheNextBeforeItsLead() {
        Season season =
                two().result(1, left(), Instant.parse("2024-09-18T02:00:00Z")).season();

        assertThat(opens(season, 2)).contains(Instant.parse("2024-09-19T00:00:00Z"));
    }

    @Test
    void withoutAResultTheNextOpensTwelveHoursBeforeItAirs() {
        assertThat(opens(two().season(), 2)).contains(TWELVE_HOURS_BEFORE_SECOND);
    }

    @Test
    void aResultInTheLastHoursDoesNotHoldTheNextUpFurther() {
        Season season =
                two().result(1, left(), Instant.parse("2024-09-24T23:00:00Z")).season();

        assertThat(opens(season, 2)).contains(TWELVE_HOURS_BEFORE_SECOND);
    }

    @Test
    void aResultThatDoesNotSayWhoLeftHoldsTheNextUp() {
        Instant enteredAt = Instant.parse("2024-09-20T09:30:00Z");

        assertThat(opens(
                        two().result(1, marked(Result.NOTHING, "ann 7"), enteredAt)
                                .season(),
                        2))
                .contains(TWELVE_HOURS_BEFORE_SECOND);
    }

    @Test
    void anEpisodeThatAsksNothingHoldsNothingUpAndTheOneBeforeItStillDoes() {
        SampleSeason sample = SampleSeason.of("ann", "bob")
                .episodeAt(FIRST, AskKind.ELIMINATION)
                .episodeAt("2024-09-20T20:00")
                .episodeAt(SECOND, AskKind.ELIMINATION);

        assertThat(opens(sample.season(), 3)).contains(TWELVE_HOURS_BEFORE_SECOND);
        Instant enteredAt = Instant.parse("2024-09-19T09:00:00Z");
        assertThat(opens(sample.result(1, left(), enteredAt).season(), 3)).contains(enteredAt);
        Instant recap = Instant.parse("2024-09-21T09:00:00Z");
        assertThat(opens(sample.result(2, left(), recap).season(), 3)).contains(recap);
    }

    @Test
    void aLoneFirstEpisodeThatAsksNothingLeavesTheNextToItsLead() {
        Season season = SampleSeason.of("ann", "bob")
                .episodeAt(FIRST)
                .episodeAt(SECOND, AskKind.ELIMINATION)
                .season();

        assertThat(opens(season, 2)).contains(Instant.parse("2024-09-19T00:00:00Z"));
    }

    @Test
    void previousMeansAirTimeAndNotNumber() {
        Instant enteredAt = Instant.parse("2024-09-20T09:30:00Z");
        Season season = SampleSeason.of("ann", "bob")
                .episodeAt(SECOND, AskKind.ELIMINATION)
                .episodeAt(FIRST, AskKind.ELIMINATION)
                .result(2, left(), enteredAt)
                .season();

        assertThat(opens(season, 1)).contains(enteredAt);
    }

    @Test
    void anEpisodeWhoseResultIsInOpensNothing() {
        Season season = two().result(1, left("ann")).season();

        assertThat(opens(season, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-30, 2024-09-17T23:30:00Z", "0, 2024-09-18T00:00:00Z", "15, 2024-09-18T00:15:00Z"})
    void pollsLockAtAirTimeOrTheSeasonsOffsetFromIt(int minutes, Instant locks) {
        assertThat(locks(two().settings(settings(144, minutes)).season(), 1)).isEqualTo(locks);
    }

    @Test
    void theLeadIsTheSeasonsOwn() {
        Season season = two().settings(settings(48, 0)).season();

        assertThat(opens(season, 1)).contains(Instant.parse("2024-09-16T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        // Summer time in New York ends on 2024-11-03 and begins on 2025-03-09.
        "America/New_York, 2024-10-29T20:00, 2024-10-30T00:00:00Z",
        "America/New_York, 2024-11-05T20:00, 2024-11-06T01:00:00Z",
        "America/New_York, 2025-03-04T20:00, 2025-03-05T01:00:00Z",
        "America/New_York, 2025-03-11T20:00, 2025-03-12T00:00:00Z",
        "Europe/London, 2024-10-26T18:30, 2024-10-26T17:30:00Z",
        "Europe/London, 2024-11-02T18:30, 2024-11-02T18:30:00Z",
        // Twice that night: the first is meant.
        "America/New_York, 2024-11-03T01:30, 2024-11-03T05:30:00Z"
    })
    void theLocalTimeHoldsThroughChangesOfTheClock(String zone, String airsAt, Instant airs) {
        Season season = SampleSeason.of("ann", "bob")
                .zone(zone)
                .episodeAt(airsAt, AskKind.ELIMINATION)
                .season();
        Episode episode = season.episode(1).orElseThrow();

        assertThat(locks(season, 1)).isEqualTo(airs);
        assertThat(opens(season, 1)).contains(airs.minus(Duration.ofDays(6)));
        assertThat(episode.ends(season.zone())).isEqualTo(airs.plus(Duration.ofHours(2)));
    }

    private static Poll poll(PollState state, Optional<Instant> opens, Instant locks) {
        return new Poll(1, 7, 8, OptionalInt.of(1), Ask.of(AskKind.ELIMINATION), state, opens, locks, false, List.of());
    }

    private static Set<Moment.Reminder> reminders(Poll... polls) {
        return Timetable.reminders(two().season(), List.of(polls));
    }

    private static Moment.Reminder reminder(String lead, String at) {
        return new Moment.Reminder(LOCKS, Duration.parse(lead), Instant.parse(at));
    }

    @Test
    void pollsThatLockTogetherAreRemindedOfADayAndAnHourBefore() {
        Poll early = poll(PollState.OPEN, Optional.of(Instant.parse("2024-09-12T00:00:00Z")), LOCKS);
        Poll late = poll(PollState.SCHEDULED, Optional.of(Instant.parse("2024-09-17T23:30:00Z")), LOCKS);

        assertThat(reminders(early, late))
                .containsExactly(reminder("PT24H", "2024-09-17T00:00:00Z"), reminder("PT1H", "2024-09-17T23:00:00Z"));
        assertThat(reminders(late, early)).isEqualTo(reminders(early, late));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-16T22:59:59Z, 2",
        "2024-09-16T23:00:00Z, 1",
        "2024-09-17T21:59:59Z, 1",
        "2024-09-17T22:00:00Z, 0"
    })
    void aReminderWithinAnHourOfTheOpeningIsNone(Instant opens, int left) {
        assertThat(reminders(poll(PollState.OPEN, Optional.of(opens), LOCKS))).hasSize(left);
    }

    @ParameterizedTest
    @EnumSource(
            value = PollState.class,
            names = {"LOCKED", "RESOLVED", "CANCELED"})
    void nobodyIsRemindedOfAPollThatIsOverOrMayNotOpen(PollState over) {
        Optional<Instant> opens = Optional.of(Instant.parse("2024-09-12T00:00:00Z"));

        assertThat(reminders(poll(over, opens, LOCKS), poll(PollState.SCHEDULED, Optional.empty(), LOCKS)))
                .isEmpty();
    }

    @Test
    void locksAtTwoTimesHaveRemindersOfTheirOwn() {
        Optional<Instant> opens = Optional.of(Instant.parse("2024-09-12T00:00:00Z"));
        Instant second = LOCKS.plus(Duration.ofHours(1));

        assertThat(reminders(poll(PollState.OPEN, opens, second), poll(PollState.OPEN, opens, LOCKS)))
                .extracting(Moment.Reminder::locksAt)
                .containsExactly(LOCKS, LOCKS, second, second);
    }

    /** Summer time in New York ends on 2024-11-03: the day before that lock has 25 hours. */
    @Test
    void aDayBeforeIsTheSameTimeOfDayAndHalfADayIsTwelveHours() {
        Instant locks = Instant.parse("2024-11-04T01:00:00Z");
        Season season = two().settings(reminding("P1D", "PT36H", "PT12H")).season();
        Poll poll = poll(PollState.OPEN, Optional.of(Instant.parse("2024-10-29T00:00:00Z")), locks);

        assertThat(Timetable.reminders(season, List.of(poll)))
                .extracting(Moment.Reminder::at)
                .containsExactly(
                        Instant.parse("2024-11-03T00:00:00Z"),
                        Instant.parse("2024-11-02T12:00:00Z"),
                        Instant.parse("2024-11-03T13:00:00Z"));
    }

    @Test
    void everyEpisodeGoesOnAirAndIsAskedForItsResultUntilThatIsIn() {
        Season season = two().result(1, left("ann")).season();
        Poll poll = poll(PollState.OPEN, Optional.of(Instant.parse("2024-09-12T00:00:00Z")), LOCKS);

        assertThat(Timetable.moments(season, List.of(poll)))
                .containsExactlyInAnyOrder(
                        reminder("PT24H", "2024-09-17T00:00:00Z"),
                        reminder("PT1H", "2024-09-17T23:00:00Z"),
                        new Moment.Aired(1, LOCKS),
                        new Moment.Aired(2, Instant.parse("2024-09-25T00:00:00Z")),
                        new Moment.Nudge(2, Instant.parse("2024-09-25T02:00:00Z")));
    }

    @Test
    void aDelayedResultIsRevealedAndNotAskedForAgain() {
        Instant entered = Instant.parse("2024-09-18T03:00:00Z");
        Instant reveals = Instant.parse("2024-09-18T12:00:00Z");
        Season season = two().season().recorded(1, new ResultVersion(3, left("ann"), entered, 1, reveals));

        assertThat(Timetable.moments(season, List.of()))
                .contains(new Moment.Reveal(1, 3, reveals))
                .noneMatch(moment -> moment instanceof Moment.Nudge nudge && nudge.episode() == 1);
        assertThat(Timetable.moments(season.archived(true), List.of()))
                .containsExactly(new Moment.Reveal(1, 3, reveals));
        assertThat(opens(season, 2)).contains(TWELVE_HOURS_BEFORE_SECOND);
        assertThat(opens(season.revealed(1), 2)).contains(Instant.parse("2024-09-19T00:00:00Z"));
    }

    @Test
    void anEpisodeIsInOnceItIsKnownWhoLeft() {
        Season season = two().result(1, left())
                .result(2, marked(Result.NOTHING, "ann 7"))
                .season();

        assertThat(Timetable.isIn(season, season.episode(1).orElseThrow())).isTrue();
        assertThat(Timetable.isIn(season, season.episode(2).orElseThrow())).isFalse();
    }

    private static SeasonSettings reminding(String... leads) {
        return settings(144, 0, Stream.of(leads).map(Duration::parse).toList());
    }

    private static SeasonSettings settings(int leadHours, int offsetMinutes) {
        return settings(leadHours, offsetMinutes, SeasonSettings.USUAL.reminders());
    }

    private static SeasonSettings settings(int leadHours, int offsetMinutes, List<Duration> reminders) {
        SeasonSettings usual = SeasonSettings.USUAL;
        return new SeasonSettings(
                Duration.ofHours(leadHours),
                Duration.ofMinutes(offsetMinutes),
                reminders,
                usual.secret(),
                usual.lowScore(),
                usual.underdog(),
                usual.joker(),
                usual.bestEpisodes(),
                usual.worth(),
                usual.crowd(),
                usual.hideSpoilers(),
                usual.revealDelay(),
                usual.language());
    }
}

package io.github.mirrorball.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.poll.PollState;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.SampleSeason;
import io.github.mirrorball.show.Season;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seasons through both changes of the clocks; each table is printed as it is checked. */
class ClockChangeTest {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xx", Locale.ROOT);

    @Test
    void aSeasonInNewYorkKeepsItsWallClockThroughBothChanges() {
        // Summer time ends on 2024-11-03 and begins on 2025-03-09.
        List<String> table = table(
                "America/New_York", "2024-10-29T20:00", "2024-11-05T20:00", "2025-03-04T20:00", "2025-03-11T20:00");
        assertThat(table)
                .containsExactly(
                        "lock 2024-10-29 20:00 -0400 = 2024-10-30T00:00:00Z, reminders 2024-10-28 20:00 -0400, 2024-10-29 19:00 -0400, over 2024-10-29 22:00 -0400",
                        "lock 2024-11-05 20:00 -0500 = 2024-11-06T01:00:00Z, reminders 2024-11-04 20:00 -0500, 2024-11-05 19:00 -0500, over 2024-11-05 22:00 -0500",
                        "lock 2025-03-04 20:00 -0500 = 2025-03-05T01:00:00Z, reminders 2025-03-03 20:00 -0500, 2025-03-04 19:00 -0500, over 2025-03-04 22:00 -0500",
                        "lock 2025-03-11 20:00 -0400 = 2025-03-12T00:00:00Z, reminders 2025-03-10 20:00 -0400, 2025-03-11 19:00 -0400, over 2025-03-11 22:00 -0400");
    }

    @Test
    void aLockOnTheNightOfAChangeAndItsRemindersAreAtTheirWallClock() {
        // Clocks in London go back at 02:00 on 2024-10-27 and forward at 01:00 on 2025-03-30: a day before is the same
        // time of day, and an hour before is an hour before.
        List<String> table = table("Europe/London", "2024-10-26T20:00", "2024-10-27T18:00", "2025-03-30T18:00");
        assertThat(table)
                .containsExactly(
                        "lock 2024-10-26 20:00 +0100 = 2024-10-26T19:00:00Z, reminders 2024-10-25 20:00 +0100, 2024-10-26 19:00 +0100, over 2024-10-26 22:00 +0100",
                        "lock 2024-10-27 18:00 +0000 = 2024-10-27T18:00:00Z, reminders 2024-10-26 18:00 +0100, 2024-10-27 17:00 +0000, over 2024-10-27 20:00 +0000",
                        "lock 2025-03-30 18:00 +0100 = 2025-03-30T17:00:00Z, reminders 2025-03-29 18:00 +0000, 2025-03-30 17:00 +0100, over 2025-03-30 20:00 +0100");
    }

    @Test
    void aBroadcastThatRunsOverAChangeIsOverWhenItsMinutesAre() {
        // Clocks in Beirut go from 24:00 on 2024-10-26 back to 23:00, so that 23:30 comes twice, and forward at
        // midnight on 2025-03-30.
        assertThat(table("Asia/Beirut", "2024-10-26T23:30", "2025-03-29T23:00"))
                .containsExactly(
                        "lock 2024-10-26 23:30 +0300 = 2024-10-26T20:30:00Z, reminders 2024-10-25 23:30 +0300, 2024-10-26 22:30 +0300, over 2024-10-27 00:30 +0200",
                        "lock 2025-03-29 23:00 +0200 = 2025-03-29T21:00:00Z, reminders 2025-03-28 23:00 +0200, 2025-03-29 22:00 +0200, over 2025-03-30 02:00 +0300");
    }

    @Test
    void aSkippedTimeMeansAfterTheGapAndOneThatHappensTwiceTheFirst() {
        // Clocks in Beirut go forward at midnight on 2025-03-30; those in New York show 01:30 twice on 2024-11-03.
        assertThat(table("Asia/Beirut", "2025-03-30T00:30"))
                .containsExactly(
                        "lock 2025-03-30 01:30 +0300 = 2025-03-29T22:30:00Z, reminders 2025-03-29 01:30 +0200, 2025-03-29 23:30 +0200, over 2025-03-30 03:30 +0300");
        assertThat(table("America/New_York", "2024-11-03T01:30"))
                .containsExactly(
                        "lock 2024-11-03 01:30 -0400 = 2024-11-03T05:30:00Z, reminders 2024-11-02 01:30 -0400, 2024-11-03 00:30 -0400, over 2024-11-03 02:30 -0500");
    }

    @ParameterizedTest
    @CsvSource({"2024-10-29T20:00", "2024-11-03T01:30", "2025-03-09T02:30"})
    void theQuestionForTheResultComesWhenTheBroadcastIsOver(LocalDateTime airsAt) {
        Season season = season("America/New_York", airsAt.toString());
        Instant airs = airsAt.atZone(season.zone()).toInstant();
        assertThat(Timetable.moments(season, polls(season)))
                .contains(new Moment.Aired(1, airs), new Moment.Nudge(1, airs.plus(Duration.ofHours(2))));
    }

    /** A line for each episode, in the season's own zone. */
    private static List<String> table(String zone, String... nights) {
        Season season = season(zone, nights);
        List<Poll> polls = polls(season);
        List<String> lines = new ArrayList<>();
        for (Episode episode : season.episodes()) {
            Instant lock = Timetable.locks(season, episode);
            Set<Moment.Reminder> all = Timetable.reminders(season, polls);
            String reminders = all.stream()
                    .filter(reminder -> reminder.locksAt().equals(lock))
                    .map(Moment.Reminder::at)
                    .sorted()
                    .map(at -> local(at, season.zone()))
                    .collect(Collectors.joining(", "));
            String over = Timetable.moments(season, polls).stream()
                    .filter(moment -> moment instanceof Moment.Nudge nudge && nudge.episode() == episode.number())
                    .map(moment -> local(moment.at(), season.zone()))
                    .collect(Collectors.joining());
            lines.add("lock " + local(lock, season.zone()) + " = " + lock + ", reminders " + reminders + ", over "
                    + over);
        }
        System.out.println(zone + "\n  " + String.join("\n  ", lines));
        return lines;
    }

    private static String local(Instant at, ZoneId zone) {
        return LOCAL.format(at.atZone(zone));
    }

    private static Season season(String zone, String... nights) {
        SampleSeason sample = SampleSeason.of("ann", "bob").zone(zone);
        for (String night : nights) {
            sample.episodeAt(night, AskKind.ELIMINATION);
        }
        return sample.season();
    }

    /** As they are scheduled, all of them two days before. */
    private static List<Poll> polls(Season season) {
        return season.episodes().stream()
                .map(episode -> new Poll(
                        episode.number(),
                        season.id(),
                        season.server(),
                        OptionalInt.of(episode.number()),
                        episode.asks().get(0),
                        PollState.SCHEDULED,
                        Optional.of(Timetable.locks(season, episode).minus(Duration.ofDays(2))),
                        Timetable.locks(season, episode),
                        false,
                        List.of()))
                .toList();
    }
}

package io.github.mirrorball.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.world.StageChoices;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates, times and zones as hosts type them. It is Thursday, 3 September 2026, 4 in the afternoon in London and 11 in the morning in New York. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypedTimeTest {

    private Evening evening;
    private Hosting host;

    @BeforeAll
    void aSeasonInLondon() {
        evening = new Evening(Instant.parse("2026-09-03T15:00:00Z"));
        host = new Hosting(evening);
        host.season("Ann", "Bob");
    }

    @AfterAll
    void close() {
        evening.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    2026-10-01 8pm          ~ 2026-10-01T20:00
                    2026-10-01 20:00:00     ~ 2026-10-01T20:00
                    2026-9-14 20:00         ~ 2026-09-14T20:00
                    2026-09-14T20:00        ~ 2026-09-14T20:00
                    2026/10/06 20:00        ~ 2026-10-06T20:00
                    1 October 2026 20:00    ~ 2026-10-01T20:00
                    1st of October, 8 pm    ~ 2026-10-01T20:00
                    October 1, 2026 8:00 PM ~ 2026-10-01T20:00
                    Oct 1 8 p.m.            ~ 2026-10-01T20:00
                    1. Oktober 20 Uhr       ~ 2026-10-01T20:00
                    1 de octubre 20:00      ~ 2026-10-01T20:00
                    1er octobre 20h30       ~ 2026-10-01T20:30
                    24.9. 20:00             ~ 2026-09-24T20:00
                    24.9.2026 20.00         ~ 2026-09-24T20:00
                    9/24 8:00 PM            ~ 2026-09-24T20:00
                    Tuesday 8pm             ~ 2026-09-08T20:00
                    Tue 8pm                 ~ 2026-09-08T20:00
                    Dienstag 20 Uhr         ~ 2026-09-08T20:00
                    martes 20:00            ~ 2026-09-08T20:00
                    mardi 20h               ~ 2026-09-08T20:00
                    Thu 8pm                 ~ 2026-09-03T20:00
                    Thu 3pm                 ~ 2026-09-10T15:00
                    Tue, 8 Sept 8pm         ~ 2026-09-08T20:00
                    8 pm                    ~ 2026-09-03T20:00
                    20.00                   ~ 2026-09-03T20:00
                    8 pm ET                 ~ 2026-09-04T01:00
                    Tue 8pm Eastern         ~ 2026-09-09T01:00
                    Tue 20:00 UTC+2         ~ 2026-09-08T19:00
                    tomorrow 8pm            ~ 2026-09-04T20:00
                    in 3 days               ~ 2026-09-06T16:00
                    in 3 days 8pm           ~ 2026-09-06T20:00
                    in 2 weeks at 20:00     ~ 2026-09-17T20:00
                    <t:1789516800:F>        ~ 2026-09-16T01:00
                    2026-09-24\u00A020:00   ~ 2026-09-24T20:00
                    ２０２６-０９-２４ ２０：００  ~ 2026-09-24T20:00
                    """)
    void aTimeIsReadAsPeopleWriteIt(String typed, String local) {
        String at = "<t:"
                + LocalDateTime.parse(local).atZone(ZoneId.of("Europe/London")).toEpochSecond() + ":F>";
        String number = Integer.toString(1 + Math.floorMod(typed.hashCode(), 9000));
        assertThat(host.choices("episode add", Map.of("airs", typed), "airs").values())
                .containsExactly(at);
        String told =
                host.told("episode add", Map.of("airs", typed, "number", Long.parseLong(number), "asks", "nothing"));
        assertThat(told)
                .satisfiesAnyOf(
                        text -> assertThat(text).contains("is added", at),
                        text -> assertThat(text).contains("There is an earlier episode"));
        host.told("episode remove", Map.of("episode", Long.parseLong(number)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    10/6/2026 20:00      ~ Tuesday, October 6, 2026, 8:00 PM BST ~ Wednesday, June 10, 2026, 8:00 PM BST
                    2026-10-06 8:00      ~ Tuesday, October 6, 2026, 8:00 PM BST ~ Tuesday, October 6, 2026, 8:00 AM BST
                    Tue 9 September 8 pm ~ Wednesday, September 9, 2026, 8:00 PM BST ~ Tuesday, September 8, 2026, 8:00 PM BST
                    next Tuesday 8pm     ~ Tuesday, September 8, 2026, 8:00 PM BST ~ Tuesday, September 15, 2026, 8:00 PM BST
                    1 September 8pm      ~ Tuesday, September 1, 2026, 8:00 PM BST ~ Wednesday, September 1, 2027, 8:00 PM BST
                    """)
    void whatCanBeTwoTimesIsAskedAndTheListHasBoth(String typed, String one, String other) {
        StageChoices choices = host.choices("episode add", Map.of("airs", typed), "airs");
        assertThat(choices.names()).containsExactly(one, other);
        assertThat(host.told("episode add", Map.of("airs", typed))).contains("can mean", one, other);
        assertThat(host.told("episode list", Map.of())).contains("no episodes yet");
    }

    @Test
    void anUnlikelyYearIsAskedAndCanBeMeant() {
        assertThat(host.told("episode add", Map.of("airs", "2020-09-24 20:00", "number", 9500L)))
                .contains("Thursday, September 24, 2020", "more than a year");
        String value = host.choices("episode add", Map.of("airs", "2020-09-24 20:00"), "airs")
                .values()
                .get(0);
        assertThat(host.told("episode add", Map.of("airs", value, "number", 9500L, "asks", "nothing")))
                .contains("is added");
        host.told("episode remove", Map.of("episode", 9500L));
    }

    @Test
    void aTimeThatHappensTwiceSaysWhich() {
        assertThat(host.choices("episode add", Map.of("airs", "2026-10-25 01:30"), "airs")
                        .names())
                .containsExactly("Sunday, October 25, 2026, 1:30 AM BST, the first of two, because clocks go back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tuesday", "soon", "24.13. 20:00", "25:00", "2026-02-30 20:00", "8pm and 9pm", "13 pm"})
    void whatIsNoTimeIsToldAndSuggestsNothing(String typed) {
        assertThat(host.choices("episode add", Map.of("airs", typed), "airs").values())
                .isEmpty();
        assertThat(host.told("episode add", Map.of("airs", typed))).contains("not a local date and time");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    São Paulo     ~ America/Sao_Paulo
                    sao paulo     ~ America/Sao_Paulo
                    new york      ~ America/New_York
                    Eastern       ~ America/New_York
                    ET            ~ America/New_York
                    Eastern Time  ~ America/New_York
                    UTC+2         ~ Etc/GMT-2
                    gmt -4        ~ Etc/GMT+4
                    Ireland       ~ Europe/Dublin
                    Irland        ~ Europe/Dublin
                    France        ~ Europe/Paris
                    berlin        ~ Europe/Berlin
                    UTC           ~ UTC
                    """)
    void aZoneIsFoundByWhatPeopleCallIt(String typed, String zone) {
        host.told("season edit", Map.of("zone", typed));
        assertThat(host.told("season show", Map.of()).replace("\\", "")).contains("times in " + zone);
        assertThat(host.choices("season edit", Map.of("zone", typed.replace(" Time", "")), "zone")
                        .values())
                .contains(zone);
        host.told("season edit", Map.of("zone", "Europe/London"));
    }

    @Test
    void aZoneThatCanBeSeveralIsAskedAndOneWhoseSignIsTurnedRoundIsSaid() {
        assertThat(host.told("season edit", Map.of("zone", "Brazil"))).contains("several", "America/");
        assertThat(host.told("season edit", Map.of("zone", "Etc/GMT-4"))).contains("means UTC+4", "or UTC-4");
        assertThat(host.told("season edit", Map.of("zone", "Atlantis"))).contains("no time zone");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    24h 1h           ~ 1440 60
                    1d               ~ 1440
                    60 minutes       ~ 60
                    １４４０          ~ 1440
                    1 day and 90 min ~ 1440 90
                    """)
    void remindersAreDurationsAsPeopleWriteThem(String typed, String shown) {
        assertThat(host.told("season settings", Map.of("reminders", typed)))
                .containsPattern("before the lock: " + shown.replace(" ", "\\D+") + "\\b");
    }
}

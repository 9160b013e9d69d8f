package io.github.mirrorball.chart;

import io.github.mirrorball.chart.OutcomeBars.Bar;
import io.github.mirrorball.chart.OutcomeBars.Fate;
import io.github.mirrorball.chart.SeasonStrip.Cell;
import io.github.mirrorball.chart.SeasonStrip.Night;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.standings.Race;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.standings.Totals;
import io.github.mirrorball.wording.Messages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/** Things to draw, the same each time: names in many scripts, ties, long words. */
final class SamplePictures {

    static final String SEASON = "Dancing with the Stars 33";
    static final String LONG = "Let's Dance – die große Jubiläumsstaffel aller Zeiten 2027";

    static final Look GOLD = look(0xE8B923);
    static final Look TEAL = look(0x2EC4B6);
    static final Look RED = look(0xE4572E);
    static final Look VIOLET = look(0x9B5DE5);
    static final Look BLUE = look(0x3A86FF);
    static final Look PINK = look(0xF15BB5);
    static final Look LIME = look(0x8AC926);

    static final List<String> NAMES = List.of(
            "Foxtrot Fiona",
            "марина танцует",
            "glitter🪩queen",
            "山田太郎",
            "Χριστίνα",
            "نور الهدى",
            "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
            "שרה לוי",
            "김민지 💃",
            "𝓜𝓲𝓻𝓻𝓸𝓻𝓫𝓪𝓵𝓵",
            "Paso Doble Pete the Third of Ohio",
            "Zoë 👩🏽‍🚀 🏳️‍🌈");

    private static final List<String> CAST = List.of(
            "Ilona Maher & Alan Bersten",
            "Joey Graziadei & Jenna Johnson",
            "Chandler Kinney & Brandon Armstrong",
            "Stephen Nedoroscik & Rylee Arnold",
            "No one",
            "Danny Amendola & Witney Carson",
            "Dwight Howard & Daniella Karagach",
            "Phaedra Parks & Val Chmerkovskiy",
            "Maximiliana-Anastasia von Hohenlohe-Schillingsfürst & Partner");

    private SamplePictures() {}

    static Look look(int accent) {
        return new Look(accent, Messages.in(Locale.ENGLISH));
    }

    static String name(int i) {
        return i < NAMES.size() ? NAMES.get(i) : "Fan " + i;
    }

    static Race race(int fans, int episodes) {
        Random chance = new Random(33);
        Map<Long, Map<Integer, Totals>> earned = new HashMap<>();
        List<Standing> standings = new ArrayList<>();
        for (int fan = 1; fan <= fans; fan++) {
            Map<Integer, Totals> own = new HashMap<>();
            int points = 0;
            int skill = 2 + fan % 3;
            for (int episode = fan % 6 == 5 ? 2 : 1; episode <= episodes; episode++) {
                int right = chance.nextInt(skill);
                points += right * 5;
                own.put(episode, new Totals(BigDecimal.valueOf(right * 5L), right, 2));
            }
            earned.put((long) fan, own);
            standings.add(new Standing(1, fan, name(fan - 1), BigDecimal.valueOf(points), points / 5, 2 * episodes));
        }
        return Race.of(ranked(standings), earned, OptionalInt.empty());
    }

    private static List<Standing> ranked(List<Standing> fans) {
        List<Standing> sorted = fans.stream()
                .sorted(Comparator.comparing(Standing::points).reversed().thenComparing(Standing::name))
                .toList();
        return sorted.stream()
                .map(fan -> {
                    int rank = 1
                            + (int) sorted.stream()
                                    .filter(other -> other.points().compareTo(fan.points()) > 0)
                                    .count();
                    return new Standing(
                            rank == 11 ? 4312 : rank, fan.fan(), fan.name(), fan.points(), fan.correct(), fan.picked());
                })
                .toList();
    }

    static OutcomeBars bars(int outcomes, int picks, int right) {
        List<Bar> bars = new ArrayList<>();
        int left = picks;
        for (int i = 0; i < outcomes; i++) {
            int taken = i == outcomes - 1 ? 0 : (int) Math.round(left * (0.32 - 0.004 * i));
            left -= taken;
            Fate fate = i > 0 && i <= right ? Fate.RIGHT : i == outcomes - 3 ? Fate.VOID : Fate.PLAIN;
            bars.add(new Bar(i < CAST.size() ? CAST.get(i) : name(i - CAST.size()), taken, fate));
        }
        return new OutcomeBars("Who leaves?", "Episode 4 · Soul Train Night", bars, 0);
    }

    static SeasonStrip strip(int episodes, boolean everything) {
        Random chance = new Random(7);
        List<AskKind> rows = everything
                ? List.of(
                        AskKind.ELIMINATION,
                        AskKind.TOP_SCORE,
                        AskKind.LOW_SCORE,
                        AskKind.SCORE,
                        AskKind.WINNER,
                        AskKind.CUSTOM,
                        AskKind.CUSTOM)
                : List.of(AskKind.ELIMINATION, AskKind.TOP_SCORE, AskKind.WINNER);
        List<Night> nights = new ArrayList<>();
        IntStream.rangeClosed(1, episodes).forEach(episode -> {
            Map<Integer, Cell> cells = new HashMap<>();
            for (int row = 0; row < rows.size(); row++) {
                if (rows.get(row) != AskKind.WINNER || episode == episodes) {
                    cells.put(row, cell(chance, everything, episode == episodes && episodes > 1));
                }
            }
            nights.add(new Night(OptionalInt.of(episode), episode == 4, cells));
        });
        if (everything) {
            nights.add(
                    new Night(OptionalInt.empty(), false, Map.of(4, new Cell(Mark.RIGHT, new BigDecimal("137.25")))));
        }
        Standing standing = new Standing(3, 1, name(everything ? 6 : 0), new BigDecimal("112.5"), 14, 20);
        return new SeasonStrip(standing.name(), Optional.of(standing), everything ? 41_207 : 212, rows, nights);
    }

    private static Cell cell(Random chance, boolean everything, boolean waiting) {
        if (waiting) {
            return new Cell(Mark.WAITING, BigDecimal.ZERO);
        }
        return switch (chance.nextInt(everything ? 8 : 7)) {
            case 0, 1, 2 -> new Cell(Mark.RIGHT, new BigDecimal(everything ? "13.33" : "10.00"));
            case 3, 4 -> new Cell(Mark.WRONG, BigDecimal.ZERO);
            case 5 -> new Cell(Mark.MISSED, BigDecimal.ZERO);
            case 6 -> new Cell(Mark.VOID, BigDecimal.ZERO);
            default -> new Cell(Mark.NEAR, new BigDecimal("6.50"));
        };
    }

    /** So many fans on the first place, on the next, and so on. */
    static Podium podium(int... sharing) {
        List<Standing> rows = new ArrayList<>();
        for (int fans : sharing) {
            int rank = rows.size() + 1;
            for (int i = 0; i < fans; i++) {
                String name = name(rows.size() + (fans > 1 ? 5 : 0));
                rows.add(new Standing(rank, rows.size(), name, new BigDecimal(140 - 11 * rank), 9, 20));
            }
        }
        return Podium.of(rows, rows.size());
    }
}

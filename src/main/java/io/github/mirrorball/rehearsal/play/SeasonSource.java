package io.github.mirrorball.rehearsal.play;

import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.file.SeasonFile;
import io.github.mirrorball.show.sheet.Sheet;
import io.github.mirrorball.show.sheet.SheetFile;
import io.github.mirrorball.show.sheet.SheetReading;
import io.github.mirrorball.show.sheet.SheetSeason;
import io.github.mirrorball.wording.Messages;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A season's file made ready for the play: a season file as it is, and of a table or a wiki page's source the season file that it gives.
 *
 * @param notes what was made up, and what was not taken, a sentence each
 */
public record SeasonSource(String json, List<String> notes) {

    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 9, 15, 20, 0);
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    public SeasonSource {
        notes = List.copyOf(notes);
    }

    /**
     * Reads a file.
     *
     * @throws PlayFailure saying what it is instead, if it is none of these
     */
    public static SeasonSource read(byte[] file) {
        SheetReading reading = SheetFile.read(file);
        Messages words = Messages.in(Locale.ENGLISH);
        if (reading instanceof SheetReading.Unreadable unreadable) {
            throw new PlayFailure("The season file cannot be used: " + words.text(unreadable.fault()));
        }
        if (reading instanceof SheetReading.Found found) {
            return of(found.sheet(), words);
        }
        return new SeasonSource(SheetFile.text(file).orElse(""), List.of());
    }

    private static SeasonSource of(Sheet sheet, Messages words) {
        List<String> notes = new ArrayList<>();
        boolean hasDates =
                sheet.nights().stream().anyMatch(night -> night.date().isPresent());
        if (!hasDates) {
            notes.add("The file has no dates, so the episodes air once a week from 15 September 2026 on.");
        }
        notes.add("Times are in " + ZONE + ", and where the file tells none, 20:00.");
        sheet.leftOut().forEach(fault -> notes.add("Not taken: " + words.text(fault)));
        SheetSeason.Terms terms =
                new SheetSeason.Terms("A season from a file", ZONE, hasDates ? Optional.empty() : Optional.of(FIRST));
        Season season = SheetSeason.of(sheet, terms)
                .orElseThrow(() -> new PlayFailure("The season file cannot be used: its first night has no date."));
        return new SeasonSource(new String(SeasonFile.write(season), StandardCharsets.UTF_8), notes);
    }
}

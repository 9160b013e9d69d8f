package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.show.typed.TimeReading;
import io.github.mirrorball.show.typed.TimeText;
import io.github.mirrorball.wording.Messages;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.commands.Command;

/** Dates and times that hosts type: read, asked back where they are doubtful, and shown as they were understood while they are typed. */
final class Times {

    private static final int LONGEST = 60;
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2100;

    private final Messages words;
    private final ZoneId zone;
    private final TimeText text;

    /** @param now the instant from which days are reckoned */
    Times(Messages words, ZoneId zone, Instant now) {
        this.words = words;
        this.zone = zone;
        this.text = new TimeText(zone, now);
    }

    /** The local time that is meant, or a sentence that asks which. */
    LocalDateTime read(String typed) {
        TimeReading reading = text.read(typed);
        return reading.certain().orElseThrow(() -> doubt(Markdown.escape(Markdown.cut(typed, LONGEST)), reading));
    }

    private Rejection doubt(String typed, TimeReading reading) {
        if (reading.readings().isEmpty()) {
            return new Rejection("time.unreadable", typed);
        }
        String meanings = reading.readings().stream().map(this::said).collect(Collectors.joining("**, **", "**", "**"));
        return new Rejection(reading.readings().size() > 1 ? "time.several" : "time.far", typed, meanings);
    }

    /** What is typed so far, as it is understood; whoever chooses one of these means it. */
    Reply suggest(String typed) {
        return new Reply.Choices(text.read(typed).readings().stream()
                .filter(time -> time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR)
                .map(time ->
                        new Command.Choice(said(time), "<t:" + time.atZone(zone).toEpochSecond() + ":F>"))
                .toList());
    }

    /** A time with its weekday and zone. */
    String said(LocalDateTime time) {
        ZonedDateTime zoned = time.atZone(zone);
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(words.locale())
                .format(zoned);
        String clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(words.locale())
                .format(zoned);
        String named = DateTimeFormatter.ofPattern("z", words.locale()).format(zoned);
        String said = words.text("time.said", date, clock.replace('\u202F', ' '), named);
        boolean isTwice = zone.getRules().getValidOffsets(time).size() > 1;
        return isTwice ? words.text("time.twice", said) : said;
    }
}

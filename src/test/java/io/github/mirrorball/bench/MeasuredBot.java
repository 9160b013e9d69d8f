package io.github.mirrorball.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.bot.Bot;
import io.github.mirrorball.bot.Report;
import io.github.mirrorball.bot.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;

/** The real bot as a process of its own, which tells how it is doing. */
final class MeasuredBot {

    private final Bot bot;
    private final Decisions decisions;
    private final Path data;

    private MeasuredBot(Bot bot, Decisions decisions, Path data) {
        this.bot = bot;
        this.decisions = decisions;
        this.data = data;
    }

    /** @param args the addresses of REST and gateway, the token, the data directory, the show clock's file, and whether it is paced */
    public static void main(String[] args) throws IOException {
        Settings.Wire wire = new Settings.Wire(URI.create(args[0]), URI.create(args[1]), Boolean.parseBoolean(args[5]));
        Path data = Path.of(args[3]);
        Decisions decisions = new Decisions();
        try (Bot bot =
                Bot.start(Settings.rehearsing(args[2], data, wire), ShiftedClock.in(Path.of(args[4])), decisions)) {
            Questions.answer(new MeasuredBot(bot, decisions, data)::answer);
        }
        System.exit(0);
    }

    private String answer(String question) {
        String[] words = question.split(" ");
        return switch (words[0]) {
            case "settle" -> settled();
            case "received" -> received();
            case "wake" -> woken();
            case "decided" -> decided();
            case "locks" -> decisions.locks();
            case "picks" -> picks(Long.parseLong(words[1]));
            default -> throw new IllegalArgumentException(question);
        };
    }

    private String settled() {
        bot.settle();
        return "";
    }

    private String received() {
        bot.settleReceived();
        return "";
    }

    private String woken() {
        bot.wake();
        return "";
    }

    /** The file with what was decided since this was asked last. */
    private String decided() {
        try {
            return decisions.drainTo(data.resolve("decided")).toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A server's picks by poll and outcome. */
    private String picks(long server) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode polls = json.createObjectNode();
        for (Report.PollReport poll : bot.reports(server).get(0).polls()) {
            ObjectNode picks = polls.putObject(poll.episode().orElse(0) + " " + poll.asks());
            poll.picks().forEach(picks::put);
        }
        try {
            return json.writeValueAsString(polls);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

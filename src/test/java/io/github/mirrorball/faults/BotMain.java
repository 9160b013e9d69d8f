package io.github.mirrorball.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.bot.Bot;
import io.github.mirrorball.bot.Report;
import io.github.mirrorball.bot.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * The real bot as a process of its own. It is asked in lines: {@code wake} is obeyed in silence; {@code settle} and {@code report} are
 * answered with a line each; {@code quit}, or the end of the questions, closes the bot in order.
 */
public final class BotMain {

    static final String READY = "ready";
    static final String NOTHING_DUE = "-";
    static final String SYSTEM_CLOCK = "-";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Bot bot;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private BotMain(Bot bot) {
        this.bot = bot;
    }

    /** @param args the data directory, the addresses of REST and gateway, the token, the show clock's file and the server */
    public static void main(String[] args) throws IOException {
        Settings.Wire wire = new Settings.Wire(URI.create(args[1]), URI.create(args[2]));
        Clock clock = args[4].equals(SYSTEM_CLOCK) ? Clock.systemUTC() : SharedClock.in(Path.of(args[4]));
        try (Bot bot = Bot.start(Settings.rehearsing(args[3], Path.of(args[0]), wire), clock)) {
            new BotMain(bot).serve(Long.parseLong(args[5]));
        }
        // Idle connections keep their threads for a minute.
        System.exit(0);
    }

    private void serve(long server) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        out.println(READY);
        for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
            switch (line) {
                case "wake" -> bot.wake();
                case "settle" -> out.println(settled());
                default -> out.println(report(bot.reports(server).get(0)));
            }
        }
    }

    private String settled() {
        bot.settle();
        return bot.nextDue().map(Instant::toString).orElse(NOTHING_DUE);
    }

    private static String report(Report report) throws JsonProcessingException {
        ObjectNode json = JSON.createObjectNode();
        for (Report.PollReport poll : report.polls()) {
            String question = new Question(poll.episode(), poll.asks()).toString();
            ObjectNode one = json.withObject("/polls").putObject(question).put("state", poll.state());
            poll.result().forEach(one.putArray("right")::add);
            poll.picks().forEach(one.putObject("picks")::put);
        }
        for (Report.Row row : report.standings()) {
            json.withArray("standings")
                    .add("%d %s %s %d/%d"
                            .formatted(
                                    row.rank(), row.fan(), row.points().toPlainString(), row.correct(), row.picked()));
        }
        return JSON.writeValueAsString(json);
    }
}

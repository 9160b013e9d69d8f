package io.github.mirrorball.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mirrorball.bot.Bot;
import io.github.mirrorball.bot.Report;
import io.github.mirrorball.bot.Settings;
import io.github.mirrorball.bot.StartFailure;
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
 * The real bot as a process of its own. It is asked in lines: {@code wake} is obeyed in silence; {@code settle}, {@code report} and the
 * id of another server to report of are answered with a line each; {@code quit}, or the end of the questions, closes the bot in order.
 */
public final class BotMain {

    static final String READY = "ready";
    static final String NOTHING_DUE = "-";
    static final String SYSTEM_CLOCK = "-";

    private static final int ALONE = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Bot bot;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private BotMain(Bot bot) {
        this.bot = bot;
    }

    /**
     * Runs it.
     *
     * @param args the data directory, the addresses of REST and gateway, the token, the show clock's file and the server; and, for a process
     *     among several, its shards and the address, the user and the password of the PostgreSQL that they share
     */
    public static void main(String[] args) throws IOException {
        Clock clock = args[4].equals(SYSTEM_CLOCK) ? Clock.systemUTC() : SharedClock.in(Path.of(args[4]));
        try (Bot bot = Bot.start(settings(args), clock)) {
            endWith(bot);
            new BotMain(bot).serve(Long.parseLong(args[5]));
        }
        // Idle connections keep their threads for a minute.
        System.exit(0);
    }

    /** Where Discord or another process ends the bot, the process ends as the program does. */
    private static void endWith(Bot bot) {
        Thread thread = new Thread(() -> {
            try {
                bot.awaitEnd();
            } catch (StartFailure ended) {
                bot.close();
                System.exit(1);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static Settings settings(String... args) {
        Settings.Wire wire = new Settings.Wire(URI.create(args[1]), URI.create(args[2]));
        Settings alone = Settings.rehearsing(args[3], Path.of(args[0]), wire);
        return args.length == ALONE ? alone : Shared.settings(alone, args[6], args[7], args[8], args[9]);
    }

    private void serve(long server) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        out.println(READY);
        for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
            switch (line) {
                case "wake" -> bot.wake();
                case "settle" -> out.println(settled());
                case "report" -> out.println(report(bot, server));
                default -> out.println(report(bot, Long.parseLong(line)));
            }
        }
    }

    private String settled() {
        bot.settle();
        return bot.nextDue().map(Instant::toString).orElse(NOTHING_DUE);
    }

    static String report(Bot bot, long server) throws JsonProcessingException {
        Report report = bot.reports(server).get(0);
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

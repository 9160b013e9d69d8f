package io.github.mirrorball.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** The bot's database as it lies on the disk: a copy is read, so that the bot finds its own as it left it. */
final class LeagueFile implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ATTEMPTS = 5;
    private static final String NAME = "mirrorball.mv.db";

    private final Connection connection;

    private LeagueFile(Connection connection) {
        this.connection = connection;
    }

    /** A notice that makes a message. Its message is 0 while none is known. */
    record Notice(long id, String kind, String ids, String state, int attempts, String why, long message) {

        @Override
        public String toString() {
            return "notice " + id + " (" + kind + " " + ids + ", " + state + " after " + attempts + " attempts"
                    + (why.isEmpty() ? "" : ": " + why) + ")";
        }
    }

    /** A fan's answer to a question. */
    record Answer(Question question, String fan) {

        @Override
        public String toString() {
            return fan + " on " + question;
        }
    }

    /** A copy that was taken while the bot tidied its file up is of no use, and another is taken. */
    static LeagueFile copy(Path data, Path scratch) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return oneCopy(data, scratch);
            } catch (IllegalStateException torn) {
                Thread.onSpinWait();
            }
        }
        return oneCopy(data, scratch);
    }

    private static LeagueFile oneCopy(Path data, Path scratch) {
        try {
            Files.copy(data.resolve(NAME), scratch.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
            String url = "jdbc:h2:file:" + scratch.toAbsolutePath().resolve("mirrorball") + ";TRACE_LEVEL_FILE=0";
            return new LeagueFile(DriverManager.getConnection(url, "mirrorball", ""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SQLException broken) {
            throw new IllegalStateException("The bot's database cannot be opened any more", broken);
        }
    }

    private interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Mapper<T> mapper) {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(mapper.map(found));
            }
            return rows;
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }

    /** The questions by their polls' ids. */
    Map<Long, Question> questions() {
        Map<Long, Question> questions = new HashMap<>();
        rows("SELECT id, episode, ask FROM poll", row -> questions.put(row.getLong("id"), question(row)));
        return questions;
    }

    private static Question question(ResultSet row) throws SQLException {
        int episode = row.getInt("episode");
        OptionalInt number = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(episode);
        return new Question(number, key(row.getString("ask")));
    }

    private static String key(String ask) {
        try {
            JsonNode tree = JSON.readTree(ask);
            String kind = tree.path("kind").asText().toLowerCase(Locale.ROOT);
            return tree.has("contestant") ? kind + ":" + tree.path("contestant").asText() : kind;
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The reactions that pick the outcomes of the polls that were opened, by question. */
    Map<Question, Map<String, String>> reactions() {
        Map<Question, Map<String, String>> reactions = new HashMap<>();
        rows(
                "SELECT p.episode, p.ask, o.id, o.emoji FROM outcome o JOIN poll p ON p.id = o.poll",
                row -> reactions
                        .computeIfAbsent(question(row), first -> new HashMap<>())
                        .put(row.getString("id"), row.getString("emoji")));
        return reactions;
    }

    Map<Answer, String> picks() {
        Map<Answer, String> picks = new HashMap<>();
        rows(
                "SELECT p.episode, p.ask, f.name, k.outcome FROM pick k JOIN poll p ON p.id = k.poll JOIN fan f ON f.id = k.fan",
                row -> picks.put(new Answer(question(row), row.getString("name")), row.getString("outcome")));
        return picks;
    }

    /** The notices that make messages, as owed. */
    List<Notice> notices() {
        return rows(
                "SELECT id, kind, ids, state, attempts, COALESCE(why, '') AS why, COALESCE(message, 0) AS message"
                        + " FROM notice WHERE means = 'CREATE' ORDER BY id",
                row -> new Notice(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("ids"),
                        row.getString("state"),
                        row.getInt("attempts"),
                        row.getString("why"),
                        row.getLong("message")));
    }

    /** When each poll locks, by the ids of the notice of its card. */
    Map<String, Instant> locks() {
        Map<String, Instant> locks = new HashMap<>();
        rows(
                "SELECT DISTINCT n.ids, p.locks_at FROM notice n JOIN poll p ON p.id = n.poll WHERE n.kind = 'CARD'",
                row -> locks.put(
                        row.getString("ids"),
                        row.getObject("locks_at", OffsetDateTime.class).toInstant()));
        return locks;
    }

    /** Whether anything is still to be sent, or to be tried again; what is parked waits for people. */
    boolean owesNothing() {
        return rows("SELECT id FROM notice WHERE state = 'OWED' FETCH FIRST ROW ONLY", row -> row.getLong("id"))
                .isEmpty();
    }

    /** Whether it is known of every ballot with reactions that some may not be seen. */
    boolean knowsOfGaps() {
        return rows(
                        "SELECT p.id FROM poll p WHERE p.state = 'OPEN' AND p.kind <> 'SCORE'"
                                + " AND NOT EXISTS (SELECT 1 FROM gap g WHERE g.poll = p.id AND g.listed = FALSE)",
                        row -> row.getLong("id"))
                .isEmpty();
    }

    /** Whatever is still to be sent or waits to be. */
    List<String> unsettled() {
        return rows(
                "SELECT id, kind, ids, state, attempts, COALESCE(why, '') AS why FROM notice"
                        + " WHERE state IN ('OWED', 'PARKED') ORDER BY id",
                row -> "notice " + row.getLong("id") + " (" + row.getString("kind") + " " + row.getString("ids") + ", "
                        + row.getString("state") + ", attempts " + row.getInt("attempts") + "): "
                        + row.getString("why"));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}

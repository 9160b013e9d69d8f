package io.github.mirrorball.store;

import io.github.mirrorball.reactions.Doubts;
import io.github.mirrorball.reactions.Gap;
import java.util.Set;

/** Doubts in a table. */
final class JdbcDoubts implements Doubts {

    private static final String ACTED = """
            SELECT 1 FROM pick WHERE poll = :poll AND fan = :fan AND gap >= :number
            UNION ALL
            SELECT 1 FROM doubt WHERE poll = :poll AND fan = :fan AND gap >= :number AND several = FALSE""";
    private static final String SAVE = """
            MERGE INTO doubt USING (
                SELECT p.id AS poll, CAST(:fan AS BIGINT) AS fan, p.gap AS gap, CAST(:several AS BOOLEAN) AS several
                FROM poll p WHERE p.id = :poll
            ) made ON doubt.poll = made.poll AND doubt.fan = made.fan
            WHEN MATCHED THEN UPDATE SET gap = made.gap, several = made.several
            WHEN NOT MATCHED THEN
                INSERT (poll, fan, gap, several) VALUES (made.poll, made.fan, made.gap, made.several)""";
    private static final String UNCLEAR = """
            SELECT d.poll FROM doubt d JOIN poll p ON p.id = d.poll
            WHERE d.fan = :fan AND d.several = TRUE AND p.season = :season AND NOT EXISTS (
                SELECT 1 FROM pick k WHERE k.poll = d.poll AND k.fan = d.fan)""";

    private final Connections connections;

    JdbcDoubts(Connections connections) {
        this.connections = connections;
    }

    @Override
    public boolean hasActedSince(Gap gap, long fan) {
        return connections.read(handle -> handle.createQuery(ACTED)
                .bind("poll", gap.poll())
                .bind("fan", fan)
                .bind("number", gap.number())
                .map((row, context) -> true)
                .findFirst()
                .isPresent());
    }

    @Override
    public void recordTakenBack(long poll, long fan) {
        save(poll, fan, false);
    }

    @Override
    public void recordSeveral(long poll, long fan) {
        save(poll, fan, true);
    }

    private void save(long poll, long fan, boolean several) {
        connections.run(handle -> handle.createUpdate(SAVE)
                .bind("poll", poll)
                .bind("fan", fan)
                .bind("several", several)
                .execute());
    }

    @Override
    public void settle(long poll, long fan) {
        connections.run(handle -> handle.execute("DELETE FROM doubt WHERE poll = ? AND fan = ?", poll, fan));
    }

    @Override
    public Set<Long> unclear(long season, long fan) {
        return connections.read(handle -> Set.copyOf(handle.createQuery(UNCLEAR)
                .bind("fan", fan)
                .bind("season", season)
                .mapTo(Long.class)
                .list()));
    }
}

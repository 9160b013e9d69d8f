package io.github.mirrorball.store;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The secret under which it is written down who was erased: 256 bits, drawn once. It is in the database and in its backups, and is shown
 * nowhere, so that nobody else can try out whose hash one is.
 */
final class SealKey {

    /** Where it is kept. */
    static final String TABLE = "seal_key";

    private static final int BYTES = 32;

    private static final String SELECT = "SELECT secret FROM seal_key";
    private static final String INSERT = "INSERT INTO seal_key (only_one, secret) VALUES (1, ?)";
    private static final String MARKS = "SELECT poll, mark FROM erased";
    private static final String RENEW = "UPDATE erased SET mark = :keyed WHERE poll = :poll AND mark = :mark";

    private SealKey() {}

    private record Mark(long poll, String hash) {}

    /** The secret, drawn now if there is none yet. */
    static String of(Handle handle) {
        return find(handle)
                .or(() -> keep(handle, drawn()))
                .or(() -> find(handle))
                .orElseThrow();
    }

    /** Lets a database without a secret go on with this one. Empty if there is another by now. */
    static Optional<String> keep(Handle handle, String secret) {
        Optional<String> kept = Connections.unlessTaken(handle, () -> {
            handle.execute(INSERT, secret);
            return secret;
        });
        kept.ifPresent(key -> renewMarks(handle, key));
        return kept;
    }

    private static Optional<String> find(Handle handle) {
        return handle.createQuery(SELECT).mapTo(String.class).findOne();
    }

    private static String drawn() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    /** The marks of the versions without a secret. */
    private static void renewMarks(Handle handle, String key) {
        List<Mark> marks = handle.createQuery(MARKS)
                .map((row, context) -> new Mark(row.getLong("poll"), row.getString("mark")))
                .list();
        try (PreparedBatch batch = handle.prepareBatch(RENEW)) {
            marks.forEach(mark -> batch.bind("poll", mark.poll())
                    .bind("mark", mark.hash())
                    .bind("keyed", keyed(key, mark.hash()))
                    .add());
            batch.execute();
        }
    }

    /** What becomes of a hash that was made without the secret. */
    static String keyed(String secret, String hash) {
        return Sha256.hmac(HexFormat.of().parseHex(secret), hash);
    }
}

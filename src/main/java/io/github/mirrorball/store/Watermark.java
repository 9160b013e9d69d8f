package io.github.mirrorball.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * What a database file held when this was written.
 *
 * @param sequence grows with each that is written
 * @param generation the number in the database that grows with each checkpoint; that much had been brought to the disk
 * @param length of the file, in bytes; says something only of a file that is closed
 * @param boot of the computer, zero where it cannot be told: what was written in this boot is in the file even if it is not on the disk yet
 * @param at when the file had last been written to, in real time
 */
record Watermark(long sequence, State state, long generation, long length, UUID boot, Instant at) {

    static final int BYTES = 64;

    /** There is no telling boots apart. */
    static final UUID NO_BOOT = new UUID(0, 0);

    private static final long MAGIC = 0x4d4252_4c4d4152L;

    /** What is being done to the file. */
    enum State {
        /** It is rewritten, so its length says nothing; nothing is committed meanwhile. */
        CHANGING,
        /** It is open, and only grows. */
        OPEN,
        /** It was closed in order. */
        CLOSED
    }

    Watermark next(State next, long newGeneration, long newLength, UUID now, Instant when) {
        return new Watermark(sequence + 1, next, newGeneration, newLength, now, when);
    }

    boolean isOfBoot(UUID now) {
        return boot.equals(now) && !boot.equals(NO_BOOT);
    }

    /** Whether the computer went down while the file was open. */
    boolean isInterrupted(UUID now) {
        return state != State.CLOSED && !isOfBoot(now);
    }

    byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES)
                .putLong(MAGIC)
                .putLong(sequence)
                .putInt(state.ordinal())
                .putLong(generation)
                .putLong(length)
                .putLong(boot.getMostSignificantBits())
                .putLong(boot.getLeastSignificantBits())
                .putLong(at.toEpochMilli());
        return buffer.putInt(checksum(buffer)).array();
    }

    /** Reads what {@link #bytes} gave; empty where it is something else, such as half of it. */
    static Optional<Watermark> of(ByteBuffer buffer) {
        boolean isWhole = buffer.limit() == BYTES
                && buffer.getLong(0) == MAGIC
                && buffer.position(BYTES - Integer.BYTES).getInt(BYTES - Integer.BYTES) == checksum(buffer);
        if (!isWhole) {
            return Optional.empty();
        }
        buffer.position(Long.BYTES);
        return Optional.of(new Watermark(
                buffer.getLong(),
                State.values()[buffer.getInt()],
                buffer.getLong(),
                buffer.getLong(),
                new UUID(buffer.getLong(), buffer.getLong()),
                Instant.ofEpochMilli(buffer.getLong())));
    }

    /** Of what is before the position. */
    private static int checksum(ByteBuffer buffer) {
        CRC32 checksum = new CRC32();
        checksum.update(buffer.array(), 0, buffer.position());
        return (int) checksum.getValue();
    }
}

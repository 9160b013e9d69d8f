package io.github.mirrorball.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A show clock that processes share through a file: one winds it, all read it. Thread-safe. */
final class SharedClock extends Clock {

    private static final VarHandle MILLIS =
            MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final MappedByteBuffer hand;
    private final ZoneId zone;

    private SharedClock(MappedByteBuffer hand, ZoneId zone) {
        this.hand = hand;
        this.zone = zone;
    }

    /** The clock in this file; a new one stands at the epoch. */
    static SharedClock in(Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new SharedClock(channel.map(MapMode.READ_WRITE, 0, Long.BYTES), ZoneOffset.UTC);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Winds the clock to this instant, but never back. */
    void windTo(Instant instant) {
        if (instant.isAfter(instant())) {
            MILLIS.setVolatile(hand, 0, instant.toEpochMilli());
        }
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli((long) MILLIS.getVolatile(hand, 0));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SharedClock(hand, other);
    }
}

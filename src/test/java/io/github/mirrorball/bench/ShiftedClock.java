package io.github.mirrorball.bench;

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

/** A show clock that runs as time does, so far ahead of it as a file says. Processes share it through the file. Thread-safe. */
final class ShiftedClock extends Clock {

    private static final VarHandle AHEAD = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final MappedByteBuffer shift;
    private final Clock systemClock;

    private ShiftedClock(MappedByteBuffer shift, Clock systemClock) {
        this.shift = shift;
        this.systemClock = systemClock;
    }

    /** The clock in this file; a new one shows the real time. */
    static ShiftedClock in(Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new ShiftedClock(channel.map(MapMode.READ_WRITE, 0, Long.BYTES), Clock.systemUTC());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** It is this instant now. */
    void set(Instant now) {
        AHEAD.setVolatile(shift, 0, now.toEpochMilli() - systemClock.millis());
    }

    @Override
    public Instant instant() {
        return systemClock.instant().plusMillis((long) AHEAD.getVolatile(shift, 0));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ShiftedClock(shift, systemClock.withZone(zone));
    }
}

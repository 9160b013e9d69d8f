package io.github.mirrorball.stage.world;

import java.util.Arrays;
import java.util.Objects;

/** A file that someone gives to a command or that the bot uploads. */
public final class StageFile {
    private final String name;
    private final byte[] bytes;

    /** The bytes are the caller's word not to change them. */
    public StageFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    public String name() {
        return name;
    }

    public byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StageFile file && name.equals(file.name) && Arrays.equals(bytes, file.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, Arrays.hashCode(bytes));
    }

    @Override
    public String toString() {
        return name + " (" + bytes.length + " bytes)";
    }
}

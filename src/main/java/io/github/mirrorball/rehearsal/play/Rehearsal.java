package io.github.mirrorball.rehearsal.play;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** A rehearsal for somebody who watches, which can be started over: everything of it is then forgotten. Thread-safe. */
public final class Rehearsal implements AutoCloseable {

    private final SeasonScript script;
    private final Picker picker;
    private final boolean limits;
    private final Path data;
    private Optional<Simulation> theatre = Optional.empty();

    /**
     * A rehearsal that has not begun.
     *
     * @param limits whether the bot's requests are paced as Discord paces them
     * @param data an empty directory for the bot's database; what is in it is deleted whenever it is started over
     */
    public Rehearsal(SeasonScript script, Picker picker, boolean limits, Path data) {
        this.script = script;
        this.picker = picker;
        this.limits = limits;
        this.data = data;
    }

    /** The season that is played. */
    public SeasonScript script() {
        return script;
    }

    /**
     * Begins with the first cards; what went on before is over.
     *
     * @throws PlayFailure if the bot does not take the season
     */
    public synchronized Director start() {
        end();
        Simulation opened = new Simulation(script.begins(), limits, data, picker.fans());
        theatre = Optional.of(opened);
        Director director = new Director(opened, script, picker);
        director.open();
        return director;
    }

    private void end() {
        if (theatre.isPresent()) {
            close();
            try {
                DataDir.clear(data);
            } catch (IOException kept) {
                throw new UncheckedIOException("The rehearsal's data cannot be deleted", kept);
            }
        }
    }

    @Override
    public synchronized void close() {
        theatre.ifPresent(Simulation::close);
        theatre = Optional.empty();
    }
}

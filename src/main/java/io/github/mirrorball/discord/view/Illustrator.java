package io.github.mirrorball.discord.view;

import io.github.mirrorball.chart.Picture;
import java.util.Optional;
import java.util.function.Function;

/** Pictures for replies: there when they are drawn in time, and not missed when they are not. Thread-safe. */
public final class Illustrator {

    private final Drawing drawing;
    private final Gallery gallery;

    public Illustrator(Drawing drawing, Gallery gallery) {
        this.drawing = drawing;
        this.gallery = gallery;
    }

    /** The picture that is wanted, if it can be drawn while somebody waits for their answer. */
    public Optional<Picture> soon(Function<Gallery, Optional<Gallery.Sketch>> wanted) {
        return wanted.apply(gallery).flatMap(drawing::soon);
    }
}

package io.github.mirrorball.chart;

import io.github.mirrorball.standings.Race;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws the pictures. There is none where there is nothing to draw, or where this machine cannot draw text, which is logged once.
 * Thread-safe; a picture depends on nothing but its arguments.
 */
public final class Pictures {

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

    private static final AtomicBoolean WARM = new AtomicBoolean();

    private volatile Optional<Lettering> letters = Optional.empty();
    private volatile boolean broken;

    /** How the fans of a race overtook each other, one of them singled out if wanted. Of more than twelve fans, the first twelve. */
    public Optional<Picture> race(Look look, String season, Race race, OptionalLong fan) {
        return race.lines().isEmpty() || race.episodes().isEmpty()
                ? Optional.empty()
                : draw(letters -> RaceDrawing.draw(look, letters, season, race, fan));
    }

    /** What the crowd said in a poll. */
    public Optional<Picture> bars(Look look, OutcomeBars bars) {
        return bars.bars().isEmpty() ? Optional.empty() : draw(letters -> BarsDrawing.draw(look, letters, bars));
    }

    /** One fan's season. */
    public Optional<Picture> strip(Look look, String season, SeasonStrip strip) {
        return strip.nights().isEmpty()
                ? Optional.empty()
                : draw(letters -> StripDrawing.draw(look, letters, season, strip));
    }

    /** The first three places of a season. */
    public Optional<Picture> podium(Look look, String season, Podium podium) {
        return podium.places().isEmpty()
                ? Optional.empty()
                : draw(letters -> PodiumDrawing.draw(look, letters, season, podium));
    }

    /**
     * Reads the fonts and draws once in a process, so that the first picture that someone waits for comes as fast as the others. Takes a
     * second.
     */
    public void warmUp() {
        if (WARM.compareAndSet(false, true)) {
            draw(WarmUp::draw);
        }
    }

    private Optional<Picture> draw(Function<Lettering, Picture> drawing) {
        try {
            return letters().map(drawing);
        } catch (Exception | LinkageError | InternalError e) {
            LOG.warn("A picture could not be drawn; the message goes without it", e);
            return Optional.empty();
        }
    }

    private synchronized Optional<Lettering> letters() {
        if (letters.isEmpty() && !broken) {
            open();
        }
        return letters;
    }

    private void open() {
        try {
            letters = Optional.of(new Lettering(Typefaces.open()));
        } catch (Exception | LinkageError | InternalError e) {
            broken = true;
            LOG.warn("Text cannot be drawn on this machine, so messages go without pictures", e);
        }
    }
}

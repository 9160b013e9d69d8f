package io.github.mirrorball.rehearsal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.rehearsal.Rehearse;
import io.github.mirrorball.rehearsal.play.Director;
import io.github.mirrorball.rehearsal.play.FanPicks;
import io.github.mirrorball.rehearsal.play.Rehearsal;
import io.github.mirrorball.rehearsal.play.SeasonScript;
import io.github.mirrorball.rehearsal.play.Simulation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The page of a rehearsal with ten fans, of season 33 unless another is given; closing it fails if the bot did what Discord refuses. */
final class OpenPage implements AutoCloseable {

    static final int FANS = 10;

    private final Rehearsal rehearsal;
    private final Page page;

    OpenPage(Path data) {
        this(data, season());
    }

    OpenPage(Path data, SeasonScript script) {
        rehearsal = new Rehearsal(script, new FanPicks(FANS, 1), false, data);
        page = Page.open(rehearsal, 0);
        page.begin();
    }

    static SeasonScript season() {
        try (InputStream file = Objects.requireNonNull(Rehearse.class.getResourceAsStream("season-33.json"))) {
            return SeasonScript.read(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Simulation theatre() {
        return director().theatre();
    }

    Director director() {
        return page.director();
    }

    Rehearsal rehearsal() {
        return rehearsal;
    }

    String address() {
        return page.address();
    }

    /** Someone at the page who is the person of that name, in the first channel. */
    Visitor visitor(String name) {
        return Visitor.named(page.address(), name);
    }

    @Override
    public void close() {
        page.close();
        List<String> violations = theatre().stage().violations();
        rehearsal.close();
        assertThat(violations).isEmpty();
    }
}

package io.github.mirrorball.discord.sample;

import io.github.mirrorball.chart.Look;
import io.github.mirrorball.chart.OutcomeBars;
import io.github.mirrorball.chart.Picture;
import io.github.mirrorball.chart.Pictures;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.wording.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A picture as small as the bot's get, with nobody's name on it. */
public final class SamplePicture {

    private static final List<String> LABELS = List.of("A", "B", "C");

    private final Pictures pictures;

    public SamplePicture(Pictures pictures) {
        this.pictures = pictures;
    }

    /** The picture, unless this computer cannot draw. Takes a moment. */
    Optional<Picture> draw(Messages words) {
        List<OutcomeBars.Bar> bars = IntStream.range(0, LABELS.size())
                .mapToObj(i -> new OutcomeBars.Bar(LABELS.get(i), LABELS.size() - i, OutcomeBars.Fate.PLAIN))
                .toList();
        OutcomeBars sample = new OutcomeBars(words.text("sample.title"), "Mirrorball", bars, 0);
        return pictures.bars(new Look(Panels.accent(0), words), sample);
    }
}

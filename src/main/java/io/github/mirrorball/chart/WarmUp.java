package io.github.mirrorball.chart;

import io.github.mirrorball.standings.Race;
import io.github.mirrorball.standings.Standing;
import io.github.mirrorball.wording.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A picture that nobody sees: drawing it loads what the others need. */
final class WarmUp {

    private WarmUp() {}

    static Picture draw(Lettering letters) {
        Typefaces.readAll();
        OptionalInt first = OptionalInt.of(1);
        Standing standing = new Standing(1, 1, "Mirrorball שלום 漢字", BigDecimal.TEN, 1, 1);
        Race race = new Race(List.of(1, 2), List.of(new Race.Line(standing, List.of(first, first))));
        Look look = new Look(0xFFFFFF, Messages.in(Locale.ENGLISH));
        return RaceDrawing.draw(look, letters, "Mirrorball", race, OptionalLong.empty());
    }
}

package io.github.mirrorball.rehearsal.page;

import io.github.mirrorball.play.TrialWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Draws what hosts are told by trying in each world, as the rehearsal's page draws messages. Not a test; run it when the words change. */
final class TrialSheet {

    private static final int COLUMNS = 2;

    private TrialSheet() {}

    /**
     * Draws the sheet.
     *
     * @param arguments the file, a webp or png; {@code target/trials.png} if none is given
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments.length == 0 ? "target/trials.png" : arguments[0]);
        List<String> cards = new ArrayList<>();
        for (TrialWorld world : TrialWorld.all()) {
            cards.add("{\"components\": [{\"type\": 10, \"content\": \"## " + world.title() + "\"}, ..." + world.told()
                    + ".components]}");
        }
        try (OpenPage page = new OpenPage(Files.createTempDirectory("mirrorball-trials"));
                Chromium chromium = Chromium.start()) {
            CardSheet.draw(chromium, page.address(), cards, COLUMNS, file);
        }
        System.exit(0);
    }
}
